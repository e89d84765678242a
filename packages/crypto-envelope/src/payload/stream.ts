import { concatBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import type { Backend, Room } from "./backend/backend.ts";
import { chunkSize, deriveMessageKeys, headerSize, openHeader, sealedChunkSize, tagSize } from "./derive.ts";
import { runsOf } from "./source.ts";

/** Chunks worked on together, where the backend does not say: 1 MiB of content. */
const usual = 64;

/** Seals pieces of content into one Cobblestone-256 message, in order, a run at a time; see `ChunkCipher` for `room`. */
export async function* sealStream(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  salt: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  room?: Room,
): AsyncGenerator<Uint8Array, void, undefined> {
  const keys = deriveMessageKeys(key, salt, context);
  yield concatBytes(salt, keys.commitment);
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  const together = backend.chunksAtOnce ?? usual;
  let first = 0;
  for await (const { bytes, last } of runsOf(pieces, together * chunkSize)) {
    yield await cipher.seal(first, bytes, last, room?.());
    first += together;
  }
}

/**
 * Opens a Cobblestone-256 message. Yields authenticated content only; that nothing is missing at the end is known
 * when the generator returns; see `ChunkCipher` for `room`. Throws TRUNCATED, COMMITMENT, CORRUPT.
 */
export async function* openStream(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  room?: Room,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    const head = await headOf(source);
    const keys = openHeader(key, context, head.subarray(0, headerSize));
    const cipher = await backend.cipher(keys.key, keys.baseNonce);
    const together = backend.chunksAtOnce ?? usual;
    let first = 0;
    const rest = after(head.subarray(headerSize), source);
    for await (const { bytes, last } of runsOf(rest, together * sealedChunkSize)) {
      // The final chunk is always short; a message that ends with a full one has lost its end.
      if (last && bytes.length % sealedChunkSize < tagSize) {
        throw new EnvelopeError("TRUNCATED", "the message ends before its final chunk");
      }
      const plain = await cipher.open(first, bytes, room?.());
      first += together;
      if (plain.length > 0) yield plain;
    }
  } finally {
    // Whatever refused the message, its source is let go.
    await source.return?.();
  }
}

/** The first piece as it is, or as many of them joined as a header needs; less where the message is shorter. */
async function headOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < headerSize) {
    const next = await source.next();
    if (next.done === true) break;
    if (head.length === 0 && next.value.length >= headerSize) return next.value;
    head = concatBytes(head, next.value);
  }
  return head;
}

async function* after(
  held: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (held.length > 0) yield held;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
