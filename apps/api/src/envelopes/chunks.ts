/** Bytes in the pieces the store keeps. */
import type { Unit } from "@tillit/record-store";

/** Small enough that what waits for the disk and the network is a few of them, large enough to be few rows. */
export const chunkBytes: number = 256 * 1024;

/**
 * Regroups a stream into chunks. A chunk's bytes are valid until the next one is asked for: one piece of memory serves
 * for all. What had come when the stream broke off is given before the fault is thrown.
 */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  length = chunkBytes,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunk = new Uint8Array(Math.min(length, chunkBytes));
  let filled = 0;
  let fault: { readonly cause: unknown } | undefined;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        fault = { cause };
        return { done: true, value: undefined } as const;
      });
      if (done) break;
      for (let at = 0; at < value.length;) {
        const taken = Math.min(chunk.length - filled, value.length - at);
        chunk.set(value.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled < chunk.length) continue;
        yield chunk;
        filled = 0;
      }
    }
    if (filled > 0) yield chunk.subarray(0, filled);
    if (fault !== undefined) throw new Error("The stream broke off.", fault);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A generator as a stream that asks for the next piece only when the last one has been taken. */
export function streamFrom(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Reads a stored section back, one chunk in memory at a time. */
export function streamOf(
  read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>,
  { record, section, upload }: { readonly record: string; readonly section: string; readonly upload: string },
): ReadableStream<Uint8Array> {
  return streamFrom(
    (async function* chunks() {
      for (let seq = 0; ; seq += 1) {
        const at = seq;
        const chunk = await read((unit) => unit.envelopes.chunk(record, section, upload, at));
        if (chunk === undefined) return;
        yield chunk;
      }
    })(),
  );
}
