/** A date as people write it in law and letters: `YYYY-MM-DD`, without time of day and without time zone. */
import { checkDayNumber, civilDayOf, dayNumberOf, daysInMonth, firstYear } from "./day-number.ts";
import { CivilTimeError } from "../errors.ts";

declare const brand: unique symbol;

/** `YYYY-MM-DD`, a day that exists in the Gregorian calendar, 1583-01-01 to 9999-12-31. Sorts as text. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

/** The two digits at a place, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const dash = 45;

function problemWith(text: string): "DATE_MALFORMED" | "DATE_OUT_OF_RANGE" | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash)
    return "DATE_MALFORMED";
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // Written so that NaN fails too.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
    return "DATE_MALFORMED";
  }
  return year < firstYear ? "DATE_OUT_OF_RANGE" : undefined;
}

/**
 * Reads a date. Nothing but `YYYY-MM-DD` is taken: no time of day, no other separators, no white space, no
 * day that does not exist.
 *
 * @throws {@link CivilTimeError} `DATE_MALFORMED` for any other text, `DATE_OUT_OF_RANGE` before 1583
 */
export function parseDate(text: string): CalendarDate {
  const problem = problemWith(text);
  if (problem === undefined) return text as CalendarDate;
  throw new CivilTimeError(
    problem,
    problem === "DATE_MALFORMED"
      ? "a date is written YYYY-MM-DD and must exist in the calendar"
      : "the date lies outside the years 1583 to 9999",
  );
}

/** Is it a text that {@link parseDate} takes? */
export function isCalendarDate(value: unknown): value is CalendarDate {
  return typeof value === "string" && problemWith(value) === undefined;
}

/** Whole days since 1970-01-01; negative before. */
export function toDayNumber(date: CalendarDate): number {
  return dayNumberOf(yearOf(date), monthOf(date), dayOfMonth(date));
}

const two: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/**
 * The date of a day number.
 *
 * @param dayNumber - whole days since 1970-01-01
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function fromDayNumber(dayNumber: number): CalendarDate {
  if (!Number.isSafeInteger(dayNumber)) {
    throw new CivilTimeError("AMOUNT_NOT_WHOLE", "a day number must be a whole number");
  }
  const { year, month, day } = civilDayOf(checkDayNumber(dayNumber));
  const text = `${two[Math.floor(year / 100)]}${two[year % 100]}-${two[month]}-${two[day]}`;
  return text as CalendarDate;
}

/** The year, 1583–9999. */
export function yearOf(date: CalendarDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

/** The month, 1 (January) to 12. */
export function monthOf(date: CalendarDate): number {
  return twoDigits(date, 5);
}

/** The day of the month, 1–31. */
export function dayOfMonth(date: CalendarDate): number {
  return twoDigits(date, 8);
}

/** 31 December of the date's year. */
export function endOfYear(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 4)}-12-31` as CalendarDate;
}

/** Negative when `a` is the earlier, 0 when they are the same day, positive when `a` is the later. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earliest of some dates. */
export function earliestOf(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((least, date) => (date < least ? date : least), first);
}

/** The latest of some dates. */
export function latestOf(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((most, date) => (date > most ? date : most), first);
}
