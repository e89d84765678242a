import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publicKeyFromSeed } from "@tillit/crypto-envelope";
import { lockKey, parseKeyFile, unlockKey } from "@tillit/crypto-envelope/keyfile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, json, tillitHere } from "../tillit.ts";

const place = folder();
const at = (...parts: string[]): string => join(place.path, ...parts);
const purpose = ["--purpose", "foster-care-application", "--schema", "fam-intresse/1"];
const phrase = ["--passphrase-file", at("passphrase")];
const words = "fyra ord i en rad";
const roots: Record<string, string> = {};
const kids: Record<string, string> = {};

function run(...args: string[]) {
  return tillitHere(["envelope", ...args]);
}

/** The same key behind the same words at the least cost there is: it is asked for again and again below. */
async function lockLightly(path: string): Promise<void> {
  const file = parseKeyFile(JSON.parse(readFileSync(path, "utf8")));
  const seed = await unlockKey(file, { passphrase: words });
  const publicKey = await publicKeyFromSeed(file.kem, seed);
  writeFileSync(path, JSON.stringify(await lockKey(seed, publicKey, [{ passphrase: words, logN: 14 }])));
}

function openAs(name: string) {
  return run(
    "open",
    at("sealed"),
    ...purpose,
    "--key",
    at(name, "key.json"),
    ...phrase,
    "--section",
    "contact",
  );
}

/** The options that say whose keys, and who answers for them. */
function document(name: string, option = "--document-controller"): readonly string[] {
  const given = ["--document", at(name, "document.json"), "--root", roots[name] ?? ""];
  return [...given, option, `kommun-${name}`];
}

beforeAll(async () => {
  writeFileSync(at("passphrase"), `${words}\n`);
  writeFileSync(at("contact.json"), '{"name":"Åsa Öst"}');
  for (const [name, kem] of [
    ["first", "x25519"],
    ["second", "x25519"],
    ["hybrid", "xwing"],
  ] as const) {
    const made = await run("keygen", at(name), "--controller", `kommun-${name}`, "--kem", kem, ...phrase);
    await lockLightly(at(name, "key.json"));
    const { kid, root } = json(made) as { kid: string; root: string };
    kids[name] = kid;
    roots[name] = root;
  }
  const sections = [`contact=${at("contact.json")}`, `health=${at("contact.json")}`];
  const sealed = await run(
    "seal",
    at("sealed"),
    ...sections,
    ...document("first", "--controller"),
    "--receipt",
    at("receipt.txt"),
    ...purpose,
  );
  expect(sealed.stderr + String(sealed.code)).toBe("0");
}, 60_000);
afterAll(() => {
  place[Symbol.dispose]();
});

function add(name: string, ...more: string[]) {
  return run("add-recipient", at("sealed"), ...document(name), ...purpose, ...more);
}

describe("tillit envelope add-recipient and remove-recipient", () => {
  it("lets a second controller in with the key of the first, and takes the first one out", async () => {
    expect(await openAs("second")).toMatchObject({ code: 2, stdout: "" });
    const added = await add("second", "--key", at("first", "key.json"), ...phrase);
    expect(json(added)).toMatchObject({
      added: [{ group: "g1", kem: "x25519", kid: kids["second"] }],
      recipients: 3,
    });
    expect((await openAs("second")).stdout).toBe('{"name":"Åsa Öst"}');

    const asked = await run("remove-recipient", at("sealed"), kids["first"] ?? "");
    expect(json(asked)).toMatchObject({ done: false, removed: 1 });
    expect((await openAs("first")).code).toBe(0);
    const done = await run("remove-recipient", at("sealed"), kids["first"] ?? "", "--yes");
    expect(json(done)).toMatchObject({ done: true, removed: 1, recipients: 2 });
    expect((await openAs("first")).stderr).toMatch(/^tillit: NO_KEY /);
    expect((await openAs("second")).code).toBe(0);
  }, 60_000);

  it("takes the applicant's receipt for a key, and another kind of key only when told to", async () => {
    const receipt = ["--receipt", at("receipt.txt")];
    expect(await add("hybrid", ...receipt)).toMatchObject({
      code: 4,
      stdout: "",
      stderr: expect.stringMatching(/^tillit: POLICY /) as string,
    });
    expect((await add("hybrid", ...receipt, "--allow-mixed")).code).toBe(0);
    expect((await openAs("hybrid")).stdout).toBe('{"name":"Åsa Öst"}');
  }, 60_000);

  it.each([
    [
      "a document that the root did not sign",
      () => add("second", "--root", roots["first"] ?? "", "--receipt", at("receipt.txt")),
      "SIGNATURE",
      4,
    ],
    ["neither key nor receipt", () => add("second"), "USAGE", 2],
    [
      "a document of another controller than the one that is told, though its root signed it",
      () => add("second", "--document-controller", "kommun-first", "--receipt", at("receipt.txt")),
      "DIRECTORY",
      4,
    ],
    [
      "a root key with a slip of the pen",
      () => add("second", "--root", "a".repeat(43), "--receipt", at("receipt.txt")),
      "ROOT_MALFORMED",
      2,
    ],
    [
      "a key id that is nobody's",
      () => run("remove-recipient", at("sealed"), "AAAAAAAAAAAAAAAAAAAAAA"),
      "NO_KEY",
      2,
    ],
  ])("refuses %s in one line", async (_, attempt, code, exit) => {
    const refused = await attempt();
    expect([refused.code, refused.stdout]).toEqual([exit, ""]);
    expect(refused.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+\\n$`));
  });
});

describe("tillit envelope rotate", () => {
  function rotate(name: string, key: string, ...more: string[]) {
    const holder = ["--key", at(key, "key.json"), ...phrase];
    return run("rotate", at("turned"), ...document(name), ...purpose, ...holder, ...more);
  }

  function opens(name: string) {
    const key = ["--key", at(name, "key.json"), ...phrase, "--section", "contact"];
    return run("open", at("turned"), ...purpose, ...key);
  }

  it("puts the new key in place of the old one, once --yes is given", async () => {
    const files = [
      `contact=${at("contact.json")}`,
      ...document("first", "--controller"),
      "--receipt",
      at("turned.txt"),
    ];
    expect((await run("seal", at("turned"), ...files, ...purpose)).code).toBe(0);

    const asked = await rotate("second", "first");
    expect(json(asked)).toMatchObject({ done: false, added: [{ kid: kids["second"] }], removed: 1 });
    expect((await opens("first")).code).toBe(0);

    expect(json(await rotate("second", "first", "--yes"))).toMatchObject({ done: true, recipients: 2 });
    expect((await opens("first")).stderr).toMatch(/^tillit: NO_KEY /);
    expect((await opens("second")).stdout).toBe('{"name":"Åsa Öst"}');
    const { recipients } = json(await run("inspect", at("turned"))) as { recipients: { kid: string }[] };
    expect(recipients.map(({ kid }) => kid)).toContain(kids["second"]);
    expect(recipients.map(({ kid }) => kid)).not.toContain(kids["first"]);
  }, 60_000);

  it("does not trust a stanza that lies under the new key's id already: it puts one there that opens", async () => {
    const files = [
      `contact=${at("contact.json")}`,
      ...document("first", "--controller"),
      "--receipt",
      at("planted.txt"),
    ];
    expect((await run("seal", at("planted"), ...files, ...purpose)).code).toBe(0);
    const path = at("planted", "keyring.json");
    const keyring = JSON.parse(readFileSync(path, "utf8")) as { stanzas: { kid: string }[] };
    const junk = { ...keyring.stanzas[0], kid: kids["second"] };
    writeFileSync(path, JSON.stringify({ ...keyring, stanzas: [junk, ...keyring.stanzas] }));
    const holder = ["--key", at("first", "key.json"), ...phrase, "--yes"];
    const turned = await run("rotate", at("planted"), ...document("second"), ...purpose, ...holder);
    expect(json(turned)).toMatchObject({
      done: true,
      added: [{ kid: kids["second"] }],
      removed: 2,
      recipients: 2,
    });
    const key = ["--key", at("second", "key.json"), ...phrase, "--section", "contact"];
    expect((await run("open", at("planted"), ...purpose, ...key)).stdout).toBe('{"name":"Åsa Öst"}');
  }, 60_000);

  it("takes a stronger kind of key as it is, and a weaker one only when told to", async () => {
    expect(json(await rotate("hybrid", "second", "--yes"))).toMatchObject({ done: true, removed: 1 });
    const receipt = ["--receipt", at("turned.txt")];
    const self = json(await run("inspect", at("turned"))) as { recipients: { kem: string; kid: string }[] };
    const own = self.recipients.find(({ kem }) => kem === "x25519")?.kid ?? "";
    expect((await run("remove-recipient", at("turned"), own, "--yes")).code).toBe(0);
    expect((await run("open", at("turned"), ...purpose, ...receipt, "--section", "contact")).code).toBe(2);
    expect((await rotate("first", "hybrid")).stderr).toMatch(/^tillit: POLICY /);
    expect((await rotate("first", "hybrid", "--allow-mixed", "--yes")).code).toBe(0);
    expect((await opens("first")).code).toBe(0);
  }, 60_000);
});

describe("tillit envelope shred", () => {
  it("destroys nothing until --yes, then one section for good and no other", async () => {
    const before = readFileSync(at("sealed", "keyring.json"), "utf8");
    const dry = await run("shred", at("sealed"), "health", "--rule", "sol-17-2");
    expect(json(dry)).toMatchObject({ done: false });
    expect(readFileSync(at("sealed", "keyring.json"), "utf8")).toBe(before);

    const slot = (JSON.parse(before) as { slots: Record<string, string> }).slots["health"] ?? "no slot";
    const done = await run("shred", at("sealed"), "health", "--rule", "sol-17-2", "--yes");
    expect(json(done)).toMatchObject({
      done: true,
      sections: [
        { id: "contact", state: "sealed" },
        { id: "health", state: "shredded" },
      ],
    });
    expect(readFileSync(at("sealed", "keyring.json"), "utf8")).not.toContain(slot);
    expect(readdirSync(at("sealed", "blobs"))).toEqual(["contact.bin"]);
    expect(readdirSync(at("sealed"))).toEqual(["blobs", "keyring.json", "manifest.json"]);
    expect((await openAs("second")).stdout).toBe('{"name":"Åsa Öst"}');
    const gone = await run(
      "open",
      at("sealed"),
      ...purpose,
      "--receipt",
      at("receipt.txt"),
      "--section",
      "health",
    );
    expect([gone.code, gone.stdout]).toEqual([3, ""]);
    expect(gone.stderr).toMatch(/^tillit: SHREDDED /);

    const verified = await run("verify", at("sealed"), ...purpose);
    expect(json(verified)).toMatchObject({
      valid: true,
      sections: [{ state: "sealed" }, { state: "shredded" }],
    });
    const again = await run("shred", at("sealed"), "health", "--rule", "sol-17-2", "--yes");
    expect([again.code, again.stderr.split(" ")[1]]).toEqual([3, "SHREDDED"]);
  }, 60_000);

  it("refuses a section that is not there", async () => {
    expect(await run("shred", at("sealed"), "nothing", "--rule", "r")).toMatchObject({ code: 2, stdout: "" });
  });
});
