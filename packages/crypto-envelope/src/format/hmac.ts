import { concatBytes } from "@noble/hashes/utils.js";

/** A hash of noble: SHA-256 or SHA-512. */
export interface Hash {
  (message: Uint8Array): Uint8Array;
  readonly blockLen: number;
}

/**
 * HMAC (RFC 2104) in one call: all that HPKE, Cobblestone-256 and the receipt need, in a third of the size of one that
 * takes its message in pieces. The key may have any length; CE1's have at most 32 bytes.
 */
export function hmac(hash: Hash, key: Uint8Array, message: Uint8Array): Uint8Array {
  const own = key.length > hash.blockLen ? hash(key) : key;
  const keyed = (mark: number, rest: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(hash.blockLen + rest.length).fill(mark, 0, hash.blockLen);
    for (let at = 0; at < own.length; at += 1) bytes[at] = (own[at] ?? 0) ^ mark;
    bytes.set(rest, hash.blockLen);
    return hash(bytes);
  };
  return keyed(0x5c, keyed(0x36, message));
}

/** HKDF-Expand (RFC 5869) to as many bytes as the hash has, or fewer: its first block. */
export function expandBlock(hash: Hash, key: Uint8Array, info: Uint8Array): Uint8Array {
  return hmac(hash, key, concatBytes(info, new Uint8Array([1])));
}
