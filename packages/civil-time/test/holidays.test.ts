/**
 * Public holidays against two libraries that compute them independently. Both know today's law only; where they
 * differ from us for earlier years, the reason is stated and the difference is exactly that.
 */
import Holidays from "date-holidays";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as swedishHolidays from "swedish-holidays";
import {
  addDays,
  type CalendarDate,
  holidayName,
  holidaysOf,
  isEve,
  isPublicHoliday,
  parseDate,
  weekday,
} from "../src/index.ts";

const years = Array.from({ length: 2100 - 1990 + 1 }, (_, index) => 1990 + index);
const dateHolidays = new Holidays("SE");
const two = (part: number): string => String(part).padStart(2, "0");

// Ascension Day on 1 May is one day; the libraries list it twice.
function inOrder(dates: readonly string[]): string[] {
  return [...new Set(dates)].sort();
}

function fromDateHolidays(year: number, type: "public" | "bank"): string[] {
  const holidays = dateHolidays
    .getHolidays(year)
    .filter((holiday) => holiday.type === type)
    .map((holiday) => holiday.date.slice(0, 10));
  return inOrder(holidays);
}

function fromSwedishHolidays(year: number): string[] {
  const holidays = swedishHolidays
    .getHolidays(year)
    .filter((holiday) => holiday.isPublicHoliday)
    .map((holiday) => `${holiday.year}-${two(holiday.month)}-${two(holiday.day)}`);
  return inOrder(holidays);
}

function ours(year: number): string[] {
  return holidaysOf(year).map((holiday) => holiday.date);
}

function daysOf(year: number): CalendarDate[] {
  const first = parseDate(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter((day) =>
    day.startsWith(`${year}`),
  );
}

function whitMonday(year: number): string {
  const sunday = holidaysOf(year).find((holiday) => holiday.name === "pingstdagen");
  if (sunday === undefined) throw new Error("no Whit Sunday");
  return addDays(sunday.date, 1);
}

// swedish-holidays computes movable days in the process time zone and is a day early east of UTC+13.
const zone = process.env["TZ"];
beforeAll(() => {
  process.env["TZ"] = "UTC";
});
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("the oracle date-holidays", () => {
  it("has the same public holidays for every year 2005–2100", () => {
    for (const year of years.filter((each) => each >= 2005)) {
      expect({ year, days: ours(year) }).toEqual({ year, days: fromDateHolidays(year, "public") });
    }
  });

  it("differs in 1990–2004 by Whit Monday alone: it lacks the holiday that 6 June replaced in 2005", () => {
    for (const year of years.filter((each) => each < 2005)) {
      const theirs = [...fromDateHolidays(year, "public"), whitMonday(year)].sort();
      expect({ year, days: ours(year) }).toEqual({ year, days: theirs });
    }
  });

  it("has the same three eves, under the type bank, for every year 1990–2100", () => {
    for (const year of years) {
      expect({ year, days: daysOf(year).filter(isEve) }).toEqual({
        year,
        days: fromDateHolidays(year, "bank"),
      });
    }
  });
});

describe("the oracle swedish-holidays", () => {
  it("has the same public holidays for every year 2005–2100", () => {
    for (const year of years.filter((each) => each >= 2005)) {
      expect({ year, days: ours(year) }).toEqual({ year, days: fromSwedishHolidays(year) });
    }
  });

  it("differs in 1990–2004 by two days: it lacks Whit Monday and has 6 June, a holiday since 2005 only", () => {
    for (const year of years.filter((each) => each < 2005)) {
      const theirs = fromSwedishHolidays(year).filter((date) => date !== `${year}-06-06`);
      expect({ year, days: ours(year) }).toEqual({ year, days: [...theirs, whitMonday(year)].sort() });
    }
  });
});

describe("the public holidays of lag (1989:253)", () => {
  it.each([
    ["2026-01-01", "nyårsdagen"],
    ["2026-01-06", "trettondedag jul"],
    ["2026-04-03", "långfredagen"],
    ["2026-04-05", "påskdagen"],
    ["2026-04-06", "annandag påsk"],
    ["2026-05-01", "första maj"],
    ["2026-05-14", "Kristi himmelsfärdsdag"],
    ["2026-05-24", "pingstdagen"],
    ["2026-06-06", "Sveriges nationaldag"],
    ["2026-06-20", "midsommardagen"],
    ["2026-10-31", "alla helgons dag"],
    ["2026-12-25", "juldagen"],
    ["2026-12-26", "annandag jul"],
    ["2027-03-28", "påskdagen"],
    ["2028-04-16", "påskdagen"],
    ["2004-05-31", "annandag pingst"],
    // Ascension Day on 1 May: one day, two holidays, twelve dates in the year.
    ["2008-05-01", "första maj"],
  ])("%s is %s", (date, name) => {
    expect(holidayName(parseDate(date))).toBe(name);
    expect(isPublicHoliday(parseDate(date))).toBe(true);
  });

  it.each([
    ["2005-05-16", "Whit Monday, no longer a holiday"],
    ["2004-06-06", "6 June before 2005, a Sunday without a name"],
    ["2026-12-24", "an eve"],
    ["2026-11-21", "a Saturday"],
    ["2026-11-22", "a Sunday without a name"],
  ])("%s has no holiday's name: %s", (date) => {
    expect(holidayName(parseDate(date))).toBeUndefined();
  });

  it("include every Sunday", () => {
    const sundays = [1990, 2026, 2100].flatMap(daysOf).filter((day) => weekday(day) === 7);
    expect(sundays).toHaveLength(156);
    expect(sundays.every(isPublicHoliday)).toBe(true);
  });

  it("are not guessed for years before 1953, when other days were holidays", () => {
    expect(() => isPublicHoliday(parseDate("1952-12-31"))).toThrow(
      expect.objectContaining({ code: "HOLIDAYS_NOT_KNOWN" }),
    );
  });
});
