import { describe, expect, it } from "vitest";
import { combineShares, splitSeed } from "../../src/escrow.ts";
import {
  type KeyDocument,
  decapsulatorFromSeed,
  generateKey,
  open,
  verify,
  verifyKeyDocument,
} from "../../src/index.ts";
import { generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import { codeOf } from "../outcome.ts";
import { blobOf, expected, now, pattern, sealedCase } from "../situation.ts";

describe("a recovery key", () => {
  it("is sealed to with every envelope, and three of five custodians open it when the daily key is lost", async () => {
    const [daily, recovery] = await Promise.all([generateKey("xwing"), generateKey("xwing")]);
    const custodians = splitSeed(recovery.seed, recovery.publicKey, 3, 5);
    const root = generateRoot();
    const keys = [daily, recovery].map(({ publicKey }) => keyEntry(publicKey, now, "2028-01-01T00:00:00Z"));
    const document = signKeyDocument(
      {
        controller: "familjehem-sverige",
        expires: "2027-01-01T00:00:00Z",
        keys,
        recovery: [recovery.publicKey.kid],
        seq: 1,
        v: 1,
      },
      [root.seed],
    );
    const to = {
      g1: [verifyKeyDocument(document, { roots: [root.publicKey], controller: "familjehem-sverige", now })],
    };
    const { blobs, sealed } = await sealedCase(
      [{ id: "contact", class: "ordinary", data: pattern(9) }],
      "xwing",
      { to },
    );
    const rebuilt = combineShares(custodians.slice(2));
    const holder = await decapsulatorFromSeed(rebuilt.publicKey.kem, rebuilt.seed);
    const opened = await open(verify(sealed.manifest, expected), sealed.keyring, holder);
    expect(await opened.read("contact", blobOf(blobs, "contact"))).toEqual(pattern(9));
  });

  it("of another kind than the daily key never stands for it: a group of both has to be asked for", async () => {
    const [daily, recovery] = await Promise.all([generateKey("xwing"), generateKey("x25519")]);
    const root = generateRoot();
    const document: KeyDocument = {
      controller: "familjehem-sverige",
      expires: "2027-01-01T00:00:00Z",
      keys: [daily, recovery].map(({ publicKey }) => keyEntry(publicKey, now, "2028-01-01T00:00:00Z")),
      recovery: [recovery.publicKey.kid],
      seq: 1,
      v: 1,
    };
    const trust = { roots: [root.publicKey], controller: "familjehem-sverige", now };
    const to = { g1: [verifyKeyDocument(signKeyDocument(document, [root.seed]), trust)] };
    const sections = [{ id: "contact", class: "ordinary", data: pattern(9) }];
    expect(await codeOf(() => sealedCase(sections, "xwing", { to }))).toBe("POLICY");
    const { sealed } = await sealedCase(sections, "xwing", { to, policy: { allowMixed: true } });
    const holder = await decapsulatorFromSeed("xwing", daily.seed);
    expect(await codeOf(() => open(verify(sealed.manifest, expected), sealed.keyring, holder))).toBe("ok");
  });
});
