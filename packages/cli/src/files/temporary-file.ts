/** A file that gets its name only when all of it is there. */
import { existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { onInterrupt } from "../console/interrupt.ts";
import { CommandError, exit } from "../console/outcome.ts";

/** Where to write, and how it ends: kept under its name, or gone. */
export type PartFile = {
  /** The name it shall have. */
  readonly file: string;
  /** The name while it is being written. */
  readonly path: string;
  /** Gives it its name; with `force` in place of a file that has it. */
  readonly keep: (force: boolean) => Promise<void>;
  /** Removes what has not been kept. To be called in any case. */
  readonly drop: () => Promise<void>;
};

export async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

export function existsError(): CommandError {
  return new CommandError("FILE_EXISTS", "the file exists already; --force overwrites it", exit.refused);
}

/** File systems of memory sticks and some networks have no links. */
const unlinkable: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** Gives a part its name, at once: a signal waits until it is done. A name that is taken is FILE_EXISTS, or EEXIST, which is told as that. */
export function nameOnce({ path, file }: Pick<PartFile, "file" | "path">): void {
  try {
    // A link fails when the name was taken meanwhile; renaming would not.
    linkSync(path, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && unlinkable.has(error.code))) throw error;
    if (existsSync(file)) throw existsError();
    renameSync(path, file);
  }
}

/** @param file - the name it shall have */
export function partFile(file: string): PartFile {
  const path = `${file}.${process.pid}.part`;
  const settled = onInterrupt(() => {
    rmSync(path, { force: true });
  });
  return {
    file,
    path,
    keep: async (force) => {
      if (force) await rename(path, file);
      else nameOnce({ path, file });
    },
    drop: async () => {
      await rm(path, { force: true });
      settled();
    },
  };
}
