/** Archives that every tool reads: written here, read by the system's own tar. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type PackedFile, tarFile } from "../src/transfers/archive/tar-file.ts";

const folder = mkdtempSync(join(tmpdir(), "tillit-tar-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (path: string, size: number): PackedFile => ({
  path,
  bytes: new Uint8Array(size).map((_, index) => index % 251),
});

describe("a tar file", () => {
  it.each([
    ["of nothing but a name", [file("a/empty.json", 0)]],
    ["of sizes around a block", [file("a/1", 511), file("a/2", 512), file("a/3", 513)]],
    ["of a path that takes both fields", [file(`${"f".repeat(60)}/${"g".repeat(80)}.json`, 7)]],
  ])("%s is read as it was written", async (_what, files) => {
    const tar = tarFile(files, new Date("2026-11-22T10:00:00Z"));
    const path = join(folder, "made.tar");
    writeFileSync(path, new Uint8Array(await tar.arrayBuffer()));
    execFileSync("tar", ["-xf", path, "-C", folder]);
    for (const { path: name, bytes } of files) {
      expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(bytes);
    }
    expect(tar.size % 512).toBe(0);
  });

  it("refuses a name that no field holds", () => {
    expect(() => tarFile([file("h".repeat(101), 1)], new Date())).toThrow("PACKAGE_TOO_LARGE");
  });
});
