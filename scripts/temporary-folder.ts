/** Where tests put what they throw away: a folder of this process that goes when it ends. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const enough = 2 * 1024 ** 3;

/** Memory where there is much of it: no test asks whether a disk outlives its power. */
function parent(): string {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes the folder, and clears away those of processes that were killed. */
export function temporaryFolder(): string {
  const prefix = "tillit-tests-";
  const place = parent();
  for (const name of readdirSync(place).filter((each) => each.startsWith(prefix))) {
    if (!runs(Number(name.slice(prefix.length)))) rmSync(join(place, name), { recursive: true, force: true });
  }
  const folder = join(place, `${prefix}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // A database server that runs as another user goes through it.
  chmodSync(folder, 0o711);
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
