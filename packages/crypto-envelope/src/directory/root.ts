import { systemEntropy } from "../entropy.ts";
import { ed25519Public } from "../sign/ed25519.ts";

/** A new root key pair (Ed25519): `seed` signs key documents, `publicKey` is what readers pin. 32 bytes each. */
export function generateRoot(): { seed: Uint8Array; publicKey: Uint8Array } {
  const seed = systemEntropy.bytes(32);
  return { seed, publicKey: ed25519Public(seed) };
}
