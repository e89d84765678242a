import { concatBytes, equalBytes } from "@noble/ciphers/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Padding, memorySink, Receipt, seal, verify } from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
import { decapsulatorFromSeed, open, seal as sealInNode } from "../../src/node.ts";
import { lastNonZero, padded, paddedLength, unpadded } from "../../src/payload/padding.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, controller, expected, sealedCase, pattern } from "../situation.ts";

const runs = process.env["SLOW"] === undefined ? 20 : 1000;
const to = await controller("familjehem-sverige", "x25519");
const holder = await decapsulatorFromSeed("x25519", to.seed);
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.constantFrom(4095, 4096, 16_383, 16_384, 16_385, 32_768, 70_000),
);
const pads = fc.constantFrom<Padding>("none", "4k", "padme");
const contents = fc
  .tuple(lengths, fc.integer(), fc.boolean())
  .map(([length, seed, zeros]) => (zeros ? new Uint8Array(length) : pattern(length, seed)));
const inputs = fc.array(fc.record({ data: contents, pad: pads }), { minLength: 1, maxLength: 4 });

type Inputs = readonly { readonly data: Uint8Array; readonly pad: Padding }[];

async function sealed(sections: Inputs, with_: typeof seal) {
  const { blobs, sink } = memorySink();
  const named = sections.map(({ data, pad }, at) => ({ id: `s${at}`, class: "ordinary", data, pad }));
  const receipt = Receipt.create(app);
  const { keyring, manifest } = await with_({
    context,
    receipt,
    to: { g1: [to.keys] },
    sections: named,
    sink,
  });
  return { blobs, keyring, verified: verify(manifest, expected) };
}

describe("an envelope of any sections", () => {
  it("opens to what was sealed, whichever backend sealed it", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, fc.boolean(), async (sections, native) => {
        const { blobs, keyring, verified } = await sealed(sections, native ? sealInNode : seal);
        const opened = await open(verified, keyring, holder);
        for (const [at, { data }] of sections.entries()) {
          const content = await opened.read(`s${at}`, blobOf(blobs, `s${at}`));
          expect(equalBytes(content, data)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it("keeps all other sections when any one is shredded", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, fc.nat(), async (sections, pick) => {
        const { blobs, keyring, verified } = await sealed(sections, sealInNode);
        const gone = pick % sections.length;
        const left = shred(keyring, `s${gone}`, { at: "2027-01-01T00:00:00Z", rule: "any" });
        const opened = await open(verified, left, holder);
        const codes = await Promise.all(
          sections.map((_, at) => codeOf(() => opened.read(`s${at}`, blobOf(blobs, `s${at}`)))),
        );
        expect(codes).toEqual(sections.map((_, at) => (at === gone ? "SHREDDED" : "ok")));
      }),
      { numRuns: runs },
    );
  });
});

describe("a splice of a blob", () => {
  const base = sealedCase([
    { id: "a", class: "x", data: pattern(40_000, 3), pad: "none" },
    { id: "b", class: "x", data: pattern(40_000, 4), pad: "none" },
  ]);

  it("never opens, wherever it is cut and whatever is put in", async () => {
    const { blobs, controller: own, sealed: envelope } = await base;
    const opened = await open(verify(envelope.manifest, expected), envelope.keyring, own.holder);
    const [a, b] = [blobOf(blobs, "a"), blobOf(blobs, "b")];
    const cut = fc.integer({ min: 0, max: a.length });
    await fc.assert(
      fc.asyncProperty(cut, cut, fc.integer({ min: 0, max: 40_000 }), async (from, to_, length) => {
        const spliced = concatBytes(a.subarray(0, from), b.subarray(from, from + length), a.subarray(to_));
        fc.pre(!equalBytes(spliced, a));
        const code = await codeOf(() => opened.read("a", spliced));
        expect(["TRUNCATED", "COMMITMENT", "CORRUPT"]).toContain(code);
      }),
      { numRuns: runs * 5 },
    );
  });
});

describe("any range of a section", () => {
  it("is the same as cutting it out of the whole", async () => {
    const data = concatBytes(pattern(50_000, 5), new Uint8Array(1000));
    for (const pad of ["none", "4k", "padme"] as const) {
      const {
        blobs,
        controller: own,
        sealed: envelope,
      } = await sealedCase([{ id: "a", class: "x", data, pad }]);
      const opened = await open(verify(envelope.manifest, expected), envelope.keyring, own.holder);
      const blob = new Blob([blobOf(blobs, "a") as Uint8Array<ArrayBuffer>]);
      const place = fc.integer({ min: 0, max: data.length });
      await fc.assert(
        fc.asyncProperty(place, place, async (one, other) => {
          const [from, end] = one < other ? [one, other] : [other, one];
          expect(equalBytes(await opened.range("a", blob, from, end), data.subarray(from, end))).toBe(true);
        }),
        { numRuns: runs },
      );
      expect(await codeOf(() => opened.range("a", blob, 0, data.length + 1))).toBe("LIMIT");
      expect(await codeOf(() => opened.range("a", blob, 5, 4))).toBe("LIMIT");
      expect(await codeOf(() => opened.range("a", blob.slice(1), 0, 1))).toBe("TRUNCATED");
    }
  });
});

describe("padding", () => {
  async function* inPieces(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += step)
      yield await Promise.resolve(bytes.subarray(at, at + step));
  }
  async function all(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const list: Uint8Array[] = [];
    for await (const piece of pieces) list.push(piece.slice());
    return concatBytes(...list);
  }

  it("comes off as it went on, however the content is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(contents, pads, fc.integer({ min: 1, max: 9000 }), async (data, pad, step) => {
        const whole = await all(padded(inPieces(data, step), pad, 1e9));
        expect(whole.length).toBe(paddedLength(pad, data.length));
        expect(equalBytes(await all(unpadded(inPieces(whole, step), pad)), data)).toBe(true);
      }),
      { numRuns: runs * 3 },
    );
  });

  it("adds at most 12 % by padme, and 4 KiB by 4k", () => {
    for (const length of [0, 1, 2, 3, 10, 100, 1000, 12_345, 1_000_000, 123_456_789, 2 ** 33 + 1]) {
      expect(paddedLength("padme", length)).toBeGreaterThan(length);
      expect(paddedLength("padme", length)).toBeLessThanOrEqual(Math.ceil((length + 1) * 1.12));
      expect(paddedLength("4k", length) - length).toBeLessThanOrEqual(4096);
    }
    expect(lastNonZero(new Uint8Array(3))).toBe(-1);
  });
});
