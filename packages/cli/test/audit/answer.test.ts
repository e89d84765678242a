import {
  formatVerifier,
  type LogSigner,
  signCheckpoint,
  signHandover,
  verifierOf,
} from "@tillit/audit-chain";
import { append, emptyTree, inclusionProof, leafHash, rootOf, type Tree } from "@tillit/merkle-tree";
import {
  type Dsse,
  memorySink,
  Receipt,
  seal,
  toBase64Url,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { applicantKeys } from "@tillit/crypto-envelope/directory";
import { contentHash } from "@tillit/canonical-json";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, json, tillitHere } from "../tillit.ts";

const controller = "kommun-1";
const request = `r-${"1".repeat(20)}`;
const signer: LogSigner = { name: `tillit/${controller}`, secretKey: new Uint8Array(32).fill(5) };
const stranger: LogSigner = { name: `tillit/${controller}`, secretKey: new Uint8Array(32).fill(6) };
const keyOf = (of: LogSigner): string => formatVerifier(verifierOf(of));
const data = JSON.stringify({ items: [{ title: "Kontakt", text: "Anna Kanariefågel" }] });
const sha256 = createHash("sha256").update(data).digest("hex");
const list = { files: [{ name: "data.json", type: "application/json", size: data.length, sha256 }] };
let manifest: Dsse;
let digest: Uint8Array;

beforeAll(async () => {
  const receipt = Receipt.create("0f8fad5b-d9cb-469f-a165-70867728950e");
  const now = "2026-11-21T10:00:00Z";
  const keys = await applicantKeys(receipt, { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" });
  const to = verifyKeyDocument(keys, { roots: [receipt.applicant], controller: receipt.app, now });
  const sealed = await seal({
    context: {
      app: receipt.app,
      controllers: [controller],
      purpose: `data-subject-export/${request}`,
      schema: "export/1",
      created: now,
    },
    receipt: Receipt.create(receipt.app),
    to: { g1: [to] },
    sections: [{ id: "list", class: "export", data: Buffer.from(JSON.stringify(list)) }],
    sink: memorySink().sink,
  });
  ({ manifest } = sealed);
  const schemas = ["export/1"];
  ({ digest } = verify(manifest, { controller, purpose: `data-subject-export/${request}`, schemas }));
});

function proofOf(changes: object = {}, by: LogSigner = signer) {
  const said = {
    controller,
    type: "AnswerAttested",
    at: "2026-11-21T12:00:00Z",
    data: { request, envelope: toBase64Url(digest), package: contentHash(list), ...changes },
  };
  const entry = JSON.stringify(said);
  const stored = new Map<string, Uint8Array>();
  let tree: Tree = emptyTree;
  for (const text of ["before", entry, "after"]) {
    const appended = append(tree, new TextEncoder().encode(text));
    for (const { level, index, hash } of appended.nodes) stored.set(`${level}/${index}`, hash);
    tree = appended.tree;
  }
  const { size } = tree;
  const proof = inclusionProof(1, size, (level, index) => stored.get(`${level}/${index}`)).map(toBase64Url);
  const checkpoint = signCheckpoint({ origin: by.name, size, root: rootOf(tree) }, by);
  return {
    format: "tillit-answer-proof/1",
    manifest,
    list: list as object,
    proof: { controller, index: 1, size, entry, proof, checkpoint, key: keyOf(by) },
  };
}

const check = (kept: object, ...more: string[]) =>
  tillitHere(["audit", "answer", "-", ...more, "--key", keyOf(signer)], JSON.stringify(kept));

describe("tillit audit answer", () => {
  it("says whose answer it is, since when, and what is in it", async () => {
    const run = await check(proofOf());
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(json(run)).toEqual({
      valid: true,
      controller,
      request,
      since: "2026-11-21T12:00:00Z",
      files: ["data.json"],
      key: keyOf(signer),
    });
  });

  it("knows the files of the answer, and one that was changed or renamed", async () => {
    using place = folder();
    const [same, other] = [join(place.path, "data.json"), join(place.path, "other.json")];
    writeFileSync(same, data);
    writeFileSync(other, data);
    mkdirSync(join(place.path, "changed"));
    const changed = join(place.path, "changed", "data.json");
    writeFileSync(changed, data.replace("Anna", "Maja"));
    expect(json(await check(proofOf(), same))).toMatchObject({ valid: true });
    for (const path of [other, changed]) {
      const run = await check(proofOf(), same, path);
      expect(run.code).toBe(1);
      expect(json(run)).toEqual({ valid: false, code: "FILE_NOT_LISTED" });
    }
  });

  it("is led from the key that was known to the one that signed, over the hand-overs in the proof", async () => {
    const next: LogSigner = { name: `tillit/${controller}`, secretKey: new Uint8Array(32).fill(7) };
    const kept = proofOf({}, next);
    const { tree } = append(emptyTree, new TextEncoder().encode("before"));
    const head = { origin: signer.name, size: 1, root: rootOf(tree) };
    // The log of one entry is the beginning of the log of three: the two hashes beside it show it.
    const consistency = [kept.proof.entry, "after"].map((text) => toBase64Url(leafHash(Buffer.from(text))));
    const handovers = [{ checkpoint: signHandover(head, signer, next), consistency }];
    const led = await check({ ...kept, proof: { ...kept.proof, handovers } });
    expect(json(led)).toMatchObject({ valid: true, key: keyOf(next) });
    for (const broken of [[], [{ ...handovers[0], checkpoint: signCheckpoint(head, signer) }]]) {
      const run = await check({ ...kept, proof: { ...kept.proof, handovers: broken } });
      expect(json(run)).toEqual({ valid: false, code: "CHECKPOINT_UNSIGNED" });
    }
    const torn = [{ checkpoint: signHandover(head, signer, next), consistency: [] }];
    const run = await check({ ...kept, proof: { ...kept.proof, handovers: torn } });
    expect(json(run)).toEqual({ valid: false, code: "ENTRY_NOT_IN_LOG" });
  });

  it.each<[string, () => object]>([
    ["CHECKPOINT_UNSIGNED", () => proofOf({}, stranger)],
    [
      "ENTRY_NOT_IN_LOG",
      () => {
        const kept = proofOf();
        return { ...kept, proof: { ...kept.proof, entry: kept.proof.entry.replace("T12", "T13") } };
      },
    ],
    ["ENTRY_NOT_IN_LOG", () => ({ ...proofOf(), proof: { ...proofOf().proof, size: 4 } })],
    ["ANSWER_DIFFERS", () => proofOf({ envelope: toBase64Url(new Uint8Array(32)) })],
    ["ANSWER_DIFFERS", () => proofOf({ request: `r-${"2".repeat(20)}` })],
    ["ANSWER_DIFFERS", () => ({ ...proofOf(), list: { files: [] } })],
  ])("answers %s and ends with 1", async (code, kept) => {
    const run = await check(kept());
    expect(run.code).toBe(1);
    expect(json(run)).toEqual({ valid: false, code });
  });

  it("says that the key came with the file, and reads nothing else", async () => {
    const run = await tillitHere(["audit", "answer", "-"], JSON.stringify(proofOf({}, stranger)));
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("the key was taken from the file");
    const other = await tillitHere(["audit", "answer", "-", "--lang", "sv"], "{}");
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toBe("tillit: PROOF_FILE_MALFORMED filen är inget bevis för ett svar\n");
  });
});
