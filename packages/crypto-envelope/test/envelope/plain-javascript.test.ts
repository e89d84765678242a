/** What gives trust is checked when it is used: types keep no caller in plain JavaScript from saying something else. */
import { describe, expect, it } from "vitest";
import * as main from "../../src/index.ts";
import { fromEnvelopeFile, toEnvelopeFile } from "../../src/file.ts";
import * as operations from "../../src/keyring.ts";
import * as node from "../../src/node.ts";
import { verifyProof } from "../../src/statements.ts";
import { codeOf } from "../outcome.ts";
import { blobOf, context, controller, expected, now, pattern, sealedCase } from "../situation.ts";

const made = await sealedCase([{ id: "contact", class: "ordinary", data: pattern(500) }]);
const { keyring, manifest } = made.sealed;
const { holder, keys } = made.controller;
const blob = blobOf(made.blobs, "contact");
const { schemas: _, ...withoutSchemas } = expected;
const { purpose: __, ...withoutPurpose } = expected;

const entries = [
  ["the main entry point", { ...main, ...operations }],
  ["./node", node],
] as const;

describe.each(entries)("what an envelope must be for, said to %s,", (___, entry) => {
  it.each<[string, unknown]>([
    ["schemas as one text", { ...expected, schemas: "fam-intresse/12, fam-intresse/1" }],
    ["schemas as exactly the text", { ...expected, schemas: "fam-intresse/1" }],
    ["schemas that have everything", { ...expected, schemas: { includes: () => true } }],
    ["schemas in a set", { ...expected, schemas: new Set(expected.schemas) }],
    ["schemas that are no texts", { ...expected, schemas: [/.*/] }],
    ["schemas without a value", { ...expected, schemas: undefined }],
    ["no schemas", withoutSchemas],
    ["no purpose", withoutPurpose],
    ["a purpose without a value", { ...expected, purpose: undefined }],
    ["a list of purposes", { ...expected, purpose: [expected.purpose] }],
    ["an application without a value", { ...expected, app: undefined }],
    ["an application that is null", { ...expected, app: null }],
    ["a controller without a value", { ...expected, controller: undefined }],
    ["a list of controllers", { ...expected, controller: [expected.controller] }],
    ["a slip of the pen", { ...expected, aplication: expected.app }],
    ["nothing", undefined],
    ["null", null],
    ["a text", expected.purpose],
    ["a list", [expected]],
  ])("is refused with %s", async (____, asked) => {
    expect(await codeOf(() => entry.verify(manifest, asked as main.Expect))).toBe("FORMAT");
  });

  it("is compared whole: a schema that the wanted one begins with, or a part of it, is another", async () => {
    for (const schemas of [[], ["fam-intresse/12"], ["fam-intresse/"], ["fam-intresse/1 "]])
      expect(await codeOf(() => entry.verify(manifest, { ...expected, schemas }))).toBe("CONTEXT");
    expect(
      await codeOf(() => entry.verify(manifest, { ...expected, schemas: ["a/1", "fam-intresse/1"] })),
    ).toBe("ok");
  });
});

describe.each(entries)("a manifest that nobody has verified, given to %s,", (___, entry) => {
  const verified = main.verify(manifest, expected);
  const payload = JSON.parse(atob(manifest.payload)) as main.Manifest;
  const lookAlikes: readonly [string, unknown][] = [
    ["put together from its payload", { ...verified, manifest: payload }],
    ["copied", { ...verified }],
    ["cloned", structuredClone(verified)],
    ["made from the verified one", Object.create(verified)],
    ["left out", undefined],
    ["null", null],
    ["the manifest itself", manifest],
  ];

  it.each(lookAlikes)("opens nothing when it is %s", async (____, given) => {
    const alike = given as main.Verified;
    const next = await controller("familjehem-sverige", "x25519");
    const options = {
      context,
      receipt: made.receipt,
      to: { g1: [keys] },
      blob: () => blob,
      sink: main.memorySink().sink,
    };
    for (const attempt of [
      () => entry.open(alike, keyring, holder),
      () => entry.addRecipient(alike, keyring, holder, "g1", next.keys),
      () => entry.rotate(alike, keyring, holder, next.keys),
      () => entry.reseal(alike, keyring, holder, options),
      () => main.verifyKeyring(alike, keyring),
      () => entry.verifyBlob(alike, "contact", blob),
      () => toEnvelopeFile(alike, manifest, keyring, () => blob),
    ])
      expect(await codeOf(attempt)).toBe("FORMAT");
  });

  it("is the only thing in the way: what either entry point verified opens at both", async () => {
    for (const by of [main.verify, node.verify])
      expect(await codeOf(() => entry.open(by(manifest, expected), keyring, holder))).toBe("ok");
    const file = toEnvelopeFile(verified, manifest, keyring, () => blob);
    const read = await fromEnvelopeFile(file, expected);
    expect(await codeOf(() => entry.open(read.verified, read.keyring, holder))).toBe("ok");
  });

  it("cannot be made of a verified one afterwards", () => {
    expect(() => {
      (verified as { manifest: unknown }).manifest = payload;
    }).toThrow(TypeError);
  });
});

describe.each(entries)("what is sealed to, said to %s,", (___, entry) => {
  const sections = [{ id: "a", class: "x", data: pattern(3) }];
  const usual = { context, receipt: made.receipt, to: { g1: [keys] }, sections };

  it.each<[string, object, string]>([
    ["keys that are in no list", { to: { g1: keys } }, "FORMAT"],
    ["something that behaves like a list", { to: { g1: { every: () => true, length: 1 } } }, "FORMAT"],
    ["nobody", { to: undefined }, "FORMAT"],
    ["a list of groups", { to: [[keys]] }, "FORMAT"],
    ["keys that were copied", { to: { g1: [{ ...keys }] } }, "DIRECTORY"],
    ["nothing in the place of keys", { to: { g1: [undefined] } }, "DIRECTORY"],
    ["a policy that is a word", { policy: "requirePQ" }, "FORMAT"],
    ["a demand that is a word", { policy: { requirePQ: "true" } }, "FORMAT"],
    ["a demand that is a number", { policy: { requirePQ: 1 } }, "FORMAT"],
    ["leave that is a word", { policy: { allowMixed: "no" } }, "FORMAT"],
    ["a demand that is spelt otherwise", { policy: { requirePq: true } }, "FORMAT"],
    ["no sections", { sections: undefined }, "FORMAT"],
    ["no receipt", { receipt: undefined }, "FORMAT"],
    ["no place to seal into", { sink: undefined }, "FORMAT"],
    ["a demand that nobody here meets", { policy: { requirePQ: true } }, "POLICY"],
  ])("is refused with %s", async (____, change, code) => {
    const { sink } = main.memorySink();
    const options = { ...usual, sink, ...change } as main.SealOptions;
    expect(await codeOf(() => entry.seal(options))).toBe(code);
  });

  it.each([
    ["a demand that is a number", { requirePQ: 1 }],
    ["a demand that is spelt otherwise", { requirePq: true }],
  ])("is refused when a keyring is changed with %s", async (____, given) => {
    const policy = given as main.SealPolicy;
    const verified = main.verify(manifest, expected);
    const next = await controller("familjehem-sverige", "x25519");
    const add = () => entry.addRecipient(verified, keyring, holder, "g1", next.keys, policy);
    expect(await codeOf(add)).toBe("FORMAT");
    expect(await codeOf(() => entry.rotate(verified, keyring, holder, next.keys, policy))).toBe("FORMAT");
  });

  it("has a list of keys that nobody can add to afterwards", () => {
    expect(() => (keys.keys as main.PublicKey[]).push(...keys.keys)).toThrow(TypeError);
  });
});

describe.each([
  ["the main entry point", verifyProof],
  ["./node", node.verifyProof],
] as const)("a proof of possession, checked by %s,", (___, verify) => {
  const { applicant, cid } = main.verify(manifest, expected);

  it.each<[string, number]>([
    ["nothing", 0],
    ["one byte", 1],
    ["15 bytes", 15],
  ])("proves nothing over a nonce of %s, which was used before", (____, length) => {
    const origin = "https://example.se";
    const nonce = pattern(length);
    const proof = made.receipt.prove(cid, nonce, origin);
    expect(verify({ applicant, cid, nonce, origin, proof })).toBe(false);
  });

  it.each<[string, object]>([
    ["a nonce that is a text", { nonce: "0123456789abcdef" }],
    ["no nonce", { nonce: undefined }],
    ["no origin", { origin: undefined }],
    ["an origin that is empty", { origin: "" }],
    ["a context id that is a text", { cid: "0123456789abcdef0123456789abcdef" }],
    ["no context id", { cid: undefined }],
    ["no applicant", { applicant: undefined }],
    ["no proof", { proof: undefined }],
  ])("proves nothing with %s", (____, change) => {
    const asked = { applicant, cid, nonce: pattern(16), origin: "https://example.se" };
    const { nonce, origin } = { ...asked, ...change };
    const wanted = { ...asked, ...change };
    let proof: Uint8Array = new Uint8Array(64);
    try {
      proof = made.receipt.prove(wanted.cid, nonce, origin);
    } catch {
      // What cannot be signed at all is asked about all the same.
    }
    expect(verify({ ...asked, proof, ...change })).toBe(false);
  });
});

it("an opener without a key is refused by its code", async () => {
  const verified = main.verify(manifest, expected);
  const none = undefined as unknown as main.Decapsulator;
  expect(await codeOf(() => main.open(verified, keyring, none))).toBe("FORMAT");
  expect(now).toBe(context.created);
});
