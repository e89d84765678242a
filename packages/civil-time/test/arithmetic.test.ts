import { UTCDateMini } from "@date-fns/utc/date/mini";
import { add } from "date-fns/add";
import { addMonths as oracleMonths } from "date-fns/addMonths";
import { addYears as oracleYears } from "date-fns/addYears";
import { differenceInYears } from "date-fns/differenceInYears";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToDayNumber,
  addPeriod,
  addYears,
  addYearsToDayNumber,
  type CalendarDate,
  CivilTimeError,
  dayOfMonth,
  daysBetween,
  fromDayNumber,
  parseDate,
  parsePeriod,
  toDayNumber,
  wholeYearsBetween,
} from "../src/index.ts";

// In UTC: in a process time zone a day may be missing, as 31 December 1994 is on Kiritimati.
function atMidnight(date: CalendarDate): Date {
  return new UTCDateMini(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

function dateOf(midnight: Date): string {
  return midnight.toISOString().slice(0, 10);
}

const from1900 = toDayNumber(parseDate("1900-01-01"));
const to2099 = toDayNumber(parseDate("2099-12-31"));
const days = fc.integer({ min: from1900, max: to2099 }).map(fromDayNumber);

describe("adding years by lag (1930:173) 1 §", () => {
  it.each([
    ["2020-02-29", 5, "2025-02-28"],
    ["2024-02-29", 2, "2026-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2023-02-28", 5, "2028-02-28"],
    ["2021-03-04", 5, "2026-03-04"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2026-12-31", 1, "2027-12-31"],
    ["2025-02-28", -1, "2024-02-28"],
  ])("%s and %i years end on %s", (start, years, end) => {
    expect(addYears(parseDate(start), years)).toBe(end);
  });
});

describe("adding months by lag (1930:173) 1 § and Regulation 1182/71 art. 3(2)(c)", () => {
  it.each([
    ["2026-03-05", 1, "2026-04-05"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2027-01-31", 3, "2027-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -2, "2025-11-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months end on %s", (start, months, end) => {
    expect(addMonths(parseDate(start), months)).toBe(end);
  });
});

describe("whole day numbers, which columns are counted in", () => {
  it("give the same months and years as the dates, which date-fns counts", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 1200 }), (date, months) => {
        expect(fromDayNumber(addMonthsToDayNumber(toDayNumber(date), months))).toBe(addMonths(date, months));
        expect(fromDayNumber(addYearsToDayNumber(toDayNumber(date), Math.trunc(months / 12)))).toBe(
          addYears(date, Math.trunc(months / 12)),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the oracle date-fns", () => {
  it("agrees on every day of 1900–2099 and 1, 2, 5, 7 and 18 years", () => {
    let differences = 0;
    for (let day = from1900; day <= to2099; day += 1) {
      const start = atMidnight(fromDayNumber(day));
      for (const years of [1, 2, 5, 7, 18]) {
        if (fromDayNumber(addYearsToDayNumber(day, years)) !== dateOf(oracleYears(start, years)))
          differences += 1;
      }
    }
    expect(differences).toBe(0);
  }, 60_000);

  it("agrees on every day of 1900–2099 and 1, 3, 10 and -1 months", () => {
    let differences = 0;
    for (let day = from1900; day <= to2099; day += 1) {
      const start = atMidnight(fromDayNumber(day));
      for (const months of [1, 3, 10, -1]) {
        if (fromDayNumber(addMonthsToDayNumber(day, months)) !== dateOf(oracleMonths(start, months)))
          differences += 1;
      }
    }
    expect(differences).toBe(0);
  }, 60_000);

  it("agrees on any amount of days, months and years, and on mixed periods", () => {
    const part = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(days, part, part, part, part, (date, years, months, weeks, more) => {
        const period = { years, months, weeks, days: more };
        expect(addPeriod(date, period)).toBe(dateOf(add(atMidnight(date), period)));
        expect(addMonths(date, -months)).toBe(dateOf(oracleMonths(atMidnight(date), -months)));
      }),
    );
  });

  it("agrees on ages, but for 29 February, who turns on 1 March here", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        fc.pre(!from.endsWith("-02-29"));
        expect(wholeYearsBetween(from, to)).toBe(differenceInYears(atMidnight(to), atMidnight(from)));
      }),
    );
    expect(wholeYearsBetween(parseDate("2008-02-29"), parseDate("2026-02-28"))).toBe(17);
    expect(wholeYearsBetween(parseDate("2008-02-29"), parseDate("2026-03-01"))).toBe(18);
  });
});

describe("arithmetic", () => {
  it("adds days so that the difference is what was added", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30_000, max: 30_000 }), (date, amount) => {
        expect(daysBetween(date, addDays(date, amount))).toBe(amount);
        expect(addDays(addDays(date, amount), -amount)).toBe(date);
      }),
    );
  });

  it("never moves a date to another day number unless the month is too short", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        const wanted = dayOfMonth(date);
        const isLastOfShortMonth = dayOfMonth(addDays(moved, 1)) === 1 && dayOfMonth(moved) < wanted;
        expect(dayOfMonth(moved) === wanted || isLastOfShortMonth).toBe(true);
      }),
    );
  });

  it("never lets a later start end earlier", () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 600 }), (a, b, months) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addMonths(early, months) <= addMonths(late, months)).toBe(true);
      }),
    );
  });

  it.each([
    ["half a day", () => addDays(parseDate("2026-01-01"), 0.5), "AMOUNT_NOT_WHOLE"],
    ["half a year", () => addYears(parseDate("2026-01-01"), 0.5), "AMOUNT_NOT_WHOLE"],
    ["no number of months", () => addMonths(parseDate("2026-01-01"), Number.NaN), "AMOUNT_NOT_WHOLE"],
    ["a day after the last", () => addDays(parseDate("9999-12-31"), 1), "DATE_OUT_OF_RANGE"],
    ["a month before the first", () => addMonths(parseDate("1583-01-01"), -1), "DATE_OUT_OF_RANGE"],
    ["a thousand centuries", () => addYears(parseDate("2026-01-01"), 100_000), "DATE_OUT_OF_RANGE"],
  ])("refuses to add %s", (_, act, code) => {
    expect(act).toThrow(CivilTimeError);
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe("a period", () => {
  it.each([
    ["P2Y", { years: 2 }],
    ["P6M", { months: 6 }],
    ["P3W", { weeks: 3 }],
    ["P10D", { days: 10 }],
    ["P1Y6M", { years: 1, months: 6 }],
    ["P0D", { days: 0 }],
    ["P1Y2M3W4D", { years: 1, months: 2, weeks: 3, days: 4 }],
  ])("%s is read", (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  it.each([
    "",
    "P",
    "2Y",
    "P2",
    "PY",
    "P-2Y",
    "P1.5Y",
    "P1M2Y",
    "PT1H",
    "P1DT1H",
    "p2y",
    " P2Y",
    "P2Y\n",
    "P99999Y",
  ])("%j is refused", (text) => {
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: "PERIOD_MALFORMED" }));
  });

  it("meets a short month once, not once a part", () => {
    // One year and one month from 31 January: straight to February of the next year.
    expect(addPeriod(parseDate("2027-01-31"), parsePeriod("P1Y1M"))).toBe("2028-02-29");
  });
});
