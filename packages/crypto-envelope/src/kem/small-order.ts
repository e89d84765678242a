import { bytesToHex } from "@noble/hashes/utils.js";

// The u-coordinates of the points of small order: 0, 1, two of order 8, p - 1, and 0 and 1 again as p and p + 1.
const known: ReadonlySet<string> = new Set([
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  ...["ec", "ed", "ee"].map((first) => `${first}${"ff".repeat(30)}7f`),
]);

/** Whether X25519 with this public key (32 bytes) gives zeros whatever the private key (RFC 7748 section 6.1). */
export function ofSmallOrder(publicKey: Uint8Array): boolean {
  const u = Uint8Array.from(publicKey);
  // The top bit does not count (RFC 7748 section 5).
  u[31] = (u[31] ?? 0) & 0x7f;
  return known.has(bytesToHex(u));
}
