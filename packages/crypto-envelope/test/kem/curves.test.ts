import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as script from "../../src/kem/x25519-script.ts";
import { curve } from "../../src/kem/x25519.ts";
import { ed25519Public, signEd25519, verifyEd25519 } from "../../src/sign/ed25519.ts";

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const runs = { numRuns: 15 };

describe("X25519, of the platform and in JavaScript", () => {
  it("gives the public keys and secrets of noble's own", async () => {
    const native = await curve();
    expect(native).not.toBe(script);
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(32), async (mine, theirs) => {
        const other = x25519.getPublicKey(theirs);
        expect(await native.publicOf(mine)).toEqual(x25519.getPublicKey(mine));
        expect(script.publicOf(mine)).toEqual(x25519.getPublicKey(mine));
        expect(await native.agree(mine, other)).toEqual(x25519.getSharedSecret(mine, other));
        expect(script.agree(mine, other)).toEqual(x25519.getSharedSecret(mine, other));
      }),
      runs,
    );
  });
});

describe("Ed25519", () => {
  it("makes the keys and signatures of noble's general library, and accepts the same", () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 300 }), fc.nat(511), (seed, message, bit) => {
        const key = ed25519.getPublicKey(seed);
        const sig = ed25519.sign(message, seed);
        expect(ed25519Public(seed)).toEqual(key);
        expect(signEd25519(message, seed)).toEqual(sig);
        expect(verifyEd25519(key, message, sig)).toBe(true);
        const wrong = sig.slice();
        wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(verifyEd25519(key, message, wrong)).toBe(false);
      }),
      runs,
    );
  });

  // Points of small order, and encodings that are not the shortest, as the y-coordinate in little endian.
  const field = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
  it.each([
    ["order 1", `01${"00".repeat(31)}`],
    ["order 1, with the sign bit", `01${"00".repeat(30)}80`],
    ["order 2", `ec${field}`],
    ["order 4", "00".repeat(32)],
    ["order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
    ["order 4, encoded as p", `ed${field}`],
    ["order 1, encoded as p + 1", `ee${field}`],
    ["y = 2^255 - 1", `ff${field}`],
  ])("refuses a key of %s, as the general library does", (_, hex) => {
    const key = Uint8Array.from(Buffer.from(hex, "hex"));
    const message = new Uint8Array(3);
    for (const r of [key, Uint8Array.from([1, ...new Uint8Array(31)])]) {
      const sig = Uint8Array.from([...r, ...new Uint8Array(32)]);
      expect(ed25519.verify(sig, message, key, { zip215: false })).toBe(false);
      expect(verifyEd25519(key, message, sig)).toBe(false);
    }
  });
});
