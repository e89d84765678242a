import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  isWorkingDay,
  nextWorkingDay,
  parseDate,
  previousWorkingDay,
  weekday,
} from "../src/index.ts";

describe("a period that ends on a free day", () => {
  it.each([
    // receipt, months, ends, EU calendar, Swedish statute
    ["2026-01-31", 1, "2026-02-28", "2026-03-02", "2026-03-02", "a Saturday"],
    ["2028-01-31", 1, "2028-02-29", "2028-02-29", "2028-02-29", "a leap day, a Tuesday"],
    ["2026-05-19", 1, "2026-06-19", "2026-06-19", "2026-06-22", "midsommarafton"],
    ["2026-11-24", 1, "2026-12-24", "2026-12-24", "2026-12-28", "julafton"],
    ["2026-11-30", 1, "2026-12-30", "2026-12-30", "2026-12-30", "a Wednesday"],
    ["2026-12-06", 1, "2027-01-06", "2027-01-07", "2027-01-07", "trettondedag jul"],
    ["2026-03-03", 1, "2026-04-03", "2026-04-07", "2026-04-07", "långfredagen"],
    ["2028-01-31", 3, "2028-04-30", "2028-05-02", "2028-05-02", "a Sunday before första maj"],
    ["2027-05-25", 1, "2027-06-25", "2027-06-25", "2027-06-28", "midsommarafton"],
    ["2026-10-31", 2, "2026-12-31", "2026-12-31", "2027-01-04", "nyårsafton"],
  ])(
    "%s and %i months: %s, in the EU calendar %s, by statute %s (%s)",
    (receipt, months, end, eu, statute) => {
      const last = addMonths(parseDate(receipt), months);
      expect(last).toBe(end);
      expect(nextWorkingDay(last, "eu")).toBe(eu);
      expect(nextWorkingDay(last, "statute")).toBe(statute);
    },
  );

  it("goes back to the nearest working day before when it is counted backwards", () => {
    expect(previousWorkingDay(parseDate("2026-12-27"), "statute")).toBe("2026-12-23");
    expect(previousWorkingDay(parseDate("2026-12-27"), "eu")).toBe("2026-12-24");
    expect(previousWorkingDay(parseDate("2026-12-23"), "eu")).toBe("2026-12-23");
  });
});

function daysOf(year: number): CalendarDate[] {
  const first = parseDate(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter((day) =>
    day.startsWith(`${year}`),
  );
}

describe("the working days of 2005–2100", () => {
  it("are those of date-holidays with Saturdays and Sundays taken out, with and without the eves", () => {
    const oracle = new Holidays("SE");
    for (let year = 2005; year <= 2100; year += 1) {
      const free = oracle.getHolidays(year);
      const daysOfType = (type: string): Set<string> =>
        new Set(free.filter((holiday) => holiday.type === type).map((holiday) => holiday.date.slice(0, 10)));
      const [holidays, eves] = [daysOfType("public"), daysOfType("bank")];
      const eu = daysOf(year).filter((day) => weekday(day) < 6 && !holidays.has(day));
      expect(daysOf(year).filter((day) => isWorkingDay(day, "eu"))).toEqual(eu);
      expect(daysOf(year).filter((day) => isWorkingDay(day, "statute"))).toEqual(
        eu.filter((day) => !eves.has(day)),
      );
    }
  });
});

describe("the next working day", () => {
  it("is a working day and at most five days away, 1990–2100", () => {
    let farthest = 0;
    for (let year = 1990; year <= 2100; year += 1) {
      for (const day of daysOf(year)) {
        const next = nextWorkingDay(day, "statute");
        farthest = Math.max(farthest, isWorkingDay(next, "statute") ? daysBetween(day, next) : Infinity);
      }
    }
    // Julafton on a Wednesday: Christmas and the weekend follow.
    expect(farthest).toBe(5);
  });
});
