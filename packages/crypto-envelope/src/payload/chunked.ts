import { EnvelopeError } from "../errors.ts";
import type { ChunkCipher } from "./backend/backend.ts";
import { chunkNonce, chunkSize, sealedChunkSize, tagSize } from "./derive.ts";

/** AES-256-GCM of one chunk under one key. `open` rejects, with whatever it likes, what does not authenticate. */
export interface OneChunk {
  readonly seal: (nonce: Uint8Array<ArrayBuffer>, plain: Uint8Array) => Promise<Uint8Array>;
  readonly open: (nonce: Uint8Array<ArrayBuffer>, sealed: Uint8Array) => Promise<Uint8Array>;
}

/** A cipher out of one that knows a single chunk. All chunks of a run are in flight at once. */
export function chunkedCipher(one: OneChunk, baseNonce: Uint8Array): ChunkCipher {
  /** Does `count` chunks of `from` bytes each into `out`, `to` bytes apart. */
  const each = async (
    work: OneChunk["seal"],
    count: number,
    out: Uint8Array,
    first: number,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): Promise<Uint8Array> => {
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const part = bytes.subarray(index * from, (index + 1) * from);
        out.set(await work(chunkNonce(baseNonce, first + index), part), index * to);
      }),
    );
    return out;
  };
  return {
    seal: (first, plain, last) => {
      const count = Math.floor(plain.length / chunkSize) + (last ? 1 : 0);
      const out = new Uint8Array(plain.length + tagSize * count);
      return each(one.seal, count, out, first, plain, chunkSize, sealedChunkSize);
    },
    open: async (first, sealed) => {
      const count = Math.ceil(sealed.length / sealedChunkSize);
      const out = new Uint8Array(sealed.length - tagSize * count);
      try {
        return await each(one.open, count, out, first, sealed, sealedChunkSize, chunkSize);
      } catch {
        throw new EnvelopeError("CORRUPT", "a chunk does not authenticate");
      }
    },
  };
}
