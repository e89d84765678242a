/**
 * What has been destroyed, one JSON line each, in a file that lives apart from the database and its backups: a restored
 * backup is older than some erasures, and these must be carried out again before anyone can read from it.
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
import type { Store } from "../store.ts";

export interface Erasure {
  readonly controller: string;
  readonly record: string;
  /** One part of the record; left out, all of it. */
  readonly section?: string | undefined;
  readonly rule: string;
  readonly at: string;
}

export interface ErasureJournal {
  /** On the disk when it resolves. */
  add(erasures: readonly Erasure[]): Promise<void>;
}

/** Ends a line that a crash cut off, so that the next one begins on a line of its own. */
const cut = " #cut\n";

/** @throws StoreError STORE_JOURNAL_UNWRITABLE at once, and not when the first record has been destroyed */
export function fileJournal(path: string): ErasureJournal {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, "a+", 0o600));
  } catch (cause) {
    throw new StoreError("STORE_JOURNAL_UNWRITABLE", "ERASURE_JOURNAL cannot be written.", { cause });
  }
  return {
    add(erasures) {
      if (erasures.length === 0) return Promise.resolve();
      const file = openSync(path, "a+", 0o600);
      try {
        const lines = erasures.map((erasure) => `${JSON.stringify(erasure)}\n`);
        appendFileSync(file, (endsWhole(file) ? "" : cut) + lines.join(""));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return Promise.resolve();
    },
  };
}

function endsWhole(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  if (size > 0) readSync(file, last, 0, 1, size - 1);
  return size === 0 || last.toString() === "\n";
}

/**
 * Every whole line; a line that a crash cut off was never acknowledged.
 *
 * @throws StoreError STORE_JOURNAL_DAMAGED where a line is no erasure: leaving it out could bring a record back
 */
export function readJournal(path: string): readonly Erasure[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.flatMap((line, n) =>
    line === "" || line.endsWith(cut.trimEnd()) ? [] : [erasureOf(line, n + 1)],
  );
}

function erasureOf(line: string, number: number): Erasure {
  try {
    return JSON.parse(line) as Erasure;
  } catch (cause) {
    throw new StoreError("STORE_JOURNAL_DAMAGED", `Line ${number} of the erasure journal cannot be read.`, {
      cause,
    });
  }
}

/** Carries erasures out again. Repeating it does nothing. */
export async function replayErasures(store: Store, erasures: readonly Erasure[]): Promise<number> {
  for (const { controller, record, section, at, rule } of erasures) {
    await store.write(controller, (unit) =>
      section === undefined
        ? unit.destroy(record)
        : unit.destroySection(record, section, { shredded: `${at}T00:00:00Z`, rule }),
    );
  }
  return erasures.length;
}
