/** One damaged section is named, and keeps back none of the others. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, json, type Run, tillitHere } from "../tillit.ts";

const place = folder();
const at = (...parts: string[]): string => join(place.path, ...parts);
const purpose = ["--purpose", "foster-care-application", "--schema", "fam-intresse/1"];
const content = '{"name":"Åsa Öst"}';

function open(name: string, ...more: string[]): Promise<Run> {
  const read = ["--receipt", at("receipt.txt"), ...more];
  return tillitHere(["envelope", "open", at(name), ...purpose, ...read]);
}

type Damage = (path: string) => void;

const flipped: Damage = (path) => {
  const blob = readFileSync(path);
  writeFileSync(path, blob.with(-1, (blob.at(-1) ?? 0) ^ 1));
};
const cut: Damage = (path) => {
  writeFileSync(path, readFileSync(path).subarray(0, -1));
};
const removed: Damage = (path) => {
  rmSync(path);
};

/** A copy of the envelope in which some blobs are damaged. */
function damaged(name: string, damages: Readonly<Record<string, Damage>>): void {
  cpSync(at("sealed"), at(name), { recursive: true });
  for (const [id, damage] of Object.entries(damages)) damage(at(name, "blobs", `${id}.bin`));
}

beforeAll(async () => {
  writeFileSync(at("passphrase"), "fyra ord i en rad\n");
  writeFileSync(at("contact.json"), content);
  const phrase = ["--passphrase-file", at("passphrase")];
  const kind = ["--controller", "kommun-1", "--kem", "x25519"];
  const made = await tillitHere(["envelope", "keygen", at("keys"), ...kind, ...phrase]);
  const { root } = json(made) as { root: string };
  const whose = ["--document", at("keys", "document.json"), "--root", root, "--controller", "kommun-1"];
  const keys = [...whose, "--receipt", at("receipt.txt")];
  const sections = ["a", "b", "c", "d"].map((id) => `${id}=${at("contact.json")}`);
  const sealed = await tillitHere(["envelope", "seal", at("sealed"), ...sections, ...keys, ...purpose]);
  expect(sealed.code).toBe(0);
}, 30_000);
afterAll(() => {
  place[Symbol.dispose]();
});

describe("open --out of an envelope with damaged sections", () => {
  it("keeps what opens, before and after them, and tells each of the others by its id, exit 4", async () => {
    damaged("three", { a: flipped, b: cut, d: removed });
    const opened = await open("three", "--out", at("three-out"));
    expect(opened.code).toBe(4);
    expect(json(opened)).toEqual({
      sections: [
        { id: "a", state: "damaged" },
        { id: "b", state: "damaged" },
        { id: "c", state: "readable" },
        { id: "d", state: "damaged" },
      ],
    });
    expect(opened.stderr).toMatch(
      /^tillit: CORRUPT [^\n]+ \(a\)\ntillit: \w+ [^\n]+ \(b\)\ntillit: BLOB_MISSING [^\n]+ \(d\)\n$/u,
    );
    expect(opened.stderr).not.toContain("Åsa");
    expect(readdirSync(at("three-out"))).toEqual(["c"]);
    expect(readFileSync(at("three-out", "c"), "utf8")).toBe(content);
  });

  it("tells them in Swedish", async () => {
    damaged("said", { a: flipped, c: removed });
    const { stderr } = await open("said", "--out", at("said-out"), "--lang", "sv");
    expect(stderr).toBe(
      "tillit: CORRUPT innehållet är inte det som förseglades och skrevs under (a)\n" +
        "tillit: BLOB_MISSING delens förseglade fil finns inte (c)\n",
    );
  });

  it("writes over nothing from an earlier try without --force", async () => {
    damaged("again", { a: flipped });
    expect((await open("again", "--out", at("again-out"))).code).toBe(4);
    const again = await open("again", "--out", at("again-out"));
    expect(again).toMatchObject({ code: 4, stdout: "" });
    expect(again.stderr).toMatch(/^tillit: FILE_EXISTS /u);
    const forced = await open("again", "--out", at("again-out"), "--force");
    expect(forced.stderr).toMatch(/^tillit: CORRUPT [^\n]+ \(a\)\n$/u);
    expect(readdirSync(at("again-out")).toSorted()).toEqual(["b", "c", "d"]);
  });

  it("leaves no folder where nothing opens", async () => {
    damaged("none", { a: flipped, b: flipped, c: cut, d: removed });
    expect((await open("none", "--out", at("none-out"))).code).toBe(4);
    expect(existsSync(at("none-out"))).toBe(false);
  });
});

it("a destroyed section is told in the language asked for, exit 3", async () => {
  damaged("shredded", {});
  const shred = ["envelope", "shred", at("shredded"), "b", "--rule", "R-1", "--yes"];
  expect((await tillitHere(shred)).code).toBe(0);
  const swedish = await open("shredded", "--section", "b", "--lang", "sv");
  expect(swedish).toEqual({
    code: 3,
    stdout: "",
    stderr: "tillit: SHREDDED den här delens nyckel är förstörd\n",
  });
  expect((await open("shredded", "--section", "b")).stderr).toBe(
    "tillit: SHREDDED the key of this section has been destroyed\n",
  );
});
