import { unexpected } from "../errors.ts";

/** Content as the caller has it. Large content should be a Blob or a stream, never one array. */
export type Bytes = Uint8Array | Blob | ReadableStream<Uint8Array>;

const pieceSize = 1024 * 1024;

/**
 * The content piece by piece; a stream's reader is released, and cancelled if the consumer stops early. Throws FORMAT
 * where it is something else, as a text.
 */
export async function* piecesOf(
  bytes: Bytes,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (bytes instanceof Uint8Array) {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      signal?.throwIfAborted();
      yield bytes.subarray(at, at + pieceSize);
    }
    return;
  }
  const reader = streamOf(bytes).getReader();
  let ended = false;
  // A source that has stalled is let go at once; its read that waits ends, and the signal says why.
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener("abort", stop);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) {
        ended = true;
        return;
      }
      if (!(value instanceof Uint8Array)) throw unexpected("content", "a stream of Uint8Array");
      if (value.length > 0) yield value;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    if (!ended) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

function streamOf(bytes: Blob | ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (bytes instanceof ReadableStream) return bytes;
  if (typeof (bytes as Partial<Blob> | undefined)?.stream !== "function")
    throw unexpected("content", "bytes, a Blob or a stream of bytes");
  return bytes.stream() as ReadableStream<Uint8Array>;
}

/** Cancels a stream that nobody has begun to read, so that what is behind it is not held open. */
export async function letGo(bytes: Bytes): Promise<void> {
  if (bytes instanceof ReadableStream && !bytes.locked) await bytes.cancel().catch(() => undefined);
}

/**
 * Regroups pieces into runs of exactly `size` bytes; the last run may be shorter, and is marked, even when empty.
 * A run's bytes are valid until the next one is asked for.
 */
export async function* runsOf(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }, void, undefined> {
  const held = new Uint8Array(size);
  let filled = 0;
  for await (const piece of pieces) {
    let at = 0;
    if (filled === 0) {
      // Whole runs inside one piece need no copy.
      for (; piece.length - at >= size; at += size)
        yield { bytes: piece.subarray(at, at + size), last: false };
    }
    while (at < piece.length) {
      const taken = Math.min(size - filled, piece.length - at);
      held.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === size) {
        yield { bytes: held, last: false };
        filled = 0;
      }
    }
  }
  yield { bytes: held.subarray(0, filled), last: true };
}
