import { type Streaming, pullStream } from "../content/content-stream.ts";

/**
 * A byte stream: a reader that brings its own buffer has the content written into it, where a run of 512 KiB fits, so
 * that nothing is allocated however much is read. Other readers get memory of their own.
 */
export const byteStream: Streaming = (contentIn) => {
  let view: Uint8Array | undefined;
  let closing: (closed: Promise<void>) => void = () => undefined;
  const closed = new Promise<void>((fulfil) => {
    closing = fulfil;
  });
  const { done: whole, readable: pieces } = pullStream((signal) => contentIn(signal, () => view));
  const reader = pieces.getReader();
  const readable = new ReadableStream({
    type: "bytes",
    pull: async (controller) => {
      // A byte stream asks with bytes, whatever kind of view its reader brought.
      view = (controller.byobRequest?.view ?? undefined) as Uint8Array | undefined;
      const { value } = await reader.read();
      if (value === undefined) {
        const end = close(controller);
        closing(end);
        await end;
      } else if (value.buffer === view?.buffer) controller.byobRequest?.respond(value.length);
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  // Both at once: a reader that has stopped makes either fail, and neither failure may go unheard.
  const done = Promise.all([whole, closed]).then(() => undefined);
  // A caller that only reads sees the same failure from the stream.
  done.catch(() => undefined);
  return { readable, done };
};

/** Fails where the last bytes are no whole element of what the reader brought. */
function close(controller: ReadableByteStreamController): Promise<void> {
  return new Promise((fulfil) => {
    controller.close();
    controller.byobRequest?.respond(0);
    fulfil();
  });
}
