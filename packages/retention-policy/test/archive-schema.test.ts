/** Against the schemas themselves, where they lie: they are not this repository's to spread. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { situations } from "./packages.ts";

const folder = process.env["TILLIT_ARCHIVE_SCHEMAS"];
const ready =
  folder !== undefined &&
  ["mets.xsd", "premis.xsd"].every((name) => existsSync(join(folder, name))) &&
  spawnSync("xmllint", ["--version"]).status === 0;
const why = "TILLIT_ARCHIVE_SCHEMAS names no folder with mets.xsd and premis.xsd, or there is no xmllint";

describe.each(situations)("a package with %s", (_name, { files }) => {
  test.for(["METS.xml", "premis.xml"])("has every %s valid by its schema", (name, context) => {
    if (!ready) context.skip(why);
    const made = mkdtempSync(join(tmpdir(), "tillit-archive-"));
    try {
      const documents = [...files].filter(([path]) => basename(path) === name);
      expect(documents).toHaveLength(2);
      for (const [, text] of documents) {
        const file = join(made, name);
        writeFileSync(file, text);
        const schema = join(folder ?? "", name === "METS.xml" ? "mets.xsd" : "premis.xsd");
        const run = spawnSync("xmllint", ["--noout", "--nonet", "--schema", schema, file], {
          encoding: "utf8",
        });
        expect(run.stderr.trim()).toBe(`${file} validates`);
      }
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  });
});
