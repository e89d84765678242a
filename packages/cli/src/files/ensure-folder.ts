/** A folder that is made where it is missing, and goes again when nothing came of it. */
import { rmdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { onInterrupt } from "../console/interrupt.ts";

export type MadeFolder = {
  /** Removes what was made and is empty still. To be called in any case. */
  readonly end: () => void;
};

/** Makes a folder with those above it; none that was there before is ever removed. */
export async function makeFolder(folder: string): Promise<MadeFolder> {
  const first = await mkdir(folder, { recursive: true });
  const made: string[] = [];
  if (first !== undefined) {
    const top = resolve(first);
    for (let path = resolve(folder); path !== dirname(top); path = dirname(path)) made.push(path);
  }
  const remove = (): void => {
    try {
      for (const path of made) rmdirSync(path);
    } catch {
      // It holds something by now, which is not ours to remove.
    }
  };
  const settled = onInterrupt(remove);
  return {
    end: () => {
      remove();
      settled();
    },
  };
}
