import { describe, expect, it } from "vitest";
import { generateRoot } from "../../src/directory.ts";
import * as main from "../../src/index.ts";
import * as operations from "../../src/keyring.ts";
import * as node from "../../src/node.ts";
import { codeOf } from "../outcome.ts";
import {
  blobOf,
  controller,
  expected,
  pattern,
  sealedCase,
  app,
  context,
  joint,
  manyKeys,
} from "../situation.ts";

const { Receipt, memorySink, seal, verify } = main;
const { countersign, hasCountersigned, removeRecipient } = operations;
const platform = { ...main, ...operations };
const sections = [
  { id: "contact", class: "ordinary", data: pattern(500) },
  { id: "file-1", class: "attachment", data: pattern(50_000) },
];

describe.each([
  ["the platform", platform],
  ["node:crypto", node],
] as const)("recipients, changed by %s", (_, engine) => {
  describe.each(["x25519", "xwing"] as const)("of kind %s", (kem) => {
    it("are added without touching content, and read all of it", async () => {
      const { sealed, blobs, controller: first } = await sealedCase(sections, kem);
      const verified = verify(sealed.manifest, expected);
      const second = await controller("ifo-namnd", kem);
      const keyring = await engine.addRecipient(verified, sealed.keyring, first.holder, "g1", second.keys);
      expect(keyring.slots).toEqual(sealed.keyring.slots);
      expect(keyring.stanzas).toHaveLength(sealed.keyring.stanzas.length + 1);
      const opened = await engine.open(verified, keyring, second.holder);
      expect(await opened.read("contact", blobOf(blobs, "contact"))).toEqual(pattern(500));
      // The one who was there before is still there, and adding twice changes nothing.
      expect(await codeOf(() => engine.open(verified, keyring, first.holder))).toBe("ok");
      const again = await engine.addRecipient(verified, keyring, first.holder, "g1", second.keys);
      expect(again.stanzas).toHaveLength(keyring.stanzas.length);
    });

    it("are rotated: the new key opens, the old one does not", async () => {
      const { sealed, controller: old } = await sealedCase(sections, kem);
      const verified = verify(sealed.manifest, expected);
      const renewed = await controller("familjehem-sverige", kem);
      const keyring = await engine.rotate(verified, sealed.keyring, old.holder, renewed.keys);
      expect(await codeOf(() => engine.open(verified, keyring, renewed.holder))).toBe("ok");
      expect(await codeOf(() => engine.open(verified, keyring, old.holder))).toBe("NO_KEY");
      expect(await codeOf(() => engine.rotate(verified, keyring, old.holder, renewed.keys))).toBe("NO_KEY");
    });

    it("are rotated to a weaker kind of key only when that is asked for, to a stronger one at once", async () => {
      const { sealed, controller: old } = await sealedCase(sections, kem);
      const verified = verify(sealed.manifest, expected);
      const other = await controller("familjehem-sverige", kem === "xwing" ? "x25519" : "xwing");
      const turn = (policy?: { allowMixed?: boolean; requirePQ?: boolean }): Promise<string> =>
        codeOf(() => engine.rotate(verified, sealed.keyring, old.holder, other.keys, policy));
      expect(await turn()).toBe(kem === "xwing" ? "POLICY" : "ok");
      expect(await turn({ allowMixed: true })).toBe("ok");
      expect(await turn({ requirePQ: true })).toBe(kem === "xwing" ? "POLICY" : "ok");
    });

    it("are resealed after a compromise: new keys, a version that supersedes, a countersignature", async () => {
      const { sealed, blobs, controller: old } = await sealedCase(sections, kem);
      const verified = verify(sealed.manifest, expected);
      const fresh = await controller("familjehem-sverige", kem);
      const root = generateRoot();
      const store = memorySink();
      const next = await engine.reseal(verified, sealed.keyring, old.holder, {
        context,
        receipt: Receipt.create(app),
        to: { g1: [fresh.keys] },
        blob: (id) => blobOf(blobs, id),
        sink: store.sink,
        countersign: root.seed,
      });
      const renewed = verify(next.manifest, expected);
      expect(renewed.manifest.supersedes).toBe(platform.toBase64Url(sealed.digest));
      expect(hasCountersigned(next.manifest, root.publicKey)).toBe(true);
      expect(hasCountersigned(next.manifest, generateRoot().publicKey)).toBe(false);
      const opened = await engine.open(renewed, next.keyring, fresh.holder);
      expect(await opened.read("contact", blobOf(store.blobs, "contact"))).toEqual(pattern(500));
      expect(await codeOf(() => engine.open(renewed, next.keyring, old.holder))).toBe("NO_KEY");
      // Nothing of the old keys fits the new envelope.
      expect(await codeOf(() => engine.open(renewed, sealed.keyring, old.holder))).toBe("CONTEXT");
    });
  });
});

describe("a group", () => {
  it("is sealed to X-Wing where everybody has it, else to X25519 where everybody has that", async () => {
    const both = await controller("ifo-namnd", "x25519", "xwing");
    const kinds = async (to: main.VerifiedKeys[]) => {
      const { sealed } = await sealedCase(sections, "x25519", { context: joint, to: { g1: to } });
      return sealed.keyring.stanzas.map(({ kem }) => kem);
    };
    const classic = await controller("kasam-familjehemsvard", "x25519");
    expect(await kinds([both.keys])).toEqual(["xwing", "xwing"]);
    expect(await kinds([both.keys, classic.keys])).toEqual(["x25519", "x25519", "x25519"]);
  });

  it("never mixes kinds of keys in silence", async () => {
    const classic = await controller("ifo-namnd", "x25519");
    const hybrid = await controller("kasam-familjehemsvard", "xwing");
    const to = { g1: [classic.keys, hybrid.keys] };
    expect(await codeOf(() => sealedCase(sections, "x25519", { context: joint, to }))).toBe("POLICY");
    const { sealed } = await sealedCase(sections, "x25519", {
      context: joint,
      to,
      policy: { allowMixed: true },
    });
    expect(sealed.keyring.stanzas.map(({ kem }) => kem)).toEqual(["x25519", "xwing", "x25519"]);
    expect(
      await codeOf(() =>
        sealedCase(sections, "x25519", { context: joint, to, policy: { allowMixed: true, requirePQ: true } }),
      ),
    ).toBe("POLICY");
  });

  it("takes a later recipient of its own kind only, unless told otherwise", async () => {
    const { sealed, controller: first } = await sealedCase(sections, "xwing");
    const verified = verify(sealed.manifest, expected);
    const classic = await controller("ifo-namnd", "x25519");
    const add = (policy?: main.SealPolicy) =>
      platform.addRecipient(verified, sealed.keyring, first.holder, "g1", classic.keys, policy);
    expect(await codeOf(() => add())).toBe("POLICY");
    expect(await codeOf(() => add({ allowMixed: true }))).toBe("ok");
    expect(await codeOf(() => add({ allowMixed: true, requirePQ: true }))).toBe("POLICY");
  });

  it("loses a recipient by one stanza, and says so when there is none", async () => {
    const { sealed, controller: first } = await sealedCase(sections);
    const verified = verify(sealed.manifest, expected);
    const keyring = removeRecipient(sealed.keyring, first.holder.kid);
    expect(await codeOf(() => platform.open(verified, keyring, first.holder))).toBe("NO_KEY");
    expect(await codeOf(() => removeRecipient(keyring, first.holder.kid))).toBe("NO_KEY");
  });

  it("that is full takes nobody more, and lets a key be changed for another", async () => {
    const first = await controller("familjehem-sverige", "x25519");
    // With the applicant, 512.
    const many = Array.from({ length: 8 }, (_, at) => manyKeys(1 + 64 * at, at < 7 ? 64 : 62));
    const to = { g1: [first.keys, ...many] };
    const { sealed } = await sealedCase([{ id: "a", class: "x", data: pattern(1) }], "x25519", { to });
    const verified = verify(sealed.manifest, expected);
    const second = await controller("familjehem-sverige", "x25519");
    const adding = () => node.addRecipient(verified, sealed.keyring, first.holder, "g1", second.keys);
    expect(await codeOf(adding)).toBe("LIMIT");
    const rotated = await node.rotate(verified, sealed.keyring, first.holder, second.keys);
    expect(rotated.stanzas).toHaveLength(512);
    expect(await codeOf(() => node.open(verified, rotated, second.holder))).toBe("ok");
    expect(await codeOf(() => node.open(verified, rotated, first.holder))).toBe("NO_KEY");
  });

  it("keeps its sections from those who are not in it", async () => {
    const [alva, bo] = await Promise.all([
      controller("ifo-namnd", "x25519"),
      controller("familjehem-sverige", "x25519"),
    ]);
    const { sink, blobs } = memorySink();
    const receipt = Receipt.create(app);
    const sealed = await seal({
      context: joint,
      receipt,
      to: { g1: [alva.keys, bo.keys], g2: [bo.keys] },
      sections: [
        { id: "contact", class: "ordinary", group: "g1", data: pattern(10) },
        { id: "health", class: "health", group: "g2", data: pattern(20) },
      ],
      sink,
    });
    const verified = verify(sealed.manifest, expected);
    const opened = await platform.open(verified, sealed.keyring, alva.holder);
    expect(opened.sections.map(({ state }) => state)).toEqual(["readable", "locked"]);
    expect(await codeOf(() => opened.read("health", blobOf(blobs, "health")))).toBe("NO_KEY");
    const own = await platform.open(verified, sealed.keyring, await receipt.decapsulator());
    expect(own.sections.map(({ state }) => state)).toEqual(["readable", "readable"]);
  });
});

describe("a countersignature", () => {
  it("is counted once, and only so many fit", async () => {
    const { sealed } = await sealedCase(sections);
    const root = generateRoot();
    const once = countersign(sealed.manifest, root.seed);
    expect(verify(once, expected).digest).toEqual(sealed.digest);
    expect(await codeOf(() => countersign(once, root.seed))).toBe("SIGNATURE");
    const full = Array.from({ length: 7 }).reduce<main.Dsse>(
      (dsse) => countersign(dsse, generateRoot().seed),
      sealed.manifest,
    );
    expect(await codeOf(() => countersign(full, root.seed))).toBe("LIMIT");
  });
});
