import { concatBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import type { Backend, ChunkCipher } from "./backend.ts";
import { chunkSize, headerSize, openHeader, plainSize, sealedChunkSize } from "./derive.ts";
import { type Padding, lastNonZero, paddedLength } from "./padding.ts";

/** A sealed blob that can be read at any place. */
export interface SealedBlob {
  readonly key: Uint8Array;
  readonly context: Uint8Array;
  readonly pad: Padding;
  readonly blob: Blob;
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

async function openChunks(
  cipher: ChunkCipher,
  blob: Blob,
  first: number,
  after: number,
): Promise<Uint8Array> {
  const sealed = await bytesOf(
    blob,
    headerSize + first * sealedChunkSize,
    headerSize + after * sealedChunkSize,
  );
  return cipher.open(first, sealed);
}

/** Where the content ends: the last 0x80, found chunk by chunk from the end. */
async function contentLength(cipher: ChunkCipher, { blob, pad }: SealedBlob, total: number): Promise<number> {
  if (pad === "none") return total;
  for (let chunk = Math.floor(total / chunkSize); chunk >= 0; chunk -= 1) {
    const plain = await openChunks(cipher, blob, chunk, chunk + 1);
    const end = lastNonZero(plain);
    if (end < 0) continue;
    const length = chunk * chunkSize + end;
    if (plain[end] === 0x80 && paddedLength(pad, length) === total) return length;
    break;
  }
  throw new EnvelopeError("CORRUPT", "the padding is not the signed one");
}

/** Bytes `from` to `to` (excluded) of the content. Throws LIMIT (outside), TRUNCATED, COMMITMENT, CORRUPT. */
export async function openRange(
  backend: Backend,
  sealed: SealedBlob,
  from: number,
  to: number,
): Promise<Uint8Array> {
  const { blob } = sealed;
  const keys = openHeader(sealed.key, sealed.context, await bytesOf(blob, 0, headerSize));
  const total = plainSize(blob.size);
  if (total === undefined) throw new EnvelopeError("TRUNCATED", "the message ends too early");
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  const length = await contentLength(cipher, sealed, total);
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from || to > length) {
    throw new EnvelopeError("LIMIT", "the range is outside the content");
  }
  const pieces: Uint8Array[] = [];
  const step = 64;
  const end = Math.ceil(to / chunkSize);
  for (let chunk = Math.floor(from / chunkSize); chunk < end; chunk += step) {
    const plain = await openChunks(cipher, blob, chunk, Math.min(chunk + step, end));
    const start = chunk * chunkSize;
    pieces.push(plain.subarray(Math.max(0, from - start), to - start));
  }
  return concatBytes(...pieces);
}
