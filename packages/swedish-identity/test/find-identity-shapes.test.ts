import { parseDate } from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentityNumbers, findIdentityShapes } from "../src/index.ts";

const today = parseDate("2026-11-21");

const signs = [
  "",
  "-",
  "+",
  "\u2212",
  "\u2013",
  "\u2014",
  "\u2011",
  "\u00A0",
  " ",
  " - ",
  "\u00A0\u2013 ",
  ".",
  "/",
];
const dates = [
  (y: string, m: string, d: string): string => `${y}${m}${d}`,
  (y: string, m: string, d: string): string => `${y}-${m}-${d}`,
  (y: string, m: string, d: string): string => `${y}.${m}.${d}`,
  (y: string, m: string, d: string): string => `${y}/${m}/${d}`,
  (y: string, m: string, d: string): string => `${y}\u00A0${m}\u00A0${d}`,
  (y: string, m: string, d: string): string => `${y}\u2013${m}\u2013${d}`,
];

describe("a number in any writing", () => {
  it.each(signs)("is found with the sign %j, with ten digits and twelve, whatever is in its date", (sign) => {
    for (const date of dates) {
      for (const year of ["81", "1981"]) {
        const number = `${date(year, "12", "28")}${sign}9874`;
        const text = `Hon är ${number}, sade han.`;
        expect(findIdentityShapes(text).map(({ start, end }) => text.slice(start, end))).toEqual([number]);
        expect(findIdentityShapes(text)[0]?.digits.slice(-10)).toBe("8112289874");
      }
    }
  });

  it("is found with signs that are not seen between its digits, and in other digits", () => {
    for (const number of [
      "8112\u00AD28-98\u200B74",
      "８１１２２８－９８７４",
      "٨١١٢٢٨-٩٨٧٤",
      "811228-\u20609874",
    ]) {
      const [found] = findIdentityShapes(`(${number})`);
      expect(found).toEqual({ start: 1, end: 1 + number.length, digits: "8112289874" });
    }
  });

  it("is found without asking for the check digit, and with the letter of a temporary number", () => {
    expect(findIdentityShapes("811228-9875")).toHaveLength(1);
    expect(findIdentityShapes("640883-3231 och 191500722390")).toHaveLength(2);
    expect(findIdentityShapes("811228-T874")).toEqual([{ start: 0, end: 11, digits: "811228T874" }]);
    expect(findIdentityNumbers("811228-9875 och 811228-T874", today)).toEqual([]);
  });
});

it("what has a real date and a right check digit is a number, whatever its writing", () => {
  for (const sign of signs) {
    for (const date of dates) {
      const text = `Hon är ${date(sign === "+" ? "81" : "1981", "12", "28")}${sign}9874.`;
      expect(findIdentityNumbers(text, today)).toEqual([{ start: 7, end: text.length - 1 }]);
    }
  }
});

describe("what is no number of a person", () => {
  it("no UUID is one", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (id, capitals) => {
        const written = capitals ? id.toUpperCase() : id;
        expect(findIdentityShapes(`request-${written}`)).toEqual([]);
        expect(findIdentityShapes(written)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
    expect(findIdentityShapes("20011231-4567-4890-8123-199001011234")).toEqual([]);
    expect(findIdentityShapes("a0000000-0000-4000-8000-199001011234")).toEqual([]);
  });

  it("no date, time or span of dates is one", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, two) => {
        const [a, b] = [one.toISOString(), two.toISOString()];
        const [from, to] = [a.slice(0, 10), b.slice(0, 10)];
        const compact = from.replaceAll("-", "");
        const texts = [a, from, compact, `${from} ${a.slice(11, 16)}`, `${compact}T${a.slice(11, 13)}0000Z`];
        const spans = ["–", "-", " – ", "/", " till ", "--", " "].map((sign) => `${from}${sign}${to}`);
        for (const text of [...texts, ...spans, `${compact}-${to.replaceAll("-", "")}`])
          expect(findIdentityShapes(text)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    "order 8112289874123",
    "x8112289874",
    "811228-98745",
    "070-123 45 67",
    "1234 5678 9012 3456",
    "811328-9874",
  ])("%j holds none", (text) => {
    expect(findIdentityShapes(text)).toEqual([]);
  });
});
