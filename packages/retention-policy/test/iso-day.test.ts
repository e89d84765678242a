import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay, NOT_ISO } from "../src/csv/iso-day.ts";
import { Memo } from "../src/csv/memo.ts";
import { formatDay, parseDay, tryParseDay } from "../src/day/civil-day.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("days from bytes", () => {
  it("are the days that their text means, 1895–2105, but for what is left to the slow way", () => {
    let slow = 0;
    for (let day = parseDay("1895-01-01"); day <= parseDay("2105-12-31"); day++) {
      const found = isoDay(bytes(`x${formatDay(day)}y`), 1);
      if (found === NOT_ISO) slow += 1;
      expect([NOT_ISO, day]).toContain(found);
    }
    // 1895–1900, 2100–2105 and the leap days between.
    expect(slow).toBe(2191 + 2191 + 49);
  });

  it("are never more than the text says", () => {
    const character = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const near = fc
      .tuple(fc.integer({ min: -20_000, max: 45_000 }), fc.nat(9), character)
      .map(([day, at, change]) => {
        const text = formatDay(day);
        return text.slice(0, at) + change + text.slice(at + 1);
      });
    fc.assert(
      fc.property(near, (text) => {
        const found = isoDay(bytes(text), 0);
        expect(found === NOT_ISO || found === tryParseDay(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the memory of spellings", () => {
  it("answers as the reader does, however many spellings share a place", () => {
    const decoder = new TextDecoder();
    const read = (from: Uint8Array, start: number, end: number): number => {
      let sum = 0;
      for (const letter of decoder.decode(from.subarray(start, end)))
        sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
      return sum;
    };
    const memo = new Memo(read);
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom("a", "b") }),
      fc.string({ minLength: 28, maxLength: 40, unit: fc.constantFrom("a", "b") }),
    );
    fc.assert(
      fc.property(text, (spelling) => {
        const cell = bytes(`,${spelling},`);
        expect(memo.find(cell, 1, cell.length - 1)).toBe(read(cell, 1, cell.length - 1));
      }),
      { numRuns: 3000 },
    );
  });
});
