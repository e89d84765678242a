import { systemEntropy } from "../entropy.ts";
import { x25519Encapsulate } from "../kem/x25519.ts";
import { xwingEncapsulate } from "../kem/xwing.ts";
import { platformBackend } from "../payload/backend/webcrypto.ts";
import type { Encapsulate, Wrapping } from "./wrap.ts";

/** What sealing and opening run on. Entry points choose one; vectors put seeded entropy in. */
export type Engine = Wrapping;

/** Encapsulation by the platform, or noble where it cannot or where entropy is seeded. */
export const platformEncapsulate: Encapsulate = (kem, publicKey, entropy) =>
  kem === "x25519" ? x25519Encapsulate(publicKey, entropy) : xwingEncapsulate(publicKey, entropy);

/** WebCrypto with noble behind it: browsers, and anything that is not Node. */
export function platformEngine(): Engine {
  return { backend: platformBackend(), encapsulate: platformEncapsulate, entropy: systemEntropy };
}
