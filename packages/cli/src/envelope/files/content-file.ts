import { open } from "node:fs/promises";

/** What the envelope writes into a reader's buffer at once: more would not be filled. */
const bufferSize = 512 * 1024;

/**
 * Writes content to a new file that only its owner may read, by two buffers: one is written while the other is filled.
 * `advance` is told the bytes that are written.
 */
export async function writeContent(
  content: ReadableStream<Uint8Array>,
  path: string,
  advance: (bytes: number) => void,
): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  const reader = content.getReader({ mode: "byob" });
  const written = async (piece: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => {
    // All of it, where `write` may stop after a part.
    await handle.writeFile(piece);
    advance(piece.length);
    return piece.buffer;
  };
  let writing = Promise.resolve(new ArrayBuffer(bufferSize));
  try {
    let buffer = new ArrayBuffer(bufferSize);
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      buffer = await writing;
      if (done) return;
      writing = written(value);
      // A failure is seen where it is awaited.
      writing.catch(() => undefined);
    }
  } catch (cause) {
    await writing.catch(() => undefined);
    await reader.cancel(cause).catch(() => undefined);
    throw cause;
  } finally {
    await handle.close();
  }
}
