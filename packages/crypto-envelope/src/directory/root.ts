import { ed25519 } from "@noble/curves/ed25519.js";
import { systemEntropy } from "../entropy.ts";

/** A new root key pair (Ed25519): `seed` signs key documents, `publicKey` is what readers pin. 32 bytes each. */
export function generateRoot(): { seed: Uint8Array; publicKey: Uint8Array } {
  const seed = systemEntropy.bytes(32);
  return { seed, publicKey: ed25519.getPublicKey(seed) };
}
