import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSample } from "../src/index.ts";

const seed = Uint8Array.from({ length: 32 }, (_, n) => n);
const hundred = Array.from({ length: 100 }, (_, n) => n);

describe("a sample drawn from a seed", () => {
  test("is the same whenever and in whatever order it is drawn", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(100), (bytes, count) => {
        const drawn = drawSample(bytes, hundred, count);
        expect(drawSample(bytes, hundred.toReversed(), count)).toStrictEqual(drawn);
        expect(drawn).toHaveLength(Math.min(count, 100));
        expect(drawn).toStrictEqual(drawn.toSorted((a, b) => a - b));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });

  test("of more entries holds the smaller sample", () => {
    const few = drawSample(seed, hundred, 10);
    expect(drawSample(seed, hundred, 20)).toEqual(expect.arrayContaining([...few]));
  });

  test("is another with another seed, and falls evenly", () => {
    expect(drawSample(seed.toReversed(), hundred, 10)).not.toStrictEqual(drawSample(seed, hundred, 10));
    const hits = new Map<number, number>();
    for (let n = 0; n < 400; n += 1) {
      for (const at of drawSample(Uint8Array.of(n & 255, n >> 8), hundred, 10)) {
        hits.set(at, (hits.get(at) ?? 0) + 1);
      }
    }
    // 400 draws of a tenth: 40 expected; far tails of the binomial distribution are 15 and 70.
    expect(hits.size).toBe(100);
    expect(Math.min(...hits.values())).toBeGreaterThan(15);
    expect(Math.max(...hits.values())).toBeLessThan(70);
  });

  test.each([[-1], [0.5], [Number.NaN]])("refuses the position %s", (position) => {
    expect(() => drawSample(seed, [position], 1)).toThrow(
      expect.objectContaining({ code: "SAMPLE_INVALID" }),
    );
  });
});
