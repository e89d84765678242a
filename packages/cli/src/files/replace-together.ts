/** Several files that get their names together, in place of older ones: all of them, or none and the older ones stay. */
import { lstatSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { CommandError } from "../console/outcome.ts";
import { nameOnce, type PartFile } from "./temporary-file.ts";

type Part = Pick<PartFile, "file" | "path">;

/** Whether a file has that name, or a link. A folder is nothing to be replaced. */
function stands(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) {
    throw new CommandError("FILE_IS_FOLDER", "a folder stands where a file is needed");
  }
  return found !== undefined;
}

/** Waits until all bytes have reached the disk: a full one may tell of it only now. */
async function onDisk({ path }: Part): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Names parts that are written, the first first, and only then removes what was there before.
 *
 * It works by renaming alone, and without a pause in which a signal could come between. What fails is undone. If the
 * process is killed half-way, every old file is still there under its name with `.old` behind.
 *
 * @param old - files that go, the first first; with `force` also those that have a part's name
 * @throws CommandError `FILE_IS_FOLDER`; without `force` what `nameOnce` throws for a name that is taken
 */
export async function keepTogether(
  parts: readonly Part[],
  old: readonly string[],
  { force }: { readonly force: boolean },
): Promise<void> {
  for (const part of parts) await onDisk(part);
  const undo: (() => void)[] = [];
  const aside: string[] = [];
  try {
    const taken = force ? parts.map(({ file }) => file) : [];
    const gone = [...new Set([...old, ...taken])].filter(stands);
    for (const file of gone) {
      const kept = `${file}.${process.pid}.old`;
      renameSync(file, kept);
      aside.push(kept);
      undo.push(() => {
        renameSync(kept, file);
      });
    }
    for (const part of parts) {
      nameOnce(part);
      undo.push(() => {
        rmSync(part.file, { force: true });
      });
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
  for (const file of aside) rmSync(file, { force: true });
}
