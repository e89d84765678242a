/**
 * X25519 in JavaScript: what only platforms without native X25519 load, an insecure origin for instance. noble's
 * Montgomery ladder with the parameters of RFC 7748 section 4.1; noble's own X25519 would bring the Edwards curve too.
 * Imports nothing of this package, so that bundlers need no third chunk for what both would share.
 */
import { pow } from "@noble/curves/abstract/modular.js";
import { type MontgomeryECDH, montgomery } from "@noble/curves/abstract/montgomery.js";

const prime = 2n ** 255n - 19n;

/** RFC 7748 section 5, decodeScalar25519. */
function clamped(scalar: Uint8Array): Uint8Array {
  scalar[0] = (scalar[0] ?? 0) & 248;
  scalar[31] = ((scalar[31] ?? 0) & 127) | 64;
  return scalar;
}

const x25519: MontgomeryECDH = /* @__PURE__ */ montgomery({
  P: prime,
  adjustScalarBytes: clamped,
  powPminus2: (base) => pow(base, prime - 2n, prime),
  type: "x25519",
});

/** The public key of a 32-byte private key. */
export function publicOf(seed: Uint8Array): Uint8Array {
  return x25519.getPublicKey(seed);
}

/** Diffie-Hellman. Throws for a public key of small order (the result would be zero). */
export function agree(seed: Uint8Array, other: Uint8Array): Uint8Array {
  return x25519.getSharedSecret(seed, other);
}
