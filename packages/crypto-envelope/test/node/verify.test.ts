import { describe, expect, it } from "vitest";
import * as directory from "../../src/directory.ts";
import * as index from "../../src/index.ts";
import * as operations from "../../src/keyring.ts";
import * as statements from "../../src/statements.ts";
import * as node from "../../src/node.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, expected, now, pattern, sealedCase } from "../situation.ts";

const main = { ...index, ...directory, ...operations, ...statements };

const entries = [
  ["the main entry point", main],
  ["./node", node],
] as const;

const { blobs, receipt, sealed } = await sealedCase([
  { id: "contact", class: "ordinary", data: pattern(3_000_000), pad: "none" },
]);
const verified = main.verify(sealed.manifest, expected);
const other = main.Receipt.create(app);
const nonce = pattern(16);
const proof = receipt.prove(verified.cid, nonce, "https://example.se");
const asked = {
  applicant: verified.applicant,
  cid: verified.cid,
  nonce,
  origin: "https://example.se",
  proof,
};
const withdrawal = receipt.withdraw(sealed.manifest, now);
const root = main.generateRoot();
const { publicKey } = await main.generateKey("x25519");
const document = main.signKeyDocument(
  {
    controller: "familjehem-sverige",
    expires: "2027-11-21T00:00:00Z",
    keys: [main.keyEntry(publicKey, now, "2028-01-01T00:00:00Z")],
    seq: 1,
    v: 1,
  },
  [root.seed],
);

function broken(dsse: index.Dsse): index.Dsse {
  const [first] = dsse.signatures;
  if (first === undefined) throw new Error("signed");
  const letter = first.sig.startsWith("A") ? "B" : "A";
  return { ...dsse, signatures: [{ ...first, sig: letter + first.sig.slice(1) }] };
}

describe.each(entries)("without a key, by %s:", (_, by) => {
  it("a manifest verifies to the same facts, and a broken signature does not", async () => {
    expect(by.verify(sealed.manifest, expected)).toEqual(verified);
    expect(await codeOf(() => by.verify(broken(sealed.manifest), expected))).toBe("SIGNATURE");
  });

  it.each([
    ["ok", (blob: Uint8Array) => blob],
    ["TRUNCATED", (blob: Uint8Array) => blob.subarray(0, -1)],
    ["CORRUPT", (blob: Uint8Array) => Uint8Array.from([...blob, 0])],
    ["CORRUPT", (blob: Uint8Array) => blob.map((byte, at) => (at === 2_500_000 ? byte ^ 1 : byte))],
  ])("a blob is answered with %s", async (answer, change) => {
    const blob = change(blobOf(blobs, "contact"));
    expect(await codeOf(() => by.verifyBlob(verified, "contact", blob))).toBe(answer);
    expect(await codeOf(() => by.verifyBlob(verified, "contact", new Blob([Uint8Array.from(blob)])))).toBe(
      answer,
    );
  });

  it("a key document verifies under its root and no other, and can be sealed to", async () => {
    const trust = { roots: [root.publicKey], controller: "familjehem-sverige", now };
    const keys = by.verifyKeyDocument(document, trust);
    expect(keys).toEqual(main.verifyKeyDocument(document, trust));
    const stranger = { roots: [main.generateRoot().publicKey], controller: "familjehem-sverige", now };
    expect(await codeOf(() => by.verifyKeyDocument(document, stranger))).toBe("SIGNATURE");
    expect(await codeOf(() => by.verifyKeyDocument(broken(document), trust))).toBe("SIGNATURE");
    for (const { seal } of [main, node]) {
      const sections = [{ id: "a", class: "x", data: pattern(3) }];
      const { sink } = main.memorySink();
      const options = { context, receipt: other, to: { g1: [keys] }, sections, sink };
      expect(await codeOf(() => seal(options))).toBe("ok");
    }
  });

  it("a proof of possession holds for its nonce, origin and receipt only", () => {
    expect(by.verifyProof(asked)).toBe(true);
    expect(by.verifyProof({ ...asked, origin: "https://example.org" })).toBe(false);
    expect(by.verifyProof({ ...asked, nonce: pattern(16, 2) })).toBe(false);
    expect(by.verifyProof({ ...asked, applicant: other.applicant })).toBe(false);
    expect(by.verifyProof({ ...asked, proof: proof.subarray(1) })).toBe(false);
    expect(by.verifyProof({ ...asked, applicant: new Uint8Array(0) })).toBe(false);
  });

  it("a withdrawal is the applicant's, unbroken and about this manifest", async () => {
    expect(by.verifyWithdrawal(withdrawal, verified)).toEqual({ at: now });
    expect(await codeOf(() => by.verifyWithdrawal(broken(withdrawal), verified))).toBe("SIGNATURE");
    const foreign = { ...verified, applicant: other.applicant };
    expect(await codeOf(() => by.verifyWithdrawal(withdrawal, foreign))).toBe("SIGNATURE");
    const earlier = { ...verified, digest: pattern(32) };
    expect(await codeOf(() => by.verifyWithdrawal(withdrawal, earlier))).toBe("CONTEXT");
  });

  it("an amendment names both manifests", async () => {
    const { sealed: newer } = await sealedCase([{ id: "a", class: "x", data: pattern(3) }], "x25519", {
      receipt,
      supersedes: verified.digest,
    });
    const next = by.verify(newer.manifest, expected);
    const amendment = receipt.amend(sealed.manifest, newer.manifest, now);
    expect(by.verifyAmendment(amendment, verified, next)).toEqual({ at: now });
    expect(await codeOf(() => by.verifyAmendment(amendment, next, verified))).toBe("CONTEXT");
    expect(await codeOf(() => by.verifyAmendment(broken(amendment), verified, next))).toBe("SIGNATURE");
  });

  it("a counter-signature is known by its key", () => {
    const countersigned = main.countersign(sealed.manifest, root.seed);
    expect(by.verify(countersigned, expected).digest).toEqual(verified.digest);
    expect(by.hasCountersigned(countersigned, root.publicKey)).toBe(true);
    expect(by.hasCountersigned(countersigned, verified.applicant)).toBe(false);
    expect(by.hasCountersigned(countersigned, new Uint8Array(0))).toBe(false);
    expect(by.hasCountersigned(sealed.manifest, root.publicKey)).toBe(false);
  });
});
