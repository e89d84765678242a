/** Bytes in the pieces the store keeps. */
import type { Unit } from "../store/store.ts";

export const chunkBytes = 1024 * 1024;

/** Regroups a stream into chunks; each is its own array, so that the caller may keep it. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    let rest = piece;
    while (size + rest.length >= chunkBytes) {
      const taken = chunkBytes - size;
      yield joined([...held, rest.subarray(0, taken)], chunkBytes);
      held = [];
      size = 0;
      rest = rest.subarray(taken);
    }
    if (rest.length > 0) held.push(rest);
    size += rest.length;
  }
  if (size > 0) yield joined(held, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
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
