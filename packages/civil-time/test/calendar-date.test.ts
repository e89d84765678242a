import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CivilTimeError,
  compareDates,
  dayOfMonth,
  daysInMonth,
  earliestOf,
  endOfYear,
  fromDayNumber,
  isCalendarDate,
  isLeapYear,
  latestOf,
  monthOf,
  parseDate,
  toDayNumber,
  yearOf,
} from "../src/index.ts";

const first = toDayNumber(parseDate("1583-01-01"));
const last = toDayNumber(parseDate("9999-12-31"));
const dayNumbers = fc.integer({ min: first, max: last });

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof CivilTimeError ? error.code : "another error";
  }
}

describe("a calendar date", () => {
  it.each(["1583-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-12-24", "9999-12-31"])(
    "is read from %s and stays that text",
    (text) => {
      expect(parseDate(text)).toBe(text);
      expect(isCalendarDate(text)).toBe(true);
    },
  );

  it.each([
    ["", "nothing"],
    ["2026-02-29", "29 February of a common year"],
    ["1900-02-29", "29 February of a century that is no leap year"],
    ["2026-04-31", "31 April"],
    ["2026-00-10", "month 0"],
    ["2026-13-01", "month 13"],
    ["2026-01-00", "day 0"],
    ["2026-1-1", "short parts"],
    ["26-01-01", "a short year"],
    ["12026-01-01", "a long year"],
    ["-026-01-01", "a negative year"],
    ["2026/01/01", "slashes"],
    ["20260101", "no dashes"],
    [" 2026-01-01", "white space before"],
    ["2026-01-01 ", "white space after"],
    ["2026-01-01\n", "a line feed after"],
    ["2026-01-01T00:00:00Z", "a time of day"],
    ["2026\u201301\u201301", "long dashes"],
    ["\u0662\u0660\u0662\u0666-01-01", "digits of another script"],
    ["+026-01-01", "a sign"],
    ["2026-0x-01", "a letter"],
  ])("is not read from %j: %s", (text) => {
    expect(codeOf(() => parseDate(text))).toBe("DATE_MALFORMED");
    expect(isCalendarDate(text)).toBe(false);
  });

  it.each(["1582-12-31", "0001-01-01", "0000-02-29"])("%s lies before the Gregorian calendar", (text) => {
    expect(codeOf(() => parseDate(text))).toBe("DATE_OUT_OF_RANGE");
  });

  it.each([undefined, null, 20_261_224, new Date(0), ["2026-12-24"], {}])("is never %j", (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it("never repeats the input in an error", () => {
    expect(() => parseDate("19811228-9874")).toThrow(/^a date is written YYYY-MM-DD/);
  });

  it("is refused with a code whatever the text, unless it is one", () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[0-9-]{8,11}$/), fc.string({ unit: "binary" })), (text) => {
        const code = codeOf(() => parseDate(text));
        expect(["DATE_MALFORMED", "DATE_OUT_OF_RANGE", undefined]).toContain(code);
        expect(isCalendarDate(text)).toBe(code === undefined);
      }),
      { numRuns: 500 },
    );
  });

  it("goes to a day number and back unchanged, for every day there is", () => {
    let broken = 0;
    for (let day = first; day <= last; day += 1) {
      const date = fromDayNumber(day);
      if (!isCalendarDate(date) || toDayNumber(date) !== day) broken += 1;
    }
    expect(broken).toBe(0);
  });

  it("has the day number that JavaScript counts in UTC", () => {
    fc.assert(
      fc.property(dayNumbers, (day) => {
        expect(fromDayNumber(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it("sorts as text the way the days follow each other", () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        const [dateA, dateB] = [fromDayNumber(a), fromDayNumber(b)];
        expect(compareDates(dateA, dateB)).toBe(Math.sign(a - b));
        expect(earliestOf(dateA, dateB)).toBe(fromDayNumber(Math.min(a, b)));
        expect(latestOf(dateA, dateB)).toBe(fromDayNumber(Math.max(a, b)));
      }),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("has no day number %j", (dayNumber) => {
    expect(codeOf(() => fromDayNumber(dayNumber))).toBe("AMOUNT_NOT_WHOLE");
  });

  it.each([first - 1, last + 1])("does not exist at day number %j", (dayNumber) => {
    expect(codeOf(() => fromDayNumber(dayNumber))).toBe("DATE_OUT_OF_RANGE");
  });

  it("has parts, and an end of its year", () => {
    const date = parseDate("2028-02-29");
    expect([yearOf(date), monthOf(date), dayOfMonth(date)]).toEqual([2028, 2, 29]);
    expect(endOfYear(date)).toBe("2028-12-31");
  });

  it.each([
    [2000, true],
    [1900, false],
    [2024, true],
    [2026, false],
    [2100, false],
  ])("the year %i is a leap year: %s", (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  });
});
