import { format } from "date-fns/format";
import { sv } from "date-fns/locale/sv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromDayNumber, parseDate, parsePeriod } from "../src/index.ts";
import { formatDate, formatPeriod, formatWeekday } from "../src/words.ts";

describe("words", () => {
  it.each([
    ["2026-12-24", "24 december 2026", "24 December 2026", "torsdag", "Thursday"],
    ["2026-05-03", "3 maj 2026", "3 May 2026", "söndag", "Sunday"],
  ])("say %s in Swedish and English", (text, swedish, english, dag, day) => {
    const date = parseDate(text);
    expect([formatDate(date, "sv"), formatDate(date, "en")]).toEqual([swedish, english]);
    expect([formatWeekday(date, "sv"), formatWeekday(date, "en")]).toEqual([dag, day]);
  });

  it.each([
    ["P5Y", "fem år", "5 years"],
    ["P1M", "en månad", "1 month"],
    ["P1Y6M", "ett år sex månader", "1 year 6 months"],
    ["P3W", "tre veckor", "3 weeks"],
    ["P10D", "tio dagar", "10 days"],
  ])("say the period %s", (text, swedish, english) => {
    expect(formatPeriod(parsePeriod(text), "sv")).toBe(swedish);
    expect(formatPeriod(parsePeriod(text), "en")).toBe(english);
  });

  it("are those date-fns gives for the same day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), (day) => {
        const date = fromDayNumber(day);
        const noon = new Date(`${date}T12:00:00`);
        expect(formatDate(date, "sv")).toBe(format(noon, "d MMMM yyyy", { locale: sv }));
        expect(formatWeekday(date, "sv")).toBe(format(noon, "EEEE", { locale: sv }));
      }),
    );
  });
});
