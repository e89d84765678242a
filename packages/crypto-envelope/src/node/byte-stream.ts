import { type Streaming, pullStream } from "../envelope/content-stream.ts";

/**
 * A byte stream: a reader that brings its own buffer has the content written into it, where a run of 512 KiB fits, so
 * that nothing is allocated however much is read. Other readers get memory of their own.
 */
export const byteStream: Streaming = (contentIn) => {
  let view: Uint8Array | undefined;
  const { done: whole, readable: pieces } = pullStream((signal) => contentIn(signal, () => view));
  const reader = pieces.getReader();
  const readable = new ReadableStream({
    type: "bytes",
    pull: async (controller) => {
      // A byte stream asks with bytes, whatever kind of view its reader brought.
      view = (controller.byobRequest?.view ?? undefined) as Uint8Array | undefined;
      const { value } = await reader.read();
      if (value === undefined) {
        end.close(controller);
      } else if (value.buffer === view?.buffer) controller.byobRequest?.respond(value.length);
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const end = ending(whole);
  return { readable, done: end.done };
};

/** The end of a byte stream: it fails where a reader of larger elements has not room for the last bytes. */
function ending(whole: Promise<void>): {
  readonly done: Promise<void>;
  readonly close: (controller: ReadableByteStreamController) => void;
} {
  let close: (controller: ReadableByteStreamController) => void = () => undefined;
  const closed = new Promise<void>((fulfil, refuse) => {
    close = (controller) => {
      try {
        controller.close();
        controller.byobRequest?.respond(0);
        fulfil();
      } catch (cause) {
        refuse(cause as Error);
        throw cause;
      }
    };
  });
  const done = Promise.all([whole, closed]).then(() => undefined);
  // A caller that only reads sees the same failure from the stream.
  done.catch(() => undefined);
  return { done, close: (controller) => close(controller) };
}
