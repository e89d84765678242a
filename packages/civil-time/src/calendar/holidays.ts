/**
 * Swedish public holidays by lag (1989:253) om allmänna helgdagar, and the three eves that lag (1930:173) 2 §
 * puts beside them. 6 June took the place of Whit Monday by SFS 2004:1320, in force on 1 April 2005.
 * Years before 1953 had other holidays and are refused; years to come follow the law of today.
 */
import { type CalendarDate, fromDayNumber, toDayNumber, yearOf } from "../date/calendar-date.ts";
import { dayNumberOf } from "../date/day-number.ts";
import { CivilTimeError } from "../errors.ts";
import { weekdayOfDayNumber } from "../date/weekday.ts";

/** A named public holiday; `name` in Swedish, as the law says it. */
export type Holiday = { readonly date: CalendarDate; readonly name: string };

const firstKnownYear = 1953;
const nationalDayFrom = 2005;
const friday = 5;
const saturday = 6;
const sunday = 7;

/** Easter Day by the Gregorian computus (Meeus, Jones and Butcher), as a day number. */
export function easterDayNumber(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = Math.floor((8 * b + 13) / 25);
  const g = (19 * a + b - Math.floor(b / 4) - e + 15) % 30;
  const j = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - g - (c % 4)) % 7;
  const k = Math.floor((a + 11 * g + 19 * j) / 433);
  const month = Math.floor((g + j - 7 * k + 90) / 25);
  return dayNumberOf(year, month, (g + j - 7 * k + 33 * month + 19) % 32);
}

/** The first such weekday on or after a day. */
function firstWeekdayFrom(dayNumber: number, wanted: number): number {
  return dayNumber + ((wanted - weekdayOfDayNumber(dayNumber) + 7) % 7);
}

/** What a day can be; several may hold at once. */
export const saturdayFlag = 1;
export const publicHolidayFlag = 2;
export const eveFlag = 4;

/** `flags`: one a day of the year, from 1 January, whose day number is `start`. */
type Year = {
  readonly start: number;
  readonly flags: Uint8Array;
  readonly holidays: ReadonlyMap<number, string>;
};

function compute(year: number): Year {
  if (year < firstKnownYear) {
    throw new CivilTimeError("HOLIDAYS_NOT_KNOWN", "the public holidays are known from 1953 on");
  }
  const on = (month: number, day: number): number => dayNumberOf(year, month, day);
  const easter = easterDayNumber(year);
  const summer: readonly [number, string] =
    year >= nationalDayFrom ? [on(6, 6), "Sveriges nationaldag"] : [easter + 50, "annandag pingst"];
  // Ascension Day may fall on 1 May; the fixed day is listed later and gives the name.
  const holidays = new Map<number, string>([
    [on(1, 1), "nyårsdagen"],
    [on(1, 6), "trettondedag jul"],
    [easter - 2, "långfredagen"],
    [easter, "påskdagen"],
    [easter + 1, "annandag påsk"],
    [easter + 39, "Kristi himmelsfärdsdag"],
    [on(5, 1), "första maj"],
    [easter + 49, "pingstdagen"],
    summer,
    [firstWeekdayFrom(on(6, 20), saturday), "midsommardagen"],
    [firstWeekdayFrom(on(10, 31), saturday), "alla helgons dag"],
    [on(12, 25), "juldagen"],
    [on(12, 26), "annandag jul"],
  ]);
  const eves = [firstWeekdayFrom(on(6, 19), friday), on(12, 24), on(12, 31)];
  const start = on(1, 1);
  const flags = new Uint8Array(on(12, 31) - start + 1);
  const mark = (dayNumber: number, flag: number): void => {
    flags[dayNumber - start] = (flags[dayNumber - start] ?? 0) | flag;
  };
  for (let day = firstWeekdayFrom(start, saturday); day <= on(12, 31); day += 7) mark(day, saturdayFlag);
  for (let day = firstWeekdayFrom(start, sunday); day <= on(12, 31); day += 7) mark(day, publicHolidayFlag);
  for (const day of holidays.keys()) mark(day, publicHolidayFlag);
  for (const day of eves) mark(day, eveFlag);
  return { start, flags, holidays };
}

// A year's holidays never change, so keeping them changes no answer.
const years: Year[] = [];

function ofYear(year: number): Year {
  return (years[year - firstKnownYear] ??= compute(year));
}

/** The flags of a day. */
export function flagsOf(year: number, dayNumber: number): number {
  const { start, flags } = ofYear(year);
  return flags[dayNumber - start] ?? 0;
}

/**
 * The named public holidays of a year, in order. Ordinary Sundays are public holidays too (1989:253 1 §) and
 * are not listed.
 *
 * @param year - 1953 to 9999; guaranteed 1990–2100
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function holidaysOf(year: number): readonly Holiday[] {
  return [...ofYear(year).holidays]
    .sort(([a], [b]) => a - b)
    .map(([dayNumber, name]) => ({ date: fromDayNumber(dayNumber), name }));
}

/**
 * Is the day a public holiday (allmän helgdag) by lag (1989:253) 1 §? Every Sunday is one.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function isPublicHoliday(date: CalendarDate): boolean {
  return (flagsOf(yearOf(date), toDayNumber(date)) & publicHolidayFlag) !== 0;
}

/**
 * The Swedish name of the public holiday, or `undefined` on any other day and on Sundays without a name.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function holidayName(date: CalendarDate): string | undefined {
  return ofYear(yearOf(date)).holidays.get(toDayNumber(date));
}

/**
 * Is the day midsommarafton, julafton or nyårsafton, the eves of lag (1930:173) 2 §?
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function isEve(date: CalendarDate): boolean {
  return (flagsOf(yearOf(date), toDayNumber(date)) & eveFlag) !== 0;
}
