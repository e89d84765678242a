import {
  formatVerifier,
  logCheckpoint,
  logEntry,
  logHeader,
  signCheckpoint,
  verifierOf,
} from "@tillit/audit-chain";
import { append, emptyTree, rootOf } from "@tillit/merkle-tree";
import { type Dsse, generateKey, toBase64Url } from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { contentHash } from "@tillit/canonical-json";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, json, tillitHere } from "./tillit.ts";

const origin = "tillit/~keys";
const signer = { name: origin, secretKey: new Uint8Array(32).fill(7) };
const key = formatVerifier(verifierOf(signer));
const root = generateRoot();
const stranger = generateRoot();
const documents: Record<"one" | "two" | "revoking" | "strange", Dsse> = {} as never;

async function documentOf(
  seq: number,
  seed: Uint8Array,
  notBefore: string,
  status: "active" | "revoked" = "active",
): Promise<Dsse> {
  const { publicKey } = await generateKey("x25519");
  const notAfter = `${Number(notBefore.slice(0, 4)) + 1}${notBefore.slice(4)}`;
  const keys = [keyEntry(publicKey, notBefore, notAfter, status)];
  return signKeyDocument({ v: 1, controller: "kommun-1", seq, expires: notAfter, keys }, [seed]);
}

beforeAll(async () => {
  // The first has long run out: what counts is what it was when it began to count.
  documents.one = await documentOf(1, root.seed, "2020-01-01T00:00:00Z");
  documents.two = await documentOf(2, root.seed, "2026-01-01T00:00:00Z");
  documents.revoking = await documentOf(3, root.seed, "2026-01-01T00:00:00Z", "revoked");
  documents.strange = await documentOf(3, stranger.seed, "2026-01-01T00:00:00Z");
});

function entryOf(document: Dsse, digest = contentHash(document)): object {
  return { type: "KeyDocumentPublished", data: { controller: "kommun-1", seq: 0, digest, document } };
}

function log(...entries: object[]): string {
  const bytes = entries.map((entry) => new TextEncoder().encode(JSON.stringify(entry)));
  const tree = bytes.reduce((before, entry) => append(before, entry).tree, emptyTree);
  const lines = [
    logHeader(origin, verifierOf(signer)),
    ...bytes.map((entry, index) => logEntry(index, entry)),
    logCheckpoint(signCheckpoint({ origin, size: tree.size, root: rootOf(tree) }, signer)),
  ];
  return `${lines.join("\n")}\n`;
}

const verify = (text: string, ...more: string[]) =>
  tillitHere(["keys", "verify", "--key", key, ...more], text);

describe("tillit keys verify", () => {
  it("finds a key log whole, and says whose documents it holds and under which roots", async () => {
    const run = await verify(log(entryOf(documents.one), entryOf(documents.two)));
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(json(run)).toMatchObject({
      valid: true,
      size: 2,
      controllers: {
        "kommun-1": {
          seq: 2,
          documents: 2,
          expires: "2027-01-01T00:00:00Z",
          roots: [toBase64Url(root.publicKey)],
          pinned: false,
        },
      },
    });
  });

  it("holds a document that revokes every key to its signature like any other", async () => {
    const run = await verify(log(entryOf(documents.one), entryOf(documents.revoking)));
    expect(json(run)).toMatchObject({ valid: true, controllers: { "kommun-1": { seq: 3, documents: 2 } } });
  });

  it("finds the document one was given, in either wrapping, and misses one that is not in the log", async () => {
    using place = folder();
    const file = join(place.path, "document.json");
    const text = log(entryOf(documents.one), entryOf(documents.two));
    writeFileSync(file, JSON.stringify({ document: documents.one }));
    expect(json(await verify(text, "--document", file))).toMatchObject({
      document: { index: 0, controller: "kommun-1", seq: 1, newest: false },
    });
    writeFileSync(file, JSON.stringify(documents.two));
    expect(json(await verify(text, "--document", file))).toMatchObject({
      document: { index: 1, newest: true },
    });
    writeFileSync(file, JSON.stringify(documents.strange));
    const missing = await verify(text, "--document", file);
    expect(missing.code).toBe(1);
    expect(json(missing)).toEqual({ valid: false, code: "DOCUMENT_NOT_IN_LOG" });
  });

  it("holds documents against pinned roots", async () => {
    using place = folder();
    const file = join(place.path, "tillit-config.json");
    const pinned = (publicKey: Uint8Array): void => {
      writeFileSync(
        file,
        JSON.stringify({ pins: { "kommun-1": { roots: [toBase64Url(publicKey)], threshold: 1 } } }),
      );
    };
    const text = log(entryOf(documents.one));
    pinned(root.publicKey);
    expect(json(await verify(text, "--pins", file))).toMatchObject({
      controllers: { "kommun-1": { pinned: true } },
    });
    pinned(stranger.publicKey);
    expect(json(await verify(text, "--pins", file))).toEqual({
      valid: false,
      code: "KEY_DOCUMENT_UNSIGNED",
      firstBadEntry: 0,
    });
  });

  it.each<[string, unknown]>([
    ["no roots", { roots: [] }],
    ["roots as one text", { roots: "AA" }],
    ["a root twice", { roots: ["AA", "AA"], threshold: 1 }],
    ["several roots and no threshold", { roots: ["AA", "BB"] }],
    ["more than there are roots", { roots: ["AA"], threshold: 2 }],
    ["none", { roots: ["AA"], threshold: 0 }],
    ["a threshold in words", { roots: ["AA"], threshold: "1" }],
    ["nothing", null],
  ])("believes no pin with %s", async (_, pin) => {
    using place = folder();
    const file = join(place.path, "pins.json");
    writeFileSync(file, JSON.stringify({ pins: { "kommun-1": pin } }));
    const run = await verify(log(entryOf(documents.one)), "--pins", file);
    expect(run.code).not.toBe(0);
    expect(run.stderr).toContain("PINS_MALFORMED");
  });

  it.each([
    [
      "roots that changed",
      "KEY_DOCUMENT_UNSIGNED",
      1,
      () => [entryOf(documents.one), entryOf(documents.strange)],
    ],
    ["a step back", "KEY_DOCUMENT_ROLLBACK", 1, () => [entryOf(documents.two), entryOf(documents.one)]],
    ["another digest", "KEY_DIGEST_DIFFERS", 0, () => [entryOf(documents.one, "00")]],
    ["an entry of something else", "KEY_ENTRY_MALFORMED", 0, () => [{ type: "Other" }]],
  ])("finds %s, though the tree is whole", async (_name, code, entry, entries) => {
    const run = await verify(log(...entries()));
    expect(run.code).toBe(1);
    expect(json(run)).toEqual({ valid: false, code, firstBadEntry: entry });
  });
});
