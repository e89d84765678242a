/** Our holidays and working days against two libraries that others keep, 2024 to 2035. */
import {
  fromDayNumber,
  holidaysOf,
  isEve,
  isPublicHoliday,
  isWorkingDay,
  parseDate,
  toDayNumber,
  weekday,
} from "@tillit/civil-time";
import Holidays from "date-holidays";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHolidays } from "swedish-holidays";

const years = Array.from({ length: 12 }, (_, n) => 2024 + n);
const first = toDayNumber(parseDate("2024-01-01"));
const last = toDayNumber(parseDate("2035-12-31"));
const days = Array.from({ length: last - first + 1 }, (_, n) => fromDayNumber(first + n));
const sweden = new Holidays("SE");

function ofType(year: number, type: "public" | "bank"): readonly string[] {
  return [
    ...new Set(
      sweden
        .getHolidays(year)
        .filter((one) => one.type === type)
        .map(({ date }) => date.slice(0, 10)),
    ),
  ].sort();
}

// Both libraries reckon movable days in the process time zone; swedish-holidays is a day early far to the east.
const zone = process.env["TZ"];
beforeAll(() => {
  process.env["TZ"] = "UTC";
});
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe.each(years)("%i", (year) => {
  const ours = holidaysOf(year).map(({ date }) => String(date));
  const named = [...new Set(ours)].sort();

  it("has the public holidays of date-holidays", () => {
    expect(ofType(year, "public")).toEqual(named);
  });

  it("has the eves that date-holidays calls bank holidays", () => {
    expect(ofType(year, "bank")).toEqual(days.filter((day) => day.startsWith(`${year}`) && isEve(day)));
  });

  it("has the public holidays of swedish-holidays", () => {
    const theirs = getHolidays(year).filter(({ isPublicHoliday: is }) => is);
    const dates = theirs.map(
      ({ year: y, month, day }) => `${y}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    );
    expect([...new Set(dates)].sort()).toEqual(named);
  });
});

it("agrees with both on every working day of both calendars, all 4 383 days", () => {
  for (const day of days) {
    const year = Number(day.slice(0, 4));
    const free = weekday(day) >= 6 || yearOf(year).public.has(day);
    expect(isWorkingDay(day, "eu")).toBe(!free);
    expect(isWorkingDay(day, "statute")).toBe(!free && !yearOf(year).bank.has(day));
    expect(isPublicHoliday(day)).toBe(weekday(day) === 7 || yearOf(year).public.has(day));
  }
});

const known = new Map<number, { public: ReadonlySet<string>; bank: ReadonlySet<string> }>();

function yearOf(year: number): { public: ReadonlySet<string>; bank: ReadonlySet<string> } {
  let sets = known.get(year);
  if (sets === undefined) {
    sets = { public: new Set(ofType(year, "public")), bank: new Set(ofType(year, "bank")) };
    known.set(year, sets);
  }
  return sets;
}

// Where the libraries, used as their names invite, would give a wrong date.
describe("errors of the oracles that we do not share", () => {
  it("date-holidays: isHoliday is true of observances that are ordinary working days, such as Lucia", () => {
    expect(sweden.isHoliday(new Date("2027-12-13T12:00:00"))).not.toBe(false);
    expect(isWorkingDay(parseDate("2027-12-13"), "statute")).toBe(true);
  });

  it("swedish-holidays: an eve is no public holiday there, and it has no word for the three that move an appeal", () => {
    const eve = getHolidays(2027).find(({ month, day }) => month === 12 && day === 24);
    expect(eve?.isPublicHoliday).toBe(false);
    expect(isWorkingDay(parseDate("2027-12-24"), "eu")).toBe(true);
    expect(isWorkingDay(parseDate("2027-12-24"), "statute")).toBe(false);
  });

  it("date-holidays: a Sunday without a name is no holiday there, though 1 § of the law says it is one", () => {
    expect(sweden.isHoliday(new Date("2027-02-28T12:00:00"))).toBe(false);
    expect(isPublicHoliday(parseDate("2027-02-28"))).toBe(true);
  });
});
