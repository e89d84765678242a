/**
 * Whole days since 1970-01-01 in the Gregorian calendar, as plain integers. Everything in this package
 * counts in these: no clock, no time zone, no `Date` object takes part.
 */
import { CivilTimeError } from "./errors.ts";

/** 1583 is the first whole year of the Gregorian calendar. */
export const firstYear = 1583;
export const lastYear = 9999;

const daysTo1970 = 719_468;
const daysIn400Years = 146_097;

/** Day number of a date that is known to exist. March is month 0, so that the leap day comes last. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month < 3 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysIn400Years + dayOfEra - daysTo1970;
}

export const firstDayNumber: number = dayNumberOf(firstYear, 1, 1);
export const lastDayNumber: number = dayNumberOf(lastYear, 12, 31);

/** Year, month 1–12 and day 1–31. */
export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

/** The inverse of {@link dayNumberOf}. */
export function civilDayOf(dayNumber: number): CivilDay {
  const shifted = dayNumber + daysTo1970;
  const era = Math.floor(shifted / daysIn400Years);
  const dayOfEra = shifted - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
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
