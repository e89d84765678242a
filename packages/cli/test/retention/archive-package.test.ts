import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, json, tillitHere } from "../tillit.ts";

const metadata = {
  label: "2026-00001",
  creator: { name: "Socialnämnden" },
  manifest: {
    format: "tillit-transfer/1",
    list: "r1",
    receiver: "archive-authority",
    entries: [],
  },
  events: [{ type: "creation", at: "2024-03-01T09:00:00Z" }],
};

function placed(path: string): { content: string; metadata: string; out: string } {
  const content = join(path, "opened");
  mkdirSync(join(content, "bilagor"), { recursive: true });
  writeFileSync(join(content, "contact.json"), "{}");
  writeFileSync(join(content, "bilagor", "intyg.pdf"), "%PDF-");
  const file = join(path, "metadata.json");
  writeFileSync(file, JSON.stringify(metadata));
  return { content, metadata: file, out: join(path, "delivery") };
}

describe("tillit retention package", () => {
  it("makes a folder with METS, PREMIS and the content, each file with its checksum", async () => {
    using place = folder();
    const { content, metadata: file, out } = placed(place.path);
    const args = ["retention", "package", content, "--metadata", file, "--id", "p-1", "--out", out];
    const run = await tillitHere([...args, "--created", "2026-11-21T12:00:00Z"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(json(run)).toMatchObject({ package: join(out, "p-1"), files: 2 });
    const made = readdirSync(join(out, "p-1"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(out, "p-1").length + 1));
    expect(made.toSorted()).toEqual([
      "METS.xml",
      "documentation/package.txt",
      "metadata/other/transfer.json",
      "metadata/preservation/premis.xml",
      "representations/rep1/METS.xml",
      "representations/rep1/data/bilagor/intyg.pdf",
      "representations/rep1/data/contact.json",
      "representations/rep1/metadata/preservation/premis.xml",
      "schemas/transfer.schema.json",
    ]);
    const mets = readFileSync(join(out, "p-1", "representations", "rep1", "METS.xml"), "utf8");
    for (const text of ["{}", "%PDF-"]) {
      expect(mets).toContain(createHash("sha256").update(text).digest("hex"));
    }
    expect(mets).toContain('MIMETYPE="application/pdf"');
  });

  it("encloses documentation and schemas that the archive wants, and lists them", async () => {
    using place = folder();
    const { content, metadata: file, out } = placed(place.path);
    const [documentation, schemas] = ["handbok", "xsd"].map((name) => join(place.path, name)) as [
      string,
      string,
    ];
    for (const made of [documentation, schemas]) mkdirSync(made);
    writeFileSync(join(documentation, "handbok.txt"), "Så här läses akten.");
    writeFileSync(join(schemas, "mets.xsd"), "<schema/>");
    const args = ["retention", "package", content, "--metadata", file, "--id", "p-1", "--out", out];
    const run = await tillitHere([...args, "--documentation", documentation, "--schemas", schemas]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const mets = readFileSync(join(out, "p-1", "METS.xml"), "utf8");
    for (const [path, type] of [
      ["documentation/handbok.txt", "text/plain"],
      ["schemas/mets.xsd", "text/xml"],
    ] as const) {
      const bytes = readFileSync(join(out, "p-1", path));
      const sum = createHash("sha256").update(bytes).digest("hex");
      expect(mets).toMatch(
        new RegExp(`MIMETYPE="${type}"[^>]*CHECKSUM="${sum}"[^>]*>\\s*<[^>]*"${path}"`, "u"),
      );
    }
  });

  it("refuses a time that is no time before anything is written", async () => {
    using place = folder();
    const { content, metadata: file, out } = placed(place.path);
    const args = ["retention", "package", content, "--metadata", file, "--id", "p-1", "--out", out];
    const run = await tillitHere([...args, "--created", "2026-11-21"]);
    expect(run.code).not.toBe(0);
    expect(run.stderr).toContain("PACKAGE_MALFORMED");
    expect(readdirSync(place.path)).not.toContain("delivery");
  });

  it("overwrites no package, and refuses an id that is no folder name", async () => {
    using place = folder();
    const { content, metadata: file, out } = placed(place.path);
    const run = (id: string) =>
      tillitHere(["retention", "package", content, "--metadata", file, "--id", id, "--out", out]);
    expect((await run("p-1")).code).toBe(0);
    const again = await run("p-1");
    expect(again.code).not.toBe(0);
    expect(again.stderr).toContain("FILE_EXISTS");
    const up = await run("../up");
    expect(up.code).not.toBe(0);
    expect(up.stderr).toContain("PACKAGE_MALFORMED");
    for (const bad of [
      {},
      { ...metadata, creator: {} },
      { ...metadata, creator: { name: "Nämnden", identity: 2120002049 } },
      { ...metadata, manifest: null },
      { ...metadata, events: [{ type: "creation" }] },
      { ...metadata, events: [null] },
      { ...metadata, restriction: "until 2030" },
      { ...metadata, creator: { ...metadata.creator, address: "Torget 1" } },
    ]) {
      writeFileSync(file, JSON.stringify(bad));
      expect((await run("p-2")).stderr).toContain("METADATA_MALFORMED");
    }
  });
});
