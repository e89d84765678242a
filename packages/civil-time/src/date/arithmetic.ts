/**
 * Adding days, months and years. Months and years follow lag (1930:173) 1 § (and Regulation 1182/71 art.
 * 3(2)(c), which says the same): the period ends on the day with the same number, or on the month's last day
 * where that number is missing. So 29 February plus one year is 28 February, and 28 February of a common year
 * plus five years is 28 February also when that year has a 29th.
 */
import { addDays as addWholeDays } from "date-fns/addDays";
import { addMonths as addCalendarMonths } from "date-fns/addMonths";
import { addYears as addCalendarYears } from "date-fns/addYears";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { type CalendarDate, yearOf } from "./calendar-date.ts";
import {
  checkAmount,
  checkDayNumber,
  civilDayOf,
  dayNumberOf,
  daysInMonth,
  firstYear,
  lastYear,
} from "./day-number.ts";
import { CivilTimeError } from "../errors.ts";
import { fromUtc, utcOf } from "./utc-day.ts";

/**
 * The same as {@link addMonths}, on day numbers, for those who count in columns.
 *
 * @param dayNumber - whole days since 1970-01-01
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addMonthsToDayNumber(dayNumber: number, months: number): number {
  const from = civilDayOf(checkDayNumber(dayNumber));
  const monthIndex = from.year * 12 + from.month - 1 + checkAmount(months);
  const year = Math.floor(monthIndex / 12);
  if (year < firstYear || year > lastYear) {
    throw new CivilTimeError("DATE_OUT_OF_RANGE", "the date lies outside the years 1583 to 9999");
  }
  const month = monthIndex - year * 12 + 1;
  return dayNumberOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/**
 * The same as {@link addYears}, on day numbers.
 *
 * @param dayNumber - whole days since 1970-01-01
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addYearsToDayNumber(dayNumber: number, years: number): number {
  return addMonthsToDayNumber(dayNumber, checkAmount(years) * 12);
}

/**
 * The date so many days later, or earlier when negative.
 *
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(addWholeDays(utcOf(date), checkAmount(days)));
}

/**
 * The date so many calendar months later, by lag (1930:173) 1 §.
 *
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return fromUtc(addCalendarMonths(utcOf(date), checkAmount(months)));
}

/**
 * The date so many years later, by lag (1930:173) 1 §.
 *
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return fromUtc(addCalendarYears(utcOf(date), checkAmount(years)));
}

/** Whole days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(utcOf(to), utcOf(from));
}

/**
 * Whole years from one date to a later one, counted by month and day: the age a person born on `from` has on
 * `to`. A person born on 29 February turns on 1 March in common years.
 *
 * @returns 0 or more when `to` is not the earlier, else a negative number
 */
export function wholeYearsBetween(from: CalendarDate, to: CalendarDate): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
