/**
 * Ed25519 (RFC 8032), deterministic and on this thread. The library is noble's small one: it holds this curve only, a
 * quarter of the size of the general one, and follows the same strict rules.
 */
import { getPublicKey, hashes, sign, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

/** The library brings no hash of its own; named at every use, so that no bundler can drop it. */
function withHash(): void {
  hashes.sha512 = sha512;
}

/** The 32-byte public key of a 32-byte seed. */
export function ed25519Public(seed: Uint8Array): Uint8Array {
  withHash();
  return getPublicKey(seed);
}

/** The 64-byte signature of a message. */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  withHash();
  return sign(message, seed);
}

/** Strict RFC 8032 verification: no small-order keys, no other encodings. */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean {
  withHash();
  try {
    return verify(sig, message, key, { zip215: false });
  } catch {
    return false;
  }
}
