import { type FileHandle, open } from "node:fs/promises";

/** Bytes read at once: what a segment of a blob has. */
const pieceSize = 1024 * 1024;

/**
 * A file as a stream of large pieces, one ahead of its reader. A file's own stream and its `Blob` come in pieces of
 * 64 KiB, which takes several times the work.
 */
export function fileStream(path: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        try {
          handle ??= await open(path);
          const { buffer, bytesRead } = await handle.read(new Uint8Array(pieceSize), 0, pieceSize);
          if (bytesRead > 0) {
            stream.enqueue(buffer.subarray(0, bytesRead));
            return;
          }
          await handle.close();
          stream.close();
        } catch (error) {
          await handle?.close();
          throw error;
        }
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 1 },
  );
}
