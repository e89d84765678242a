import { concatBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import type { Backend } from "./backend.ts";
import { chunkSize, deriveMessageKeys, headerSize, openHeader, sealedChunkSize, tagSize } from "./derive.ts";
import { runsOf } from "./source.ts";

/** Chunks worked on together: 1 MiB of content. */
const runLength = 64;

/** Seals pieces of content into one Cobblestone-256 message, in order, a run at a time. */
export async function* sealStream(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  salt: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const keys = deriveMessageKeys(key, salt, context);
  yield concatBytes(salt, keys.commitment);
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  let first = 0;
  for await (const { bytes, last } of runsOf(pieces, runLength * chunkSize)) {
    yield await cipher.seal(first, bytes, last);
    first += runLength;
  }
}

/**
 * Opens a Cobblestone-256 message. Yields authenticated content only; that nothing is missing at the end is known
 * when the generator returns. Throws TRUNCATED, COMMITMENT, CORRUPT.
 */
export async function* openStream(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { header, rest } = await splitHeader(pieces);
  const keys = openHeader(key, context, header);
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  let first = 0;
  for await (const { bytes, last } of runsOf(rest, runLength * sealedChunkSize)) {
    // The final chunk is always short; a message that ends with a full one has lost its end.
    if (last && bytes.length % sealedChunkSize < tagSize) {
      throw new EnvelopeError("TRUNCATED", "the message ends before its final chunk");
    }
    const plain = await cipher.open(first, bytes);
    first += runLength;
    if (plain.length > 0) yield plain;
  }
}

async function splitHeader(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ header: Uint8Array; rest: AsyncGenerator<Uint8Array, void, undefined> }> {
  const source = pieces[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < headerSize) {
    const next = await source.next();
    if (next.done === true) break;
    head = concatBytes(head, next.value);
  }
  async function* rest(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (head.length > headerSize) yield head.subarray(headerSize);
      for (;;) {
        const next = await source.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  return { header: head.subarray(0, headerSize), rest: rest() };
}
