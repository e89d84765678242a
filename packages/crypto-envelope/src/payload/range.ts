import { concatBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import { equalBytes } from "../format/equal.ts";
import type { Backend } from "./backend/backend.ts";
import { chunkSize, headerSize, openHeader, plainSize, sealedChunkSize } from "./derive.ts";
import { type Padding, lastNonZero, paddedLength } from "./padding.ts";
import { segmentSize } from "./tree.ts";

/** What is known of a blob once the whole of it has had the signed tree hash. */
export interface KnownBlob {
  /** SHA-256 of each segment. */
  readonly segments: readonly Uint8Array[];
  /** Bytes of the content, once they have been counted. */
  length?: number;
}

/** A sealed blob that can be read at any place. */
export interface SealedBlob {
  readonly key: Uint8Array;
  readonly context: Uint8Array;
  readonly pad: Padding;
  readonly blob: Blob;
  readonly known: KnownBlob;
}

type Read = (from: number, to: number) => Promise<Uint8Array>;

/** Reads a blob, each byte out of a segment whose hash is the signed one. Throws CORRUPT. */
function readerOf(backend: Backend, { blob, known: { segments } }: SealedBlob): Read {
  let held = new Uint8Array(0);
  let holds = -1;
  return async (from, to) => {
    const pieces: Uint8Array[] = [];
    for (let at = Math.floor(from / segmentSize); at * segmentSize < Math.min(to, blob.size); at += 1) {
      const start = at * segmentSize;
      if (at !== holds) {
        held = new Uint8Array(await blob.slice(start, start + segmentSize).arrayBuffer());
        holds = at;
        if (!equalBytes(await backend.sha256(held), segments[at] as Uint8Array)) {
          throw new EnvelopeError("CORRUPT", "the blob is not the signed one");
        }
      }
      pieces.push(held.subarray(Math.max(0, from - start), to - start));
    }
    return concatBytes(...pieces);
  };
}

/** Where the content ends: the last 0x80, found chunk by chunk from the end. */
async function contentLength(openChunks: Read, pad: Padding, total: number): Promise<number> {
  if (pad === "none") return total;
  for (let chunk = Math.floor(total / chunkSize); chunk >= 0; chunk -= 1) {
    const plain = await openChunks(chunk, chunk + 1);
    const end = lastNonZero(plain);
    if (end < 0) continue;
    const length = chunk * chunkSize + end;
    if (plain[end] === 0x80 && paddedLength(pad, length) === total) return length;
    break;
  }
  throw new EnvelopeError("CORRUPT", "the padding is not the signed one");
}

/** Bytes `from` to `to` (excluded) of the content. Throws LIMIT (outside), COMMITMENT, CORRUPT. */
export async function openRange(
  backend: Backend,
  sealed: SealedBlob,
  from: number,
  to: number,
): Promise<Uint8Array> {
  const { blob, known } = sealed;
  const read = readerOf(backend, sealed);
  const keys = openHeader(sealed.key, sealed.context, await read(0, headerSize));
  // Signed, and therefore one that a blob can have.
  const total = plainSize(blob.size) as number;
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  const openChunks: Read = async (first, after) =>
    cipher.open(
      first,
      await read(headerSize + first * sealedChunkSize, headerSize + after * sealedChunkSize),
    );
  const length = (known.length ??= await contentLength(openChunks, sealed.pad, total));
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from || to > length) {
    throw new EnvelopeError("LIMIT", "the range is outside the content");
  }
  const pieces: Uint8Array[] = [];
  const step = 64;
  const end = Math.ceil(to / chunkSize);
  for (let chunk = Math.floor(from / chunkSize); chunk < end; chunk += step) {
    const plain = await openChunks(chunk, Math.min(chunk + step, end));
    const start = chunk * chunkSize;
    pieces.push(plain.subarray(Math.max(0, from - start), to - start));
  }
  return concatBytes(...pieces);
}
