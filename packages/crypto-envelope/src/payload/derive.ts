/**
 * Cobblestone-256 (c2sp.org/chunked-encryption with SHA-512 and AES-256-GCM): salt[24] || commitment[32] || chunks of
 * 16 KiB, each with a 16-byte tag, the last one always shorter than 16 KiB.
 */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "../format/equal.ts";
import { sha512 } from "@noble/hashes/sha2.js";
import { EnvelopeError, unexpected } from "../errors.ts";
import { expandBlock, hmac } from "../format/hmac.ts";

export const chunkSize = 16_384;
export const tagSize = 16;
export const sealedChunkSize: number = chunkSize + tagSize;
export const saltSize = 24;
export const headerSize = 56;

const infoPrefix = utf8ToBytes("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0");

/** Per-message key, first nonce and commitment. */
export interface MessageKeys {
  readonly key: Uint8Array;
  readonly baseNonce: Uint8Array;
  readonly commitment: Uint8Array;
}

/** HKDF-Expand-SHA-512 to 76 bytes, written as its two HMACs because library `expand`s refuse a 32-byte key. */
export function deriveMessageKeys(key: Uint8Array, salt: Uint8Array, context: Uint8Array): MessageKeys {
  if (key.length !== 32) throw unexpected("key", "32 bytes");
  const info = concatBytes(infoPrefix, salt, context);
  const first = expandBlock(sha512, key, info);
  const second = hmac(sha512, key, concatBytes(first, info, new Uint8Array([2])));
  const stream = concatBytes(first, second);
  return { key: stream.slice(0, 32), baseNonce: stream.slice(32, 44), commitment: stream.slice(44, 76) };
}

/** Reads salt and commitment off a message and derives its keys. Throws TRUNCATED, COMMITMENT. */
export function openHeader(key: Uint8Array, context: Uint8Array, header: Uint8Array): MessageKeys {
  if (header.length < headerSize) throw new EnvelopeError("TRUNCATED", "the message ends too early");
  const keys = deriveMessageKeys(key, header.subarray(0, saltSize), context);
  if (!equalBytes(keys.commitment, header.subarray(saltSize, headerSize))) {
    throw new EnvelopeError("COMMITMENT", "sealed under another key or context");
  }
  return keys;
}

/** The nonce of chunk `index`: base nonce XOR the index as a 96-bit big-endian number. Written into `nonce`, if given. */
export function chunkNonce(
  baseNonce: Uint8Array,
  index: number,
  nonce: Uint8Array<ArrayBuffer> = new Uint8Array(12),
): Uint8Array<ArrayBuffer> {
  nonce.set(baseNonce);
  let rest = index;
  for (let at = 11; rest > 0; at -= 1) {
    nonce[at] = (nonce[at] ?? 0) ^ (rest % 256);
    rest = Math.floor(rest / 256);
  }
  return nonce;
}

/** Bytes of a sealed message of `length` plain bytes. */
export function sealedSize(length: number): number {
  return headerSize + length + tagSize * (Math.floor(length / chunkSize) + 1);
}

/** Plain bytes of a sealed message of `size` bytes, or undefined where no message has that size. */
export function plainSize(size: number): number | undefined {
  const body = size - headerSize;
  const tail = body % sealedChunkSize;
  if (body < tagSize || tail < tagSize) return undefined;
  return body - tagSize * (Math.floor(body / sealedChunkSize) + 1);
}
