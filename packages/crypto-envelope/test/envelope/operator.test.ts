/** What an operator could try who stores the envelopes, serves the keys and knows the format. One test each. */
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import { EnvelopeError } from "../../src/errors.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { manifestType } from "../../src/format/manifest.ts";
import {
  type Keyring,
  Receipt,
  type VerifiedKeys,
  fromBase64Url,
  generateKey,
  memorySink,
  open,
  seal,
  toBase64Url,
  verify,
  verifyKeyDocument,
} from "../../src/index.ts";
import { generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import { sealSlot } from "../../src/payload/slot.ts";
import { sectionContext, unwrapAll, wrap } from "../../src/envelope/wrap.ts";
import { platformEngine } from "../../src/envelope/engine.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, controller, expected, now, pattern, sealedCase } from "../situation.ts";

const sections = [
  { id: "contact", class: "ordinary", data: pattern(40_000, 1), pad: "none" },
  { id: "health", class: "health", data: pattern(40_000, 2), pad: "none" },
] as const;
const base = await sealedCase(sections);
const other = await sealedCase(sections);
const verified = verify(base.sealed.manifest, expected);
const { manifest } = verified;
const { keyring } = base.sealed;

function opened(changed: Keyring = keyring) {
  return open(verified, changed, base.controller.holder);
}

function readCode(blob: Uint8Array): Promise<string> {
  return codeOf(async () => (await opened()).read("contact", blob));
}

const blob = blobOf(base.blobs, "contact");

describe("an operator who", () => {
  it("strips the signature and signs as another applicant cannot open the old keys", async () => {
    const thief = Receipt.create(app);
    const stolen = { ...manifest, context: { ...manifest.context, applicant: toBase64Url(thief.applicant) } };
    const signed = verify(thief.sign(manifestType, canonicalBytesOf(stolen)), expected);
    expect(await codeOf(() => open(signed, keyring, base.controller.holder))).toBe("CONTEXT");
    const renamed = { ...keyring, cid: toBase64Url(signed.cid) };
    expect(await codeOf(() => open(signed, renamed, base.controller.holder))).toBe("UNWRAP");
  });

  it("moves a stanza from another application is refused", async () => {
    const mine = { ...keyring, stanzas: other.sealed.keyring.stanzas };
    expect(await codeOf(() => open(verified, mine, other.controller.holder))).toBe("UNWRAP");
  });

  it("moves a slot to another section or from another application is refused", async () => {
    const { contact, health } = keyring.slots;
    const swapped = await opened({ ...keyring, slots: { contact: health ?? "", health: contact ?? "" } });
    expect(await codeOf(() => swapped.read("contact", blob))).toBe("CORRUPT");
    const foreign = await opened({
      ...keyring,
      slots: { ...keyring.slots, contact: other.sealed.keyring.slots["contact"] ?? "" },
    });
    expect(await codeOf(() => foreign.read("contact", blob))).toBe("CORRUPT");
  });

  it("moves a blob to another section or from another application is refused", async () => {
    expect(await readCode(blobOf(base.blobs, "health"))).toBe("COMMITMENT");
    expect(await readCode(blobOf(other.blobs, "contact"))).toBe("COMMITMENT");
  });

  it("cuts, reorders or appends is refused", async () => {
    const chunk = (at: number) => blob.subarray(56 + at * 16_400, 56 + (at + 1) * 16_400);
    const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
    const head = blob.subarray(0, 56);
    expect(await readCode(blob.subarray(0, 56 + 16_400))).toBe("TRUNCATED");
    expect(await readCode(joined(head, chunk(1), chunk(0), chunk(2)))).toBe("CORRUPT");
    expect(await readCode(joined(blob, chunk(2)))).toBe("CORRUPT");
  });

  it("sends different group keys to different recipients is found out at the slot's commitment", async () => {
    const [stanza, ...rest] = keyring.stanzas;
    const [key] = base.controller.keys.keys;
    if (stanza === undefined || key === undefined) throw new Error("one recipient");
    const forged = pattern(32, 7);
    const own = await wrap(platformEngine(), verified.cid, "g1", key, forged);
    const split = await opened({ ...keyring, stanzas: [own, ...rest] });
    expect(await codeOf(() => split.read("contact", blob))).toBe("COMMITMENT");
    // A slot under the forged key would open, but it is not the slot that the applicant signed for.
    const slot = await sealSlot(
      nodeBackend,
      forged,
      sectionContext("slot", verified.cid, "contact"),
      pattern(32),
      pattern(24),
    );
    const both = {
      ...keyring,
      stanzas: [own, ...rest],
      slots: { ...keyring.slots, contact: toBase64Url(slot) },
    };
    expect(await codeOf(async () => (await opened(both)).read("contact", blob))).toBe("CORRUPT");
  });

  it("works with a recipient who has the keys cannot put other content under the applicant's signature", async () => {
    const groupKeys = await unwrapAll(nodeBackend, keyring, verified.cid, base.controller.holder);
    expect(groupKeys.get("g1")?.groupKey).toHaveLength(32);
    const { sink, blobs } = memorySink();
    const insider = Receipt.create(app);
    await seal({ context, receipt: insider, to: { g1: [base.controller.keys] }, sections, sink });
    const forged = blobOf(blobs, "contact");
    expect(forged.length).toBe(blob.length);
    expect(await readCode(forged)).toBe("COMMITMENT");
  });

  it("asks for a weaker suite or kind of key is refused", async () => {
    const weaker = base.receipt.sign(manifestType, canonicalBytesOf({ ...manifest, suite: "CE0" }));
    expect(await codeOf(() => verify(weaker, expected))).toBe("SUITE");
    const relabelled = {
      ...keyring,
      stanzas: keyring.stanzas.map((stanza) => ({ ...stanza, kem: "xwing" as const })),
    };
    expect(await codeOf(() => opened(relabelled))).toBe("FORMAT");
    const needed = { policy: { requirePQ: true } };
    expect(await codeOf(() => sealedCase(sections, "x25519", needed))).toBe("POLICY");
    expect(await codeOf(() => sealedCase(sections, "xwing", needed))).toBe("ok");
  });

  it("probes with wrong keys and content learns one word over the network", () => {
    const codes = ["UNWRAP", "COMMITMENT", "CORRUPT", "TRUNCATED"] as const;
    expect(codes.map((code) => new EnvelopeError(code, "").publicCode)).toEqual(codes.map(() => "DECRYPT"));
    expect(new EnvelopeError("CONTEXT", "").publicCode).toBe("CONTEXT");
  });

  it("replays an application under another number is refused", async () => {
    const elsewhere = { ...expected, app: "00000000-0000-4000-8000-000000000000" };
    expect(await codeOf(() => verify(base.sealed.manifest, elsewhere))).toBe("CONTEXT");
  });

  it("serves an older version is seen by whoever knows the newer one's digest", async () => {
    const next = await sealedCase(sections, "x25519", {
      receipt: base.receipt,
      supersedes: base.sealed.digest,
    });
    const newer = verify(next.sealed.manifest, expected);
    expect(newer.manifest.supersedes).toBe(toBase64Url(verified.digest));
    expect(verified.manifest.supersedes).toBe(null);
    expect(newer.digest).not.toEqual(verified.digest);
    expect(newer.digest).toEqual(
      sha256(Uint8Array.from(atob(next.sealed.manifest.payload), (c) => c.charCodeAt(0))),
    );
  });

  it("lists a key of its own instead of the controller's is refused by the pinned root", async () => {
    const pinned = generateRoot();
    const forger = generateRoot();
    const { publicKey } = await generateKey("x25519");
    const keys = [keyEntry(publicKey, now, "2028-01-01T00:00:00Z")];
    const document = {
      controller: "familjehem-sverige",
      expires: "2027-01-01T00:00:00Z",
      keys,
      seq: 2,
      v: 1,
    } as const;
    const served = signKeyDocument(document, [forger.seed]);
    expect(
      await codeOf(() =>
        verifyKeyDocument(served, { roots: [pinned.publicKey], controller: "familjehem-sverige", now }),
      ),
    ).toBe("SIGNATURE");
  });

  it("hands seal a list of keys that no pinned root has signed is refused", async () => {
    const { keys } = await controller("familjehem-sverige", "x25519");
    const forged: VerifiedKeys = { ...keys };
    expect(await codeOf(() => sealedCase(sections, "x25519", { to: { g1: [forged] } }))).toBe("DIRECTORY");
  });

  it("keeps an old keyring can undo shredding, which is why it must be overwritten", async () => {
    // Not prevented by the format; stated here so that nobody believes otherwise.
    expect(await codeOf(async () => (await opened()).read("health", blobOf(base.blobs, "health")))).toBe(
      "ok",
    );
    expect(fromBase64Url(keyring.slots["health"])).toHaveLength(104);
  });
});
