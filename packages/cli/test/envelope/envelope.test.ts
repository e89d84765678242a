import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, json, tillit } from "../tillit.ts";

const place = folder();
const at = (...parts: string[]): string => join(place.path, ...parts);
const purpose = ["--purpose", "foster-care-application", "--schema", "fam-intresse/1"];
const pdf = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251);
let root = "";

beforeAll(async () => {
  writeFileSync(at("passphrase"), "fyra ord i en rad\n");
  writeFileSync(at("wrong"), "fem ord i en rad\n");
  writeFileSync(at("contact.json"), '{"name":"Åsa Öst"}');
  writeFileSync(at("scan.pdf"), pdf);
  const made = await tillit(
    "envelope keygen keys --controller kommun-1 --kem x25519 --passphrase-file passphrase".split(" "),
    "",
    place.path,
  );
  root = (json(made) as { root: string }).root;
  const sealed = await tillit(
    [
      "envelope",
      "seal",
      "sealed",
      "contact=contact.json",
      "file-1=scan.pdf",
      "--document",
      "keys/document.json",
      "--root",
      root,
      "--controller",
      "kommun-1",
      "--receipt",
      "receipt.txt",
      ...purpose,
    ],
    "",
    place.path,
  );
  expect([made, sealed].map(({ code }) => code)).toEqual([0, 0]);
}, 30_000);
afterAll(() => {
  place[Symbol.dispose]();
});

function run(...args: string[]) {
  return tillit(["envelope", ...args], "", place.path);
}

function copyOf(name: string, change: (blob: Buffer) => Uint8Array): void {
  mkdirSync(at(name, "blobs"), { recursive: true });
  for (const file of ["manifest.json", "keyring.json", "blobs/contact.bin"]) {
    writeFileSync(at(name, file), readFileSync(at("sealed", file)));
  }
  writeFileSync(at(name, "blobs", "file-1.bin"), change(readFileSync(at("sealed", "blobs", "file-1.bin"))));
}

describe("tillit envelope keygen", () => {
  it("keeps secrets readable for their owner alone, the private key locked", () => {
    for (const name of ["key.json", "root.json"]) expect(statSync(at("keys", name)).mode & 0o077).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(at("keys", "key.json"), "utf8")) as object)).toEqual([
      "v",
      "kem",
      "kid",
      "slots",
    ]);
  });

  it("overwrites nothing without --force, and ends with 4", async () => {
    const before = readFileSync(at("keys", "key.json"), "utf8");
    const again = await run("keygen", "keys", "--controller", "x", "--passphrase-file", "passphrase");
    expect(again).toMatchObject({
      code: 4,
      stdout: "",
      stderr: expect.stringMatching(/^tillit: FILE_EXISTS /) as string,
    });
    expect(readFileSync(at("keys", "key.json"), "utf8")).toBe(before);
  });

  it("refuses a short passphrase, in the language asked for, and makes nothing", async () => {
    writeFileSync(at("short"), "sju ord\n");
    const refused = await run(
      "keygen",
      "weak",
      "--controller",
      "x",
      "--passphrase-file",
      "short",
      "--lang",
      "sv",
    );
    expect(refused).toMatchObject({
      code: 4,
      stdout: "",
      stderr: expect.stringMatching(/^tillit: POLICY det tillåts inte/) as string,
    });
    expect(readdirSync(place.path)).not.toContain("weak");
  });

  it("asks for a passphrase file where there is no terminal", async () => {
    expect(await run("keygen", "other", "--controller", "x")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^tillit: PASSPHRASE_MISSING /) as string,
    });
  });
});

describe("tillit envelope seal", () => {
  it("leaves no word of the content or of file names in the envelope", () => {
    const files = readdirSync(at("sealed"), { recursive: true, encoding: "utf8" });
    expect(files.toSorted()).toEqual([
      "blobs",
      "blobs/contact.bin",
      "blobs/file-1.bin",
      "keyring.json",
      "manifest.json",
    ]);
    const bytes = (): Buffer =>
      Buffer.concat(files.filter((file) => file !== "blobs").map((file) => readFileSync(at("sealed", file))));
    // Whole words in UTF-8: fewer bytes would turn up among sealed ones by chance.
    const words = ["Åsa Öst", "scan.pdf", "contact.json"];
    expect(words.filter((word) => bytes().includes(word))).toEqual([]);
  });

  it("seals to the controller that was told and to no other that the same root answers for", async () => {
    const keys = ["--document", "keys/document.json", "--root", root, "--receipt", "r3", ...purpose];
    const refused = await run("seal", "s3", "a=contact.json", ...keys, "--controller", "kommun-2");
    expect([refused.code, refused.stderr.split(" ")[1]]).toEqual([4, "DIRECTORY"]);
    const unsaid = await run("seal", "s3", "a=contact.json", ...keys);
    expect([unsaid.code, unsaid.stdout]).toEqual([2, ""]);
    expect(unsaid.stderr).toContain("--controller");
    expect(readdirSync(place.path)).not.toContain("r3");
  });

  it("seals only under a root that was given by another way", async () => {
    const other = `${root.startsWith("A") ? "B" : "A"}${root.slice(1)}`;
    const refused = await run(
      "seal",
      "s2",
      "a=contact.json",
      "--document",
      "keys/document.json",
      "--root",
      other,
      "--controller",
      "kommun-1",
      "--receipt",
      "r2",
      ...purpose,
    );
    expect(refused.code).toBe(4);
    expect(refused.stderr).toMatch(/^tillit: SIGNATURE /);
    expect(readdirSync(place.path)).not.toContain("r2");
  });
});

describe("tillit envelope inspect", () => {
  it("prints the manifest without any key", async () => {
    expect(json(await run("inspect", "sealed"))).toMatchObject({
      manifest: { context: { controllers: ["kommun-1"] }, sections: [{ id: "contact" }, { id: "file-1" }] },
    });
  });
});

describe("tillit envelope verify", () => {
  it("finds a whole envelope whole", async () => {
    const found = await run("verify", "sealed", ...purpose, "--controller", "kommun-1");
    expect(found).toMatchObject({ code: 0, stderr: "" });
    expect(json(found)).toMatchObject({
      valid: true,
      sections: [{ id: "contact", state: "sealed" }, { id: "file-1" }],
    });
  });

  it.each([
    ["a flipped bit", (blob: Buffer) => blob.with(5000, (blob[5000] ?? 0) ^ 1), "CORRUPT"],
    ["a blob cut short", (blob: Buffer) => blob.subarray(0, -1), "TRUNCATED"],
  ])("finds %s, exit 1, and open refuses it, exit 4, leaving nothing half", async (what, change, code) => {
    const name = what.replaceAll(" ", "-");
    copyOf(name, change);
    const found = await run("verify", name, ...purpose);
    expect(found.code).toBe(1);
    expect(json(found)).toEqual({ valid: false, code, section: "file-1" });
    const opened = await run("open", name, ...purpose, "--receipt", "receipt.txt", "--out", `${name}-out`);
    expect(opened.code).toBe(4);
    expect(opened.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+ \\(file-1\\)\\n$`));
    expect(readdirSync(at(`${name}-out`))).toEqual(["contact"]);
  });

  it("finds an envelope for something else, exit 1", async () => {
    const found = await run("verify", "sealed", "--purpose", "other", "--schema", "fam-intresse/1");
    expect(found.code).toBe(1);
    expect(json(found)).toEqual({ valid: false, code: "CONTEXT" });
  });
});

describe("tillit envelope open", () => {
  it("gives back what was sealed, byte for byte, to the receipt", async () => {
    const opened = await run("open", "sealed", ...purpose, "--receipt", "receipt.txt", "--out", "out");
    expect(opened).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(at("out", "file-1"))).toEqual(Buffer.from(pdf));
    const again = await run("open", "sealed", ...purpose, "--receipt", "receipt.txt", "--out", "out");
    expect(again).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/^tillit: FILE_EXISTS /) as string,
    });
  });

  it("gives one section to the key, on standard output", async () => {
    const opened = await run(
      "open",
      "sealed",
      ...purpose,
      "--key",
      "keys/key.json",
      "--passphrase-file",
      "passphrase",
      "--section",
      "contact",
    );
    expect(opened).toEqual({ code: 0, stdout: '{"name":"Åsa Öst"}', stderr: "" });
  });

  it.each([
    [
      "a wrong passphrase",
      ["--key", "keys/key.json", "--passphrase-file", "wrong", "--section", "contact"],
      2,
      "PASSPHRASE",
    ],
    ["neither key nor receipt", ["--section", "contact"], 2, "USAGE"],
    ["nowhere to put it", ["--receipt", "receipt.txt"], 2, "USAGE"],
    ["no such section", ["--receipt", "receipt.txt", "--section", "none"], 2, "SECTION_NOT_FOUND"],
    ["a receipt that is none", ["--receipt", "passphrase", "--section", "contact"], 2, "FORMAT"],
  ])("refuses %s", async (_, more, code, word) => {
    const refused = await run("open", "sealed", ...purpose, ...more);
    expect(refused).toMatchObject({ code, stdout: "" });
    expect(refused.stderr).toMatch(new RegExp(`^tillit: ${word} [^\\n]+\\n$`));
  });
});
