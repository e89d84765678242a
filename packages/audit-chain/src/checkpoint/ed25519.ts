/** Ed25519 (RFC 8032) by noble's small library, which holds this curve only: pages that check a log carry it too. */
import { getPublicKey, hashes, sign, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

/** The library brings no hash of its own; named at every use, so that no bundler can drop it. */
function withHash(): void {
  hashes.sha512 = sha512;
}

export function ed25519Public(secretKey: Uint8Array): Uint8Array {
  withHash();
  return getPublicKey(secretKey);
}

export function ed25519Sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  withHash();
  return sign(message, secretKey);
}

/** Strict: no second signature fits the same message and key. Never throws. */
export function ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  withHash();
  return verify(signature, message, publicKey, { zip215: false });
}
