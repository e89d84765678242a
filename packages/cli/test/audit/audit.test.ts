import {
  formatVerifier,
  logCheckpoint,
  logEntry,
  logHeader,
  signCheckpoint,
  verifierOf,
} from "@tillit/audit-chain";
import { append, emptyTree, rootOf } from "@tillit/merkle-tree";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, json, tillit, tillitHere } from "../tillit.ts";

const signer = { name: "log.example", secretKey: new Uint8Array(32).fill(7) };
const stranger = { name: "log.example", secretKey: new Uint8Array(32).fill(8) };
const origin = "log.example/kommun-1";
const key = formatVerifier(verifierOf(signer));

function checkpointAt(size: number): string {
  let tree = emptyTree;
  for (let index = 0; index < size; index += 1) tree = append(tree, entry(index)).tree;
  return signCheckpoint({ origin, size, root: rootOf(tree) }, signer);
}

function entry(index: number): Uint8Array {
  return new TextEncoder().encode(`{"event":${index}}`);
}

const log = [
  logHeader(origin, verifierOf(signer)),
  ...[0, 1, 2, 3].map((index) => logEntry(index, entry(index))),
  logCheckpoint(checkpointAt(4)),
  logEntry(4, entry(4)),
  logCheckpoint(checkpointAt(5)),
];
const text = `${log.join("\n")}\n`;

describe("tillit audit verify", () => {
  it("finds a whole log whole, from a file and from standard input, and says nothing else when the key was given", async () => {
    using place = folder();
    const file = join(place.path, "log.ndjson");
    writeFileSync(file, text);
    const runs = [
      await tillit(["audit", "verify", file, "--key", key]),
      await tillit(["audit", "verify", "-", "--key", key], text),
    ];
    for (const run of runs) {
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(json(run)).toMatchObject({ valid: true, origin, size: 5, key });
    }
  });

  it("says that a key from the file itself proves less", async () => {
    const run = await tillitHere(["audit", "verify"], text);
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining("--key") as string });
  });

  it.each([
    [
      "a changed entry",
      log.with(3, logEntry(2, entry(99))),
      { code: "CHECKPOINT_ROOT_DIFFERS", line: 6, firstBadEntry: 0, lastBadEntry: 3 },
    ],
    ["an entry taken out", log.toSpliced(3, 1), { code: "ENTRY_OUT_OF_ORDER", line: 4, firstBadEntry: 2 }],
    ["a broken line", log.with(3, "198112289874"), { code: "LINE_MALFORMED", line: 4, firstBadEntry: 2 }],
    ["no end", log.slice(0, -1), { code: "CHECKPOINT_MISSING", line: 8, firstBadEntry: 4 }],
    ["nothing", [], { code: "HEADER_MISSING", line: 1, firstBadEntry: 0 }],
  ])("names the first bad entry and ends with 1: %s", async (_, lines, fault) => {
    const run = await tillitHere(["audit", "verify", "-", "--key", key], lines.join("\n"));
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(json(run)).toEqual({ valid: false, ...fault });
  });

  it("finds another key's log not to be the one", async () => {
    const run = await tillitHere(
      ["audit", "verify", "-", "--key", formatVerifier(verifierOf(stranger))],
      text,
    );
    expect(json(run)).toMatchObject({ valid: false, code: "CHECKPOINT_UNVERIFIED" });
  });

  it("finds a log cut short with a checkpoint kept from earlier", async () => {
    using place = folder();
    const known = join(place.path, "checkpoint.txt");
    writeFileSync(known, checkpointAt(5));
    const cut = log.slice(0, 6).join("\n");
    expect(json(await tillitHere(["audit", "verify", "--key", key], cut))).toMatchObject({
      valid: true,
      size: 4,
    });
    const run = await tillitHere(["audit", "verify", "--key", key, "--since", known], cut);
    expect(run.code).toBe(1);
    expect(json(run)).toEqual({ valid: false, code: "LOG_CUT_SHORT", line: 7, firstBadEntry: 4 });
  });

  it("takes a kept checkpoint only together with a key", async () => {
    expect(await tillitHere(["audit", "verify", "--since", "x"], text)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^tillit: USAGE /) as string,
    });
  });
});
