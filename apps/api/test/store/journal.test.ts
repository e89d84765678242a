/** The journal of erasures through crashes, wrong paths and a restore that forgets it. */
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../src/commands/run.ts";
import { type Erasure, fileJournal, readJournal } from "@tillit/record-store";

const erasure = (record: string): Erasure => ({ controller: "c", record, rule: "r", at: "2026-11-23" });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tillit-journal-"));
  path = join(folder, "erasures.ndjson");
});

describe("the journal of erasures", () => {
  test("is there from the start, and goes on after a line that a crash cut off", async () => {
    const journal = fileJournal(path);
    expect(readFileSync(path, "utf8")).toBe("");
    await journal.add([erasure("a")]);
    appendFileSync(path, '{"controller":"c","rec');
    expect(readJournal(path)).toStrictEqual([erasure("a")]);
    await fileJournal(path).add([erasure("b"), erasure("c")]);
    await journal.add([erasure("d")]);
    expect(readJournal(path).map(({ record }) => record)).toStrictEqual(["a", "b", "c", "d"]);
  });

  test("with a line that is damaged is refused, since leaving it out could bring a record back", () => {
    writeFileSync(path, `${JSON.stringify(erasure("a"))}\n{"controll\n${JSON.stringify(erasure("b"))}\n`);
    expect(() => readJournal(path)).toThrow(expect.objectContaining({ code: "STORE_JOURNAL_DAMAGED" }));
  });

  test("that cannot be written is refused at the start, before anything is destroyed", () => {
    writeFileSync(path, "");
    expect(() => fileJournal(join(path, "below-a-file"))).toThrow(
      expect.objectContaining({ code: "STORE_JOURNAL_UNWRITABLE" }),
    );
  });
});

describe("a restore", () => {
  const restore = async (...journals: string[]): Promise<unknown> => {
    const url = join(folder, "source.db");
    const backup = join(folder, "backup.ndjson");
    await runCommand(url, ["backup", backup]);
    return runCommand(join(folder, "target.db"), ["restore", backup, ...journals]);
  };

  test.each<[what: string, journals: readonly string[]]>([
    ["names no journal", []],
    ["names one that is not there", ["/nowhere/erasures.ndjson"]],
  ])("that %s is refused before anything is written", async (_what, journals) => {
    await expect(restore(...journals)).rejects.toMatchObject({ code: "STORE_JOURNAL_MISSING" });
  });

  test("without a journal has to be meant", async () => {
    expect(await restore("--without-journal")).toContain("0 erasures");
  });
});
