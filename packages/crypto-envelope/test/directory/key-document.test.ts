import { describe, expect, it } from "vitest";
import { type KeyDocument, generateKey, verifyKeyDocument } from "../../src/index.ts";
import {
  fingerprint,
  fingerprintWords,
  generateRoot,
  keyEntry,
  signKeyDocument,
} from "../../src/directory.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { signDsse } from "../../src/format/dsse.ts";
import { assertVerifiedKeys } from "../../src/directory/key-document.ts";
import { now } from "../situation.ts";

const roots = [generateRoot(), generateRoot(), generateRoot()] as const;
const pins = roots.map(({ publicKey }) => publicKey);
const { publicKey } = await generateKey("x25519");
const { publicKey: recoveryKey } = await generateKey("x25519");
const day = "2026-01-01T00:00:00Z";
const end = "2028-01-01T00:00:00Z";

const document: KeyDocument = {
  controller: "ifo-namnd",
  expires: "2027-01-01T00:00:00Z",
  keys: [keyEntry(publicKey, day, end), keyEntry(recoveryKey, day, end)],
  recovery: [recoveryKey.kid],
  seq: 7,
  v: 1,
};
const seeds = (...indexes: (0 | 1 | 2)[]) => indexes.map((index) => roots[index].seed);

const trust = { roots: pins, threshold: 1, controller: "ifo-namnd", now };

function outcomeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (cause) {
    return (cause as { code?: unknown }).code;
  }
}

describe("a key document", () => {
  it("gives the keys that are active now, recovery keys named", () => {
    const keys = verifyKeyDocument(signKeyDocument(document, seeds(0)), trust);
    expect(keys).toMatchObject({ controller: "ifo-namnd", seq: 7 });
    expect(keys.keys.map(({ kid }) => kid)).toEqual([publicKey.kid, recoveryKey.kid]);
    expect(keys.recovery.map(({ kid }) => kid)).toEqual([recoveryKey.kid]);
  });

  it("takes a clock reading with fractions of a second", () => {
    const later = { ...trust, now: "2026-11-21T18:00:00.123Z" };
    expect(verifyKeyDocument(signKeyDocument(document, seeds(0)), later).seq).toBe(7);
  });

  it.each([
    ["two of three pinned roots, as asked", seeds(0, 2), 2, true],
    ["the same root twice counts once", seeds(0, 0), 2, false],
    ["one root where two are asked", seeds(1), 2, false],
    ["a root that is not pinned", [generateRoot().seed], 1, false],
  ])("%s", (_, signers, threshold, accepted) => {
    const verify = () => verifyKeyDocument(signKeyDocument(document, signers), { ...trust, threshold }).seq;
    expect(outcomeOf(verify)).toBe(accepted ? 7 : "SIGNATURE");
  });

  const active = keyEntry(publicKey, day, end);
  it.each<[string, Partial<KeyDocument>, object, string]>([
    ["an expired document", { expires: now }, {}, "DIRECTORY"],
    ["a sequence number below the highest seen", {}, { minSeq: 8 }, "DIRECTORY"],
    ["another controller", {}, { controller: "kasam-familjehemsvard" }, "DIRECTORY"],
    ["only a revoked key", { keys: [{ ...active, status: "revoked" }], recovery: [] }, {}, "DIRECTORY"],
    ["only a retired key", { keys: [{ ...active, status: "retired" }], recovery: [] }, {}, "DIRECTORY"],
    [
      "only a key that is not valid yet",
      { keys: [{ ...active, notBefore: end }], recovery: [] },
      {},
      "DIRECTORY",
    ],
    [
      "only a key whose time is over",
      { keys: [{ ...active, notAfter: now }], recovery: [] },
      {},
      "DIRECTORY",
    ],
    [
      "a kid that is not that of its bytes",
      { keys: [{ ...active, kid: recoveryKey.kid }], recovery: [] },
      {},
      "DIRECTORY",
    ],
    ["a recovery key that is not listed", { keys: [active] }, {}, "DIRECTORY"],
    ["recovery keys that are null", { recovery: null as unknown as string[] }, {}, "FORMAT"],
    ["a key twice", { keys: [active, active], recovery: [] }, {}, "FORMAT"],
    ["a number of a later version", { v: 2 as 1 }, {}, "VERSION"],
    ["a time that is no time", { expires: "2027-02-30T00:00:00Z" }, {}, "FORMAT"],
  ])("is refused with %s", (_, change, asked, code) => {
    // Signed by hand, because signKeyDocument itself refuses to sign most of these.
    const body = canonicalBytesOf({ ...document, ...change });
    const signed = signDsse("application/vnd.cenv.keys.v1+json", body, seeds(0));
    expect(() => verifyKeyDocument(signed, { ...trust, ...asked })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("that revokes every key is taken by a directory that asks for it, and nothing is sealed to it", async () => {
    const revoked = { ...document, keys: [{ ...active, status: "revoked" as const }], recovery: [] };
    const signed = signKeyDocument(revoked, seeds(0));
    const keys = verifyKeyDocument(signed, { ...trust, withoutKeys: true });
    expect(keys).toMatchObject({ keys: [], statuses: { [publicKey.kid]: "revoked" } });
    expect(() => assertVerifiedKeys(keys)).toThrow(expect.objectContaining({ code: "DIRECTORY" }));
    const old = signKeyDocument({ ...revoked, expires: now }, seeds(0));
    expect(() => verifyKeyDocument(old, { ...trust, withoutKeys: true })).toThrow(
      expect.objectContaining({ code: "DIRECTORY" }),
    );
  });

  it("is not signed when it is wrong", () => {
    expect(() => signKeyDocument({ ...document, recovery: ["AAAAAAAAAAAAAAAAAAAAAA"] }, seeds(0))).toThrow(
      expect.objectContaining({ code: "DIRECTORY" }),
    );
  });

  it("needs pinned roots, and a threshold among them", () => {
    const signed = signKeyDocument(document, seeds(0));
    const refused = expect.objectContaining({ code: "DIRECTORY" });
    expect(() => verifyKeyDocument(signed, { ...trust, roots: [] })).toThrow(refused);
    expect(() => verifyKeyDocument(signed, { ...trust, threshold: 4 })).toThrow(refused);
  });
});

describe("a fingerprint", () => {
  it("is 32 characters to compare, or eight words to read aloud, and differs from key to key", () => {
    const key = new Uint8Array(32);
    expect(fingerprint(key)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(fingerprintWords(key)).toMatch(/^([a-z]{5} ){7}[a-z]{5}$/);
    expect(fingerprintWords(key)).not.toBe(fingerprintWords(new Uint8Array(32).fill(1)));
  });
});
