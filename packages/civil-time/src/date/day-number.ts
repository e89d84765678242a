/**
 * Whole days since 1970-01-01 in the Gregorian calendar, as plain integers: for holidays, weekdays and those
 * who count dates in columns. No clock, no time zone, no `Date` object takes part.
 */
import { CivilTimeError } from "../errors.ts";

/** 1583 is the first whole year of the Gregorian calendar. */
export const firstYear = 1583;
export const lastYear = 9999;

const daysTo1970 = 719_468;
const daysIn400Years = 146_097;

// In the years 1583 to 9999 every dividend below is positive and fits 32 bits, so that `| 0` rounds down.

/** Day number of a date that is known to exist. March is month 0, so that the leap day comes last. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month < 3 ? year - 1 : year;
  const century = (marchYear / 100) | 0;
  const dayOfYear = (((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) | 0) + day - 1;
  return marchYear * 365 + (marchYear >> 2) - century + (century >> 2) + dayOfYear - daysTo1970;
}

export const firstDayNumber: number = dayNumberOf(firstYear, 1, 1);
export const lastDayNumber: number = dayNumberOf(lastYear, 12, 31);

/** Year, month 1–12 and day 1–31. */
export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

/** The inverse of {@link dayNumberOf}. */
export function civilDayOf(dayNumber: number): CivilDay {
  const shifted = dayNumber + daysTo1970;
  const era = (shifted / daysIn400Years) | 0;
  const dayOfEra = shifted - era * daysIn400Years;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1,
  };
}

/**
 * Is it a leap year of the Gregorian calendar?
 *
 * @param year - a whole number
 */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * How many days a month has.
 *
 * @param year - a whole number
 * @param month - 1 (January) to 12
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function checkDayNumber(dayNumber: number): number {
  if (dayNumber >= firstDayNumber && dayNumber <= lastDayNumber) return dayNumber;
  throw new CivilTimeError("DATE_OUT_OF_RANGE", "the date lies outside the years 1583 to 9999");
}

export function checkAmount(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount;
  throw new CivilTimeError("AMOUNT_NOT_WHOLE", "the amount to add must be a whole number");
}
