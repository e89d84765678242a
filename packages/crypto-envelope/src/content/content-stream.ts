import { EnvelopeError } from "../errors.ts";
import type { Room } from "../payload/backend/backend.ts";

/** The content of a section while it is opened. */
export interface ContentStream {
  /** Authenticated content only. */
  readonly readable: ReadableStream<Uint8Array>;
  /** Resolves when all of it has been read and nothing was missing; otherwise rejects as the stream fails. */
  readonly done: Promise<void>;
}

/** Makes a stream of content, which may stop at a signal and may be written into memory of the reader. */
export type Streaming = (
  contentIn: (signal: AbortSignal, room?: Room) => AsyncGenerator<Uint8Array, void, undefined>,
) => ContentStream;

/** A pull stream that gives its reader memory of its own. */
export const pullStream: Streaming = (contentIn) => {
  const stop = new AbortController();
  const content = contentIn(stop.signal);
  let resolve: () => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const done = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  // A caller that only reads sees the same failure from the stream.
  done.catch(() => undefined);
  const readable = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { value } = await content.next();
          if (value !== undefined) return controller.enqueue(value);
          controller.close();
          resolve();
        } catch (cause) {
          reject(cause);
          throw cause;
        }
      },
      cancel: async () => {
        reject(new EnvelopeError("TRUNCATED", "reading was stopped"));
        // Not after the piece that is being waited for, which may never come.
        stop.abort();
        await content.return();
      },
    },
    { highWaterMark: 0 },
  );
  return { readable, done };
};
