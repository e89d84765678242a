import { createPublicKey, verify } from "node:crypto";
import { equalBytes } from "../format/equal.ts";
import type { SignatureCheck } from "../sign/ed25519.ts";

// The y-coordinates of the points of small order: of order 1, 2, 4, and two of order 8 (CE1 section 4.2).
const smallOrder: readonly Uint8Array[] = [
  `01${"00".repeat(31)}`,
  `ec${"ff".repeat(30)}7f`,
  "00".repeat(32),
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map((hex) => Buffer.from(hex, "hex"));

/** Whether the y-coordinate is below 2^255 - 19 and not that of a point of small order, whatever the sign of x. */
function usable(point: Uint8Array): boolean {
  const y = Uint8Array.from(point);
  y[31] = (y[31] ?? 0) & 0x7f;
  if (smallOrder.some((known) => equalBytes(known, y))) return false;
  return !((y[0] ?? 0) >= 0xed && y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff));
}

/**
 * Ed25519 by OpenSSL, which compares R with the encoding of [S]B - [k]A and S with the group order. Versions differ in
 * the points they take; what is refused in JavaScript is therefore refused here first.
 */
export const nodeVerifyEd25519: SignatureCheck = (key, message, sig) => {
  if (key.length !== 32 || sig.length !== 64) return false;
  if (!usable(key) || !usable(sig.subarray(0, 32))) return false;
  // Not over DER: a JWK goes straight to the curve.
  const x = Buffer.from(key).toString("base64url");
  const publicKey = createPublicKey({ key: { crv: "Ed25519", kty: "OKP", x }, format: "jwk" });
  return verify(undefined, message, publicKey, sig);
};
