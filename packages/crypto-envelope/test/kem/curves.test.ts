import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as script from "../../src/kem/x25519-script.ts";
import { curve } from "../../src/kem/x25519.ts";
import { nodeVerifyEd25519 } from "../../src/node/ed25519.ts";
import { ed25519Public, signEd25519, verifyEd25519 } from "../../src/sign/ed25519.ts";

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const runs = { numRuns: 15 };

const message = Uint8Array.of(1, 2, 3);
const order = ed25519.Point.CURVE().n;
/** A point of order 8. */
const torsion = ed25519.Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");

// Points of small order, and encodings that are not the shortest, as the y-coordinate in little endian.
const field = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
const badKeys: readonly (readonly [string, string])[] = [
  ["order 1", `01${"00".repeat(31)}`],
  ["order 1, with the sign bit", `01${"00".repeat(30)}80`],
  ["order 2", `ec${field}7f`],
  ["order 2, with the sign bit", `ec${field}ff`],
  ["order 4", "00".repeat(32)],
  ["order 4, with the sign bit", `${"00".repeat(31)}80`],
  ["order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
  ["order 8, with the sign bit", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"],
  ["order 8, the other", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"],
  [
    "order 8, the other, with the sign bit",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  ],
  ["order 4, encoded as p", `ed${field}7f`],
  ["order 4, encoded as p, with the sign bit", `ed${field}ff`],
  ["order 1, encoded as p + 1", `ee${field}7f`],
  ["order 1, encoded as p + 1, with the sign bit", `ee${field}ff`],
  ["full order, encoded as p + 3", `f0${field}7f`],
  ["y = 2^255 - 1", `ff${field}7f`],
  ["no point of the curve", `02${"00".repeat(31)}`],
];

function flipped(whole: Uint8Array, bit: number): Uint8Array {
  const wrong = whole.slice();
  wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return wrong;
}

function resized(whole: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  out.set(whole.subarray(0, length));
  return out;
}

function number(whole: Uint8Array): bigint {
  return whole.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function encoded(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

/** A signature that its owner made with points of small order added to R and to the key: S = r + k a, as always. */
function forged(
  onR: typeof torsion,
  onKey: typeof torsion,
  count = 0,
  once = 987_654_321n,
): [key: Uint8Array, message: Uint8Array, sig: Uint8Array] {
  const secret = 123_456_789n;
  const key = ed25519.Point.BASE.multiply(secret).add(onKey).toBytes();
  const r = ed25519.Point.BASE.multiplyUnsafe(once).add(onR).toBytes();
  const signed = Uint8Array.of(count);
  const k = number(sha512(concatBytes(r, key, signed))) % order;
  return [key, signed, concatBytes(r, encoded((once + k * secret) % order))];
}

/** R = [S]B - [k]A, by noble's general library. */
function equation(key: Uint8Array, signed: Uint8Array, sig: Uint8Array): boolean {
  const r = sig.subarray(0, 32);
  const k = number(sha512(concatBytes(r, key, signed))) % order;
  const point = ed25519.Point.fromBytes(key).multiplyUnsafe(k);
  const base = ed25519.Point.BASE.multiplyUnsafe(number(sig.subarray(32)));
  return base.subtract(point).equals(ed25519.Point.fromBytes(r));
}

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

describe.each([
  ["in JavaScript", verifyEd25519],
  ["by node:crypto", nodeVerifyEd25519],
])("Ed25519 %s", (_name, verifyWith) => {
  it("makes the keys and signatures of noble's general library, and accepts the same", () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 300 }), fc.nat(511), (seed, message, bit) => {
        const key = ed25519.getPublicKey(seed);
        const sig = ed25519.sign(message, seed);
        expect(ed25519Public(seed)).toEqual(key);
        expect(signEd25519(message, seed)).toEqual(sig);
        expect(verifyWith(key, message, sig)).toBe(true);
        expect(verifyWith(flipped(key, bit & 255), message, sig)).toBe(false);
        expect(verifyWith(key, message, flipped(sig, bit))).toBe(false);
        expect(verifyWith(key, concatBytes(message, Uint8Array.of(0)), sig)).toBe(false);
      }),
      runs,
    );
  });

  it("refuses keys and signatures of other lengths", () => {
    const key = ed25519Public(new Uint8Array(32));
    const sig = signEd25519(message, new Uint8Array(32));
    expect(verifyWith(key, message, sig)).toBe(true);
    for (const length of [0, 31, 33]) expect(verifyWith(resized(key, length), message, sig)).toBe(false);
    for (const length of [0, 63, 65]) expect(verifyWith(key, message, resized(sig, length))).toBe(false);
  });

  it.each(badKeys)("refuses a key of %s, whatever is signed", (_, hex) => {
    const key = Uint8Array.from(Buffer.from(hex, "hex"));
    // With S = 0 and such a key, R may be any point of small order; with the neutral key, R is [S]B.
    const neutral = Uint8Array.of(1, ...new Uint8Array(31));
    const one = Uint8Array.of(1, ...new Uint8Array(31));
    const signatures = [key, neutral].map((r) => concatBytes(r, new Uint8Array(32)));
    signatures.push(concatBytes(ed25519.Point.BASE.toBytes(), one));
    for (const sig of signatures) {
      for (let count = 0; count < 16; count += 1) {
        expect(verifyWith(key, Uint8Array.of(count), sig)).toBe(false);
      }
    }
  });

  it.each(badKeys)("refuses a signature whose R is %s and does not fit", (_, hex) => {
    const r = Uint8Array.from(Buffer.from(hex, "hex"));
    const key = ed25519Public(new Uint8Array(32));
    for (const s of [new Uint8Array(32), new Uint8Array(32).fill(7)])
      expect(verifyWith(key, message, concatBytes(r, s))).toBe(false);
  });

  it("refuses an R of small order, where the equation holds", () => {
    const one = forged(ed25519.Point.ZERO, ed25519.Point.ZERO, 0, 0n);
    expect(equation(...one)).toBe(true);
    expect(verifyWith(...one)).toBe(false);
  });

  it("accepts a key with a part of small order exactly where the equation holds", () => {
    // S = r + k a holds for the tainted key A + T only where [k]T vanishes, which happens one time in eight.
    const made = Array.from({ length: 64 }, (_, count) => forged(ed25519.Point.ZERO, torsion, count));
    const answers = made.map((one) => verifyWith(...one));
    expect(answers).toEqual(made.map((one) => equation(...one)));
    expect(new Set(answers)).toEqual(new Set([true, false]));
  });

  it("refuses what holds only when it is multiplied by the cofactor", () => {
    const sig = forged(torsion, ed25519.Point.ZERO);
    expect(ed25519.verify(sig[2], sig[1], sig[0], { zip215: false })).toBe(true);
    expect(verifyWith(...sig)).toBe(false);
  });

  it("refuses S not below the group order", () => {
    const [key, signed, sig] = forged(ed25519.Point.ZERO, ed25519.Point.ZERO);
    const s = number(sig.subarray(32));
    for (const more of [order, order * 2n, order * 8n]) {
      expect(verifyWith(key, signed, concatBytes(sig.subarray(0, 32), encoded(s + more)))).toBe(false);
    }
  });
});
