import { type Streaming, pullStream } from "../envelope/content-stream.ts";

/**
 * A byte stream: a reader that brings its own buffer has the content written into it, where a run of 512 KiB fits, so
 * that nothing is allocated however much is read. Other readers get memory of their own.
 */
export const byteStream: Streaming = (contentIn) => {
  let view: Uint8Array | undefined;
  const { done, readable: pieces } = pullStream(() => contentIn(() => view));
  const reader = pieces.getReader();
  const readable = new ReadableStream({
    type: "bytes",
    pull: async (controller) => {
      // A byte stream asks with bytes, whatever kind of view its reader brought.
      view = (controller.byobRequest?.view ?? undefined) as Uint8Array | undefined;
      const { value } = await reader.read();
      if (value === undefined) {
        controller.close();
        controller.byobRequest?.respond(0);
      } else if (value.buffer === view?.buffer) controller.byobRequest?.respond(value.length);
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { readable, done };
};
