import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  logCheckpoint,
  logEntry,
  logHeader,
  signCheckpoint,
  verifierOf,
  verifyCheckpoint,
  verifyLog,
} from "../src/index.ts";
import { append, emptyTree, rootOf, type Tree } from "@tillit/merkle-tree";

const signer = { name: "log.example", secretKey: new Uint8Array(32).fill(7) };
const stranger = { name: "log.example", secretKey: new Uint8Array(32).fill(8) };
const key = verifierOf(signer);
const origin = "log.example/kommun-1";

function entryOf(index: number): Uint8Array {
  return new TextEncoder().encode(`{"event":${index}}`);
}

function treeOf(size: number): Tree {
  let tree = emptyTree;
  for (let index = 0; index < size; index += 1) tree = append(tree, entryOf(index)).tree;
  return tree;
}

/** A log of `size` entries with a checkpoint after every `every` and after the last. */
function exported(size: number, every: number, by = signer, entry = entryOf): string[] {
  const lines = [logHeader(origin, verifierOf(by))];
  let tree = emptyTree;
  for (let index = 0; index < size; index += 1) {
    tree = append(tree, entry(index)).tree;
    lines.push(logEntry(index, entry(index)));
    if (tree.size % every === 0 || tree.size === size) {
      lines.push(logCheckpoint(signCheckpoint({ origin, size: tree.size, root: rootOf(tree) }, by)));
    }
  }
  if (size === 0) lines.push(logCheckpoint(signCheckpoint({ origin, size: 0, root: rootOf(tree) }, by)));
  return lines;
}

const log = exported(10, 4);
// Line 1 is the header, 2–5 entries 0–3, 6 a checkpoint, 7–10 entries 4–7, 11 a checkpoint, 12–13, 14 the last.

describe("an exported log", () => {
  it.each([0, 1, 2, 3, 4, 5, 17])("of %i entries holds", (size) => {
    expect(verifyLog(exported(size, 4), { verifiers: [key] })).toMatchObject({ ok: true, origin, size });
  });

  it("is believed about its own key only where no other is given", () => {
    const forged = exported(10, 4, stranger);
    expect(verifyLog(forged)).toMatchObject({ ok: true });
    expect(verifyLog(forged, { verifiers: [key] })).toEqual({
      ok: false,
      fault: { code: "CHECKPOINT_UNVERIFIED", line: 6, from: 0, to: 3 },
    });
  });

  const changed = logEntry(5, entryOf(55));
  const lying = (log[7] ?? "").replace(
    /"entry":"[^"]+"/,
    `"entry":"${Buffer.from("lie").toString("base64")}"`,
  );
  it.each([
    [
      "an entry whose bytes were changed",
      log.with(7, lying),
      { code: "ENTRY_CHANGED", line: 8, from: 5, to: 5 },
    ],
    [
      "an entry that was replaced together with its hash",
      log.with(7, changed),
      { code: "CHECKPOINT_ROOT_DIFFERS", line: 11, from: 4, to: 7 },
    ],
    ["an entry taken out", log.toSpliced(8, 1), { code: "ENTRY_OUT_OF_ORDER", line: 9, from: 6, to: 6 }],
    [
      "an entry put in",
      log.toSpliced(8, 0, changed),
      { code: "ENTRY_OUT_OF_ORDER", line: 9, from: 6, to: 6 },
    ],
    [
      "two entries in each other's place",
      log.with(7, log[8] ?? "").with(8, log[7] ?? ""),
      { code: "ENTRY_OUT_OF_ORDER", line: 8, from: 5, to: 5 },
    ],
    [
      "two entries changed and numbered anew",
      log.with(7, logEntry(5, entryOf(6))).with(8, logEntry(6, entryOf(5))),
      { code: "CHECKPOINT_ROOT_DIFFERS", line: 11, from: 4, to: 7 },
    ],
    [
      "the last checkpoint cut off",
      log.slice(0, -1),
      { code: "CHECKPOINT_MISSING", line: 14, from: 8, to: 9 },
    ],
    [
      "the end cut off and the last checkpoint kept",
      [...log.slice(0, 11), log[13] ?? ""],
      { code: "CHECKPOINT_SIZE_DIFFERS", line: 12, from: 8, to: 8 },
    ],
    [
      "a checkpoint of another log",
      log.with(
        5,
        logCheckpoint(signCheckpoint({ origin: "other", size: 4, root: new Uint8Array(32) }, signer)),
      ),
      { code: "CHECKPOINT_OF_ANOTHER_LOG", line: 6, from: 0, to: 3 },
    ],
    ["no header", log.slice(1), { code: "HEADER_MISSING", line: 1, from: 0, to: 0 }],
    ["a checkpoint first", [log[5] ?? "", ...log], { code: "HEADER_MISSING", line: 1, from: 0, to: 0 }],
    ["two headers", log.toSpliced(3, 0, log[0] ?? ""), { code: "LINE_MALFORMED", line: 4, from: 2, to: 2 }],
    ["a line that is no JSON", log.with(3, "{"), { code: "LINE_MALFORMED", line: 4, from: 2, to: 2 }],
    ["an empty line", log.toSpliced(3, 0, ""), { code: "LINE_MALFORMED", line: 4, from: 2, to: 2 }],
    [
      "bytes that are no base64",
      log.with(3, '{"index":2,"entry":"?","hash":""}'),
      { code: "LINE_MALFORMED", line: 4, from: 2, to: 2 },
    ],
    ["nothing at all", [], { code: "HEADER_MISSING", line: 1, from: 0, to: 0 }],
  ])("with %s does not, and says where", (_, lines, fault) => {
    expect(verifyLog(lines, { verifiers: [key] })).toEqual({ ok: false, fault });
  });

  it("cut off at one of its checkpoints holds by itself, but not against a checkpoint kept from earlier", () => {
    const cut = log.slice(0, 11);
    const known = verifyCheckpoint((JSON.parse(log.at(-1) ?? "") as { checkpoint: string }).checkpoint, key);
    expect(verifyLog(cut, { verifiers: [key] })).toMatchObject({ ok: true, size: 8 });
    expect(verifyLog(cut, { verifiers: [key], known })).toEqual({
      ok: false,
      fault: { code: "LOG_CUT_SHORT", line: 12, from: 8, to: 9 },
    });
    expect(verifyLog(log, { verifiers: [key], known })).toMatchObject({ ok: true, size: 10 });
  });

  it("rewritten from the start by the holder of the key does not hold against a checkpoint kept from earlier", () => {
    const rewritten = exported(10, 4, signer, (index) => entryOf(index === 2 ? 22 : index));
    const known = { origin, size: 3, root: rootOf(treeOf(3)) };
    expect(verifyLog(rewritten, { verifiers: [key] })).toMatchObject({ ok: true });
    expect(verifyLog(rewritten, { verifiers: [key], known })).toEqual({
      ok: false,
      fault: { code: "KNOWN_CHECKPOINT_DIFFERS", line: 4, from: 0, to: 2 },
    });
    expect(verifyLog(log, { known: { ...known, origin: "other" } })).toMatchObject({
      ok: false,
      fault: { code: "CHECKPOINT_OF_ANOTHER_LOG" },
    });
    expect(verifyLog(log, { known: { origin, size: 0, root: rootOf(emptyTree) } })).toMatchObject({
      ok: true,
    });
  });

  it("never holds with any character changed", () => {
    const text = log.join("\n");
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom("0", "A", "x", '"', "\n", "="),
        (at, put) => {
          fc.pre(text[at] !== put);
          const verdict = verifyLog((text.slice(0, at) + put + text.slice(at + 1)).split("\n"), {
            verifiers: [key],
          });
          // The key in the header is not what the verdict rests on.
          expect(verdict.ok && at > (log[0] ?? "").length).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("stays small in memory: its state is the right edge, whatever its length", () => {
    const verdict = verifyLog(
      (function* lines() {
        yield* exported(2000, 500);
      })(),
      { verifiers: [key] },
    );
    expect(verdict).toMatchObject({ ok: true, size: 2000 });
  });
});
