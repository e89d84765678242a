import type { LentSink } from "@tillit/crypto-envelope/node";
import { type FileHandle, open } from "node:fs/promises";

/** A new file, written piece by piece; a piece is no longer needed once it is written. FILE_EXISTS as from the system. */
export function fileSink(path: string): LentSink {
  let handle: FileHandle | undefined;
  const close = async (): Promise<void> => {
    await handle?.close();
    handle = undefined;
  };
  return {
    write: async (piece) => {
      handle ??= await open(path, "wx");
      // All of it, where `write` may stop after a part.
      await handle.writeFile(piece);
    },
    close,
    abort: close,
  };
}
