import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalBytes } from "./canonicalize.ts";

/**
 * The SHA-256 of a value's canonical bytes (RFC 8785), so that two parties can see that they speak of the same value.
 *
 * @param value - what JSON can hold
 * @returns 64 hex digits, lower case
 * @throws {@link CanonicalJsonError} as {@link canonicalBytes} does
 * @example
 * contentHash({ b: 1, a: 2 }) === contentHash({ a: 2, b: 1 }); // true
 */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(canonicalBytes(value)));
}
