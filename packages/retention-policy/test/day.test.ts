import {
  addMonthsToDayNumber,
  addYearsToDayNumber,
  endOfYear as endOfCivilYear,
  fromDayNumber,
  yearOf as civilYearOf,
} from "@tillit/civil-time";
import { addDays as addDaysOracle } from "date-fns/addDays";
import { addMonths as addMonthsOracle } from "date-fns/addMonths";
import { addYears as addYearsOracle } from "date-fns/addYears";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  endOfMonth,
  endOfYear,
  fields,
  formatDay,
  parseDay,
  quickYears,
  tryParseDay,
  yearOf,
} from "../src/day/civil-day.ts";
import { addWholePeriod, parseWholePeriod, tryParseWholePeriod } from "../src/day/period.ts";

/** Noon in local time: no summer-time switch moves it to another date. */
const local = (day: number): Date => addDaysOracle(new Date(1970, 0, 1, 12), day);
const text = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
const [first, last] = [parseDay("1900-01-01"), parseDay("2099-12-31")];

describe("integer days", () => {
  it("are those of @tillit/civil-time, on every day from 1900 to 2150", () => {
    const wrong: number[] = [];
    for (let day = first; day <= parseDay("2150-12-31"); day++) {
      const date = fromDayNumber(day);
      const same =
        formatDay(day) === date &&
        parseDay(date) === day &&
        yearOf(day) === civilYearOf(date) &&
        formatDay(endOfYear(day)) === endOfCivilYear(date) &&
        [1, 2, 5, 7, 10, 18, 30].every(
          (years) => addYears(day, years, false) === addYearsToDayNumber(day, years),
        ) &&
        [1, 6, 18].every((months) => addMonths(day, months, false) === addMonthsToDayNumber(day, months));
      if (!same) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it("know the March-based year of a day by the table as by the search", () => {
    const { first: from, last: to, indexOf, march } = quickYears;
    for (let day = from; day <= to; day++) {
      const index = indexOf[day - from] ?? -1;
      if (!((march[index] ?? Infinity) <= day && day < (march[index + 1] ?? -Infinity)))
        throw new Error(`another year on ${formatDay(day)}`);
    }
    expect([formatDay(from), formatDay(to)]).toEqual(["1900-03-01", "2150-02-28"]);
  });

  it("are the dates date-fns has, on every day from 1900 to 2099", () => {
    const date = local(first);
    const wrong: string[] = [];
    for (let day = first; day <= last; day++) {
      if (formatDay(day) !== text(date)) wrong.push(text(date));
      date.setDate(date.getDate() + 1);
    }
    expect(wrong).toEqual([]);
  });

  it.each([1, 2, 5, 7, 18])("add %i years as date-fns does, on every day from 1900 to 2099", (years) => {
    const date = local(first);
    const wrong: string[] = [];
    for (let day = first; day <= last; day++) {
      const expected = text(addYearsOracle(date, years));
      if (formatDay(addYears(day, years, false)) !== expected) wrong.push(expected);
      date.setDate(date.getDate() + 1);
    }
    expect(wrong).toEqual([]);
  });

  it.each([1, 6, 18, 25])("add %i months as date-fns does", (months) => {
    for (let day = first; day <= last; day += 7)
      expect(formatDay(addMonths(day, months, false))).toBe(text(addMonthsOracle(local(day), months)));
  });

  it.each([
    ["2020-02-29", "P5Y", false, "2025-02-28"],
    ["2024-02-29", "P2Y", false, "2026-02-28"],
    ["2023-02-28", "P5Y", false, "2028-02-28"],
    ["2016-02-29", "P30Y", true, "2046-03-01"],
    ["2012-02-29", "P4Y", true, "2016-02-29"],
    ["2026-01-31", "P1M", false, "2026-02-28"],
    ["2026-12-31", "P1D", false, "2027-01-01"],
    ["2026-01-31", "P1M1D", false, "2026-03-01"],
    ["2026-01-01", "P3W", false, "2026-01-22"],
  ])("%s plus %s", (start, period, forward, end) => {
    expect(formatDay(addWholePeriod(parseDay(start), parseWholePeriod(period), forward))).toBe(end);
  });

  it("know the ends of months and years", () => {
    for (let day = first; day <= last; day += 11) {
      const { year, month } = fields(day);
      expect(formatDay(endOfYear(day))).toBe(`${year}-12-31`);
      expect(formatDay(endOfYear(day, 1))).toBe(`${year + 1}-12-31`);
      expect(yearOf(day)).toBe(year);
      const next = fields(endOfMonth(day) + 1);
      expect([next.dayOfMonth, next.month]).toEqual([1, (month % 12) + 1]);
    }
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "20260101",
    "1599-12-31",
    "2600-01-01",
    "",
    "x",
  ])("refuse %o", (bad) => {
    expect(tryParseDay(bad)).toBeUndefined();
    expect(() => parseDay(bad)).toThrow(expect.objectContaining({ code: "DAY_MALFORMED" }));
  });

  it.each(["P", "5Y", "P5", "P-1Y", "PT1H", "P1Y2", ""])("refuse the period %o", (bad) => {
    expect(tryParseWholePeriod(bad)).toBeUndefined();
  });
});
