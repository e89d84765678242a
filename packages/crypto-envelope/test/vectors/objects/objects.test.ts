import { equalBytes } from "@noble/ciphers/utils.js";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { combineShares } from "../../../src/escrow.ts";
import { Receipt, fromBase64Url, open, toBase64Url, verify, verifyKeyDocument } from "../../../src/index.ts";
import { verifyProof } from "../../../src/statements.ts";
import { fingerprint, fingerprintWords } from "../../../src/directory.ts";
import { verifyAmendment, verifyWithdrawal } from "../../../src/statements.ts";
import { fromEnvelopeFile } from "../../../src/file.ts";
import { unlockKey } from "../../../src/keyfile.ts";
import { contentOf, holderOf } from "../case.ts";
import type { FileCase } from "./files.ts";
import type { KeyDocumentCase } from "./key-documents.ts";
import type { KeyFileCase } from "./key-files.ts";
import { objectFiles } from "./make.ts";
import type { ProofCase, ReceiptCase } from "./receipts.ts";
import type { ShareCase } from "./shares.ts";
import type { StatementCase } from "./statements.ts";

const folder = fileURLToPath(new URL("../../../spec/vectors/objects/", import.meta.url));

function casesOf<T extends { readonly name: string; readonly result: string }>(kind: string): [string, T][] {
  const { cases } = JSON.parse(readFileSync(`${folder}${kind}.json`, "utf8")) as { cases: T[] };
  return cases.map((vector) => [vector.name, vector]);
}

/** What an attempt gives beside `name`, `result` and what went in: its result, and the values on the way. */
async function outcomeOf(attempt: () => unknown): Promise<unknown> {
  try {
    return { result: "ok", ...((await attempt()) as object) };
  } catch (cause) {
    return { result: (cause as { code?: unknown }).code };
  }
}

function wanted(vector: object, ...inputs: readonly string[]): unknown {
  return Object.fromEntries(
    Object.entries(vector).filter(([key]) => key !== "name" && !inputs.includes(key)),
  );
}

describe("the vectors beside envelopes", () => {
  it.each(casesOf<ReceiptCase>("receipt"))("receipt: %s", async (_, vector) => {
    const attempt = async (): Promise<object> => {
      const receipt = Receipt.parse(vector.text);
      const [xwing, x25519] = [await receipt.publicKey("xwing"), await receipt.publicKey("x25519")];
      const seed = toBase64Url(fromBase64Url(receipt.toString().slice(7)).slice(16, 48));
      const boxes = { xwing: xwing.kid, x25519: x25519.kid };
      return { app: receipt.app, seed, applicant: toBase64Url(receipt.applicant), boxes };
    };
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, "text"));
  });

  it.each(casesOf<ProofCase>("proof"))("proof: %s", (_, { origin, result, ...texts }) => {
    const [applicant, cid, nonce, proof] = [texts.applicant, texts.cid, texts.nonce, texts.proof].map(
      (text) => fromBase64Url(text),
    ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    expect(verifyProof({ applicant, cid, nonce, origin, proof })).toBe(result === "ok");
  });

  it.each(casesOf<StatementCase>("statement"))("statement: %s", async (_, vector) => {
    const { by, manifest, statement } = vector;
    const purpose = { purpose: "foster-care-application", schemas: ["fam-intresse/1"] };
    const old = verify(manifest, purpose);
    const attempt = (): object =>
      by === undefined
        ? verifyWithdrawal(statement, old)
        : verifyAmendment(statement, old, verify(by, purpose));
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, "by", "manifest", "statement"));
  });

  it.each(casesOf<KeyDocumentCase>("key-document"))("key document: %s", async (_, vector) => {
    const { controller, document, minSeq, now, threshold } = vector;
    const roots = vector.roots.map((root) => fromBase64Url(root));
    const attempt = (): object => {
      const { keys, recovery } = verifyKeyDocument(document, { roots, threshold, controller, minSeq, now });
      const fingerprints = keys.map(({ bytes }) => ({
        hex: fingerprint(bytes),
        words: fingerprintWords(bytes),
      }));
      return { active: keys.map(({ kid }) => kid), recovery: recovery.map(({ kid }) => kid), fingerprints };
    };
    const inputs = ["document", "roots", "threshold", "controller", "minSeq", "now"];
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, ...inputs));
  });

  it.each(casesOf<KeyFileCase>("key-file"))("key file: %s", async (_, vector) => {
    const { credentialId = "", file, passphrase, prf = "" } = vector;
    const how =
      passphrase === undefined
        ? { prf: fromBase64Url(prf), credentialId: fromBase64Url(credentialId) }
        : { passphrase };
    const attempt = async (): Promise<object> => ({ key: toBase64Url(await unlockKey(file, how)) });
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, "file", "passphrase", "prf", "credentialId"));
  });

  it.each(casesOf<ShareCase>("shares"))("shares: %s", async (_, vector) => {
    const attempt = (): object => {
      const { publicKey, seed } = combineShares(vector.shares);
      return { kem: publicKey.kem, key: toBase64Url(seed) };
    };
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, "shares"));
  });

  it.each(casesOf<FileCase>("file"))("file: %s", async (_, vector) => {
    const attempt = async (): Promise<object> => {
      const file = await fromEnvelopeFile(
        new Blob([Uint8Array.from(fromBase64Url(vector.file))]),
        vector.expect,
      );
      const opened = await open(file.verified, file.keyring, await holderOf(vector));
      const content: Record<string, unknown> = {};
      for (const { id, state } of opened.sections) {
        if (state === "readable") content[id] = contentOf(await opened.read(id, file.blob(id)));
      }
      return { content };
    };
    expect(await outcomeOf(attempt)).toEqual(wanted(vector, "expect", "key", "file"));
  });

  it("are what the script makes, byte for byte", async () => {
    const made = await objectFiles();
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(Object.keys(made).toSorted());
    const same = names.map((name) => equalBytes(Buffer.from(made[name] ?? ""), readFileSync(folder + name)));
    expect(same).toEqual(names.map(() => true));
  });
});
