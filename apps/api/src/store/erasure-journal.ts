/**
 * What has been destroyed, one JSON line each, in a file that lives apart from the database and its backups: a restored
 * backup is older than some erasures, and these must be carried out again before anyone can read from it.
 */
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "./store.ts";

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

export function fileJournal(path: string): ErasureJournal {
  mkdirSync(dirname(path), { recursive: true });
  return {
    add(erasures) {
      if (erasures.length === 0) return Promise.resolve();
      const file = openSync(path, "a", 0o600);
      try {
        appendFileSync(file, erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(""));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return Promise.resolve();
    },
  };
}

/** Every whole line; a line that a crash cut off was never acknowledged. */
export function readJournal(path: string): readonly Erasure[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Erasure);
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
