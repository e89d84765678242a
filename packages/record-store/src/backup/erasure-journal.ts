/**
 * What has been destroyed, in JSON lines, in a file that lives apart from the database and its backups: a restored
 * backup is older than some erasures, and these must be carried out again before anyone can read from it. A line with
 * an intent is on the disk before the transaction that destroys is committed; a later one says that it was, or that it
 * was dropped. An intent of which nothing is said counts as carried out, until somebody who sees the database knows.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../errors.ts";
import type { Store, Unit } from "../store.ts";

export interface Erasure {
  readonly controller: string;
  readonly record: string;
  /** One part of the record; left out, all of it. */
  readonly section?: string | undefined;
  readonly rule: string;
  readonly at: string;
}

export interface Intent {
  readonly id: string;
  /** All of one controller. */
  readonly erasures: readonly Erasure[];
}

/** Everything is on the disk when it resolves. @throws StoreError STORE_JOURNAL_UNWRITABLE */
export interface ErasureJournal {
  /** Before the transaction that destroys is committed. */
  intend(intent: Intent): Promise<void>;
  /** Afterwards. Saying it twice is saying it once; of both the first counts. */
  settle(id: string, as: "done" | "dropped"): Promise<void>;
  /** Erasures that are over, as the log has them. */
  add(erasures: readonly Erasure[]): Promise<void>;
  /** The last write failed: nothing can be destroyed, until one succeeds. */
  readonly failing: boolean;
}

type Line = Erasure | { readonly intent: string; readonly erasures: readonly Erasure[] } | Settled;
type Settled = { readonly done: string } | { readonly dropped: string };

/** Ends a line that a crash cut off, so that the next one begins on a line of its own. */
const cut = " #cut\n";

/** @throws StoreError STORE_JOURNAL_UNWRITABLE at once, and not when the first record has been destroyed */
export function fileJournal(path: string): ErasureJournal {
  let failing = false;
  const write = (lines: readonly Line[]): void => {
    try {
      append(path, lines);
      failing = false;
    } catch (cause) {
      failing = true;
      throw new StoreError("STORE_JOURNAL_UNWRITABLE", "ERASURE_JOURNAL cannot be written.", { cause });
    }
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    // Said by what comes next.
  }
  write([]);
  return {
    get failing() {
      return failing;
    },
    async intend({ id, erasures }) {
      await Promise.resolve();
      write([{ intent: id, erasures }]);
    },
    async settle(id, as) {
      await Promise.resolve();
      write([as === "done" ? { done: id } : { dropped: id }]);
    },
    async add(erasures) {
      await Promise.resolve();
      if (erasures.length > 0) write(erasures);
    },
  };
}

function append(path: string, lines: readonly Line[]): void {
  const isNew = !existsSync(path);
  const file = openSync(path, "a+", 0o600);
  try {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    if (text !== "") appendFileSync(file, (endsWhole(file) ? "" : cut) + text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}

/** A new file's name is on the disk when its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function endsWhole(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  if (size > 0) readSync(file, last, 0, 1, size - 1);
  return size === 0 || last.toString() === "\n";
}

/**
 * Every erasure that has not been dropped; a line that a crash cut off was never acknowledged.
 *
 * @throws StoreError STORE_JOURNAL_DAMAGED where a line is none of the journal: leaving it out could bring a record back
 */
export function readJournal(path: string): readonly Erasure[] {
  const { over, open } = readWholeJournal(path);
  return [...over, ...open.flatMap(({ erasures }) => erasures)];
}

/** The same, with the intents of which nothing is said yet by themselves. @throws as {@link readJournal} */
export function readWholeJournal(path: string): {
  readonly over: readonly Erasure[];
  readonly open: readonly Intent[];
} {
  const over: Erasure[] = [];
  const open = new Map<string, Intent>();
  if (!existsSync(path)) return { over, open: [] };
  const text = readFileSync(path, "utf8");
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  for (const [n, written] of lines.entries()) {
    if (written === "" || written.endsWith(cut.trimEnd())) continue;
    const line = lineOf(written, n + 1);
    if ("intent" in line) open.set(line.intent, { id: line.intent, erasures: line.erasures });
    else if ("done" in line) {
      over.push(...(open.get(line.done)?.erasures ?? []));
      open.delete(line.done);
    } else if ("dropped" in line) open.delete(line.dropped);
    else over.push(line);
  }
  return { over, open: [...open.values()] };
}

function lineOf(text: string, number: number): Line {
  try {
    const line = JSON.parse(text) as Line;
    const wanted = "intent" in line ? line.erasures : "done" in line || "dropped" in line ? [] : [line];
    if (wanted.every(isErasure)) return line;
  } catch {
    // The fault's own message would repeat the line.
  }
  throw new StoreError("STORE_JOURNAL_DAMAGED", `Line ${number} of the erasure journal cannot be read.`);
}

function isErasure(value: Partial<Erasure>): boolean {
  return (
    typeof value.controller === "string" && typeof value.record === "string" && typeof value.at === "string"
  );
}

const page = 500;

/** Carries out again what is still here, or here again; returns of how many that was. Repeating it does nothing. */
export async function replayErasures(store: Store, erasures: readonly Erasure[]): Promise<number> {
  let again = 0;
  for (const [controller, all] of Map.groupBy(erasures, (one) => one.controller)) {
    for (let from = 0; from < all.length; from += page) {
      const some = all.slice(from, from + page);
      const ids = [...new Set(some.map(({ record }) => record))];
      const here = await store.read(controller, async (unit) => {
        const found = await unit.present(ids);
        const left: Erasure[] = [];
        for (const one of some) {
          const gone =
            one.section !== undefined && (await unit.envelopes.sectionDestroyed(one.record, one.section));
          if (found.has(one.record) && !gone) left.push(one);
        }
        return left;
      });
      if (here.length === 0) continue;
      await store.write(controller, async (unit) => {
        for (const one of here) await destroyAgain(unit, one);
      });
      again += here.length;
    }
  }
  return again;
}

async function destroyAgain(unit: Unit, { record, section, at, rule }: Erasure): Promise<void> {
  if (section === undefined) await unit.destroy(record);
  else await unit.destroySection(record, section, { shredded: `${at}T00:00:00Z`, rule });
}
