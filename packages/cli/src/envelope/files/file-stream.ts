import { type FileHandle, open } from "node:fs/promises";

/** Bytes read at once: what a segment of a blob has. */
const pieceSize = 1024 * 1024;

async function nextOf(handle: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(pieceSize), 0, pieceSize);
  return buffer.subarray(0, bytesRead);
}

/**
 * A file as a stream of large pieces, opened when it is first read and one piece ahead from then on. A file's own
 * stream and its `Blob` come in pieces of 64 KiB, which takes several times the work.
 */
export function fileStream(path: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  let ahead: Promise<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        try {
          handle ??= await open(path);
          const piece = await (ahead ?? nextOf(handle));
          if (piece.length > 0) {
            ahead = nextOf(handle);
            // A failure is seen where it is awaited.
            ahead.catch(() => undefined);
            stream.enqueue(piece);
            return;
          }
          await handle.close();
          stream.close();
        } catch (error) {
          await handle?.close();
          throw error;
        }
      },
      cancel: async () => {
        await ahead?.catch(() => undefined);
        await handle?.close();
      },
    },
    // Nothing is read before it is asked for: a stream that nobody reads has nothing to close.
    { highWaterMark: 0 },
  );
}
