/** A keyring is signed by nobody: whoever stores it can write stanzas of its own into it before a holder changes it. */
import { describe, expect, it } from "vitest";
import { applicantKeys, generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import { platformEngine } from "../../src/envelope/engine.ts";
import { wrap } from "../../src/envelope/wrap.ts";
import * as main from "../../src/index.ts";
import * as operations from "../../src/keyring.ts";
import * as node from "../../src/node.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, controller, expected, now, pattern, sealedCase } from "../situation.ts";

const sections = [
  { id: "contact", class: "ordinary", data: pattern(500) },
  { id: "health", class: "health", data: pattern(700) },
];
const platform = { ...main, ...operations };

/** A stanza that anybody can make: to a key that is known, round a group key that is nobody's. */
function planted(cid: Uint8Array, to: main.PublicKey): Promise<main.Stanza> {
  return wrap(platformEngine(), cid, "g1", to, pattern(32, 9));
}

/** The same with nothing in it: well-formed bytes that open under no key. */
async function junk(cid: Uint8Array, to: main.PublicKey): Promise<main.Stanza> {
  return { ...(await planted(cid, to)), ct: main.toBase64Url(pattern(48, 9)) };
}

function only(keys: main.VerifiedKeys): main.PublicKey {
  const [key] = keys.keys;
  if (key === undefined) throw new Error("one key");
  return key;
}

async function postQuantum() {
  const made = await sealedCase(sections, "xwing");
  const { keyring, manifest } = made.sealed;
  const verified = main.verify(manifest, expected);
  const { publicKey } = await main.generateKey("x25519");
  const stray = await junk(verified.cid, publicKey);
  const led: main.Keyring = { ...keyring, stanzas: [stray, ...keyring.stanzas] };
  const kinds = (changed: main.Keyring): string[] =>
    changed.stanzas.filter(({ kid }) => kid !== stray.kid).map(({ kem }) => kem);
  return { ...made, verified, keyring, led, kinds };
}

describe.each([
  ["the platform", platform],
  ["node:crypto", node],
] as const)("a junk stanza of a weaker kind, before the keyring is changed by %s,", (_, engine) => {
  it("does not let a key of that kind into the group", async () => {
    const { controller: own, led, verified } = await postQuantum();
    const classic = await controller("ifo-namnd", "x25519");
    const add = (policy?: main.SealPolicy) =>
      engine.addRecipient(verified, led, own.holder, "g1", classic.keys, policy);
    expect(await codeOf(() => add())).toBe("POLICY");
    expect(await codeOf(() => add({ allowMixed: true }))).toBe("ok");
    expect(await codeOf(() => engine.rotate(verified, led, own.holder, classic.keys))).toBe("POLICY");
  });

  it("does not choose that kind where a newcomer has both", async () => {
    const { controller: own, kinds, led, verified } = await postQuantum();
    const both = await controller("ifo-namnd", "x25519", "xwing");
    const added = await engine.addRecipient(verified, led, own.holder, "g1", both.keys);
    expect(kinds(added)).toEqual(["xwing", "xwing", "xwing"]);
    const rotated = await engine.rotate(verified, led, own.holder, both.keys);
    expect(kinds(rotated)).toEqual(["xwing", "xwing"]);
  });

  it("does not choose it where nothing but the holder's own stanza is left beside it", async () => {
    const { controller: own, keyring, led, verified } = await postQuantum();
    const mine = keyring.stanzas.find(({ kid }) => kid === own.holder.kid);
    const [stray] = led.stanzas;
    if (mine === undefined || stray === undefined) throw new Error("two stanzas");
    const classic = await controller("ifo-namnd", "x25519");
    const few = { ...led, stanzas: [stray, mine] };
    expect(await codeOf(() => engine.addRecipient(verified, few, own.holder, "g1", classic.keys))).toBe(
      "POLICY",
    );
  });

  it("does not keep a group of the weaker kind from what suits it", async () => {
    const made = await sealedCase(sections, "x25519");
    const verified = main.verify(made.sealed.manifest, expected);
    const { publicKey } = await main.generateKey("xwing");
    const { keyring } = made.sealed;
    const led = { ...keyring, stanzas: [await junk(verified.cid, publicKey), ...keyring.stanzas] };
    const both = await controller("ifo-namnd", "x25519", "xwing");
    const { holder } = made.controller;
    const added = await engine.addRecipient(verified, led, holder, "g1", both.keys);
    expect(added.stanzas.at(-1)?.kem).toBe("x25519");
  });
});

describe.each([
  ["the platform", platform],
  ["node:crypto", node],
] as const)("a stanza planted under the id of a new key, changed by %s,", (_, engine) => {
  it.each(["x25519", "xwing"] as const)(
    "gives way to one that opens, for %s, and never takes the only way in",
    async (kem) => {
      const made = await sealedCase(sections, kem);
      const verified = main.verify(made.sealed.manifest, expected);
      const { keyring } = made.sealed;
      const next = await controller("familjehem-sverige", kem);
      for (const plant of [junk, planted]) {
        const stanza = await plant(verified.cid, only(next.keys));
        const led = { ...keyring, stanzas: [stanza, ...keyring.stanzas] };
        const rotated = await engine.rotate(verified, led, made.controller.holder, next.keys);
        const added = await engine.addRecipient(verified, led, made.controller.holder, "g1", next.keys);
        for (const changed of [rotated, added]) {
          const opened = await engine.open(verified, changed, next.holder);
          expect(await opened.read("contact", blobOf(made.blobs, "contact"))).toEqual(pattern(500));
          expect(changed.stanzas.filter(({ kid }) => kid === next.holder.kid)).toHaveLength(1);
        }
        expect(rotated.stanzas).toHaveLength(keyring.stanzas.length);
        expect(added.stanzas).toHaveLength(keyring.stanzas.length + 1);
      }
    },
  );

  it("is not counted twice where the keyring is full", async () => {
    const made = await sealedCase(sections);
    const verified = main.verify(made.sealed.manifest, expected);
    const { keyring } = made.sealed;
    const next = await controller("familjehem-sverige", "x25519");
    const taken = await junk(verified.cid, only(next.keys));
    const others = Array.from({ length: 509 }, (__, at) => ({
      ...taken,
      kid: main.toBase64Url(pattern(16, at + 2)),
    }));
    const full = { ...keyring, stanzas: [...keyring.stanzas, taken, ...others] };
    expect(full.stanzas).toHaveLength(512);
    const added = await engine.addRecipient(verified, full, made.controller.holder, "g1", next.keys);
    expect(added.stanzas).toHaveLength(512);
    expect(await codeOf(() => engine.open(verified, added, next.holder))).toBe("ok");
  });
});

describe.each([
  ["the platform", platform],
  ["node:crypto", node],
] as const)(
  "a group key that is not the group's, put before the holder by whoever stores, and %s",
  (_, engine) => {
    it("is found out at a signed slot before it is wrapped for anybody", async () => {
      const made = await sealedCase(sections);
      const verified = main.verify(made.sealed.manifest, expected);
      const { keyring } = made.sealed;
      const { holder, keys } = made.controller;
      const forged = await planted(verified.cid, only(keys));
      const led = {
        ...keyring,
        stanzas: keyring.stanzas.map((stanza) => (stanza.kid === holder.kid ? forged : stanza)),
      };
      const next = await controller("familjehem-sverige", "x25519");
      expect(await codeOf(() => engine.rotate(verified, led, holder, next.keys))).toBe("COMMITMENT");
      expect(await codeOf(() => engine.addRecipient(verified, led, holder, "g1", next.keys))).toBe(
        "COMMITMENT",
      );
    });

    it("does not turn an applicant, who has keys of both kinds, to the weaker one", async () => {
      const made = await sealedCase(sections, "xwing");
      const verified = main.verify(made.sealed.manifest, expected);
      const own = await applicantKeys(made.receipt, { from: now, until: "2027-01-01T00:00:00Z" });
      const trust = { roots: [made.receipt.applicant], controller: app, now };
      const weak = main.verifyKeyDocument(own, trust).keys.find(({ kem }) => kem === "x25519");
      if (weak === undefined) throw new Error("a receipt has an X25519 key");
      const { keyring } = made.sealed;
      const led = { ...keyring, stanzas: [await planted(verified.cid, weak), ...keyring.stanzas] };
      const classic = await controller("ifo-namnd", "x25519");
      const holder = await made.receipt.decapsulator();
      expect(await codeOf(() => engine.addRecipient(verified, led, holder, "g1", classic.keys))).toBe(
        "COMMITMENT",
      );
    });

    it("is seen by any slot that is left: one that is damaged or destroyed does not hide it, nor hold anybody up", async () => {
      const made = await sealedCase(sections);
      const verified = main.verify(made.sealed.manifest, expected);
      const { keyring } = made.sealed;
      const { holder, keys } = made.controller;
      const next = await controller("familjehem-sverige", "x25519");
      const damaged = {
        ...keyring,
        slots: { ...keyring.slots, contact: main.toBase64Url(pattern(104)) },
      };
      expect(await codeOf(() => engine.rotate(verified, damaged, holder, next.keys))).toBe("ok");
      const shredded = operations.shred(keyring, "contact", { at: now, rule: "rule-1" });
      expect(await codeOf(() => engine.rotate(verified, shredded, holder, next.keys))).toBe("ok");
      const forged = await planted(verified.cid, only(keys));
      const stanzas = keyring.stanzas.map((stanza) => (stanza.kid === holder.kid ? forged : stanza));
      for (const changed of [damaged, shredded]) {
        const led = { ...changed, stanzas };
        expect(await codeOf(() => engine.rotate(verified, led, holder, next.keys))).not.toBe("ok");
      }
      const gone = operations.shred(shredded, "health", { at: now, rule: "rule-1" });
      expect(await codeOf(() => engine.rotate(verified, gone, holder, next.keys))).toBe("ok");
    });
  },
);

describe("a newcomer whose recovery key is of another kind than the group", () => {
  it("is refused, so that nobody believes that it can be recovered", async () => {
    const made = await sealedCase(sections, "xwing");
    const verified = main.verify(made.sealed.manifest, expected);
    const [daily, spare] = await Promise.all([main.generateKey("xwing"), main.generateKey("x25519")]);
    const root = generateRoot();
    const document: main.KeyDocument = {
      controller: "ifo-namnd",
      expires: "2027-01-01T00:00:00Z",
      keys: [daily, spare].map(({ publicKey }) => keyEntry(publicKey, now, "2028-01-01T00:00:00Z")),
      recovery: [spare.publicKey.kid],
      seq: 1,
      v: 1,
    };
    const trust = { roots: [root.publicKey], controller: "ifo-namnd", now };
    const keys = main.verifyKeyDocument(signKeyDocument(document, [root.seed]), trust);
    const add = (policy?: main.SealPolicy) =>
      platform.addRecipient(verified, made.sealed.keyring, made.controller.holder, "g1", keys, policy);
    expect(await codeOf(() => add())).toBe("POLICY");
    const mixed = await add({ allowMixed: true });
    expect(mixed.stanzas.map(({ kid }) => kid)).toEqual(
      expect.arrayContaining(keys.keys.map(({ kid }) => kid)),
    );
  });
});

it("a damaged stanza of another group is in nobody's way", async () => {
  const both = await controller("familjehem-sverige", "x25519");
  const made = await sealedCase(
    [
      { id: "contact", class: "x", group: "g1", data: pattern(10) },
      { id: "health", class: "x", group: "g2", data: pattern(10) },
    ],
    "x25519",
    { context, to: { g1: [both.keys], g2: [both.keys] } },
  );
  const verified = main.verify(made.sealed.manifest, expected);
  const stanzas = made.sealed.keyring.stanzas.map((stanza) =>
    stanza.group === "g2" ? { ...stanza, ct: main.toBase64Url(pattern(48)) } : stanza,
  );
  const next = await controller("familjehem-sverige", "x25519");
  const led = { ...made.sealed.keyring, stanzas };
  expect(await codeOf(() => platform.addRecipient(verified, led, both.holder, "g1", next.keys))).toBe("ok");
  expect(await codeOf(() => platform.addRecipient(verified, led, both.holder, "g2", next.keys))).toBe(
    "UNWRAP",
  );
});
