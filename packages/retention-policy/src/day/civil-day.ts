/**
 * Civil days as integers (days since 1970-01-01) with tables of March-based years: a leap day is then the last
 * day of its year, so adding years is one lookup and the clamp of lag (1930:173) 1 § falls out by itself.
 * Years 1600–2599; no zone, no clock. `@tillit/civil-time` counts the same for everybody who holds dates; this is
 * for records by the million, where adding years costs a fifth of what it does there. A test holds the two equal.
 */
import { RetentionError } from "../errors.ts";

/** A calendar date at the edges, YYYY-MM-DD. */
export type Day = string;

/** An event that has not happened, in a column of days. */
export const NO_DAY: number = -2_147_483_648;
/** An event that was asked for and is not known. */
export const UNKNOWN_DAY: number = -2_147_483_647;
/** Later than every day that can be written. */
export const FAR_DAY: number = 2_147_483_647;

const FIRST_YEAR = 1599;
const LAST_YEAR = 2600;
const monthOffsets = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Day number of 1 March of each year. */
const marchFirst = new Int32Array(LAST_YEAR - FIRST_YEAR + 2);
{
  let day = -135_446; // 1599-03-01
  for (let year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
    marchFirst[year - FIRST_YEAR] = day;
    day += isLeap(year + 1) ? 366 : 365;
  }
}

const indexOf = new Uint16Array((marchFirst[551] as number) - (marchFirst[301] as number));
for (let index = 301; index < 551; index++)
  indexOf.fill(
    index,
    (marchFirst[index] as number) - (marchFirst[301] as number),
    (marchFirst[index + 1] as number) - (marchFirst[301] as number),
  );

/** First and last day the tables can hold. */
export const MIN_DAY: number = marchFirst[1] as number;
export const MAX_DAY: number = (marchFirst[LAST_YEAR - FIRST_YEAR] as number) - 1;

/**
 * The March-based years that records are about, looked up instead of searched: `indexOf[day - first]` is the index
 * of the year a day from March 1900 to February 2150 lies in, `march` the first day of each year by index.
 */
export const quickYears: {
  readonly first: number;
  readonly last: number;
  readonly indexOf: Uint16Array;
  readonly march: Int32Array;
} = { first: marchFirst[301] as number, last: (marchFirst[551] as number) - 1, indexOf, march: marchFirst };

/** Index of the March-based year a day lies in. */
function marchYear(day: number): number {
  let index = ((day + 135_446) / 365.2425) | 0;
  while ((marchFirst[index + 1] as number) <= day) index++;
  while ((marchFirst[index] as number) > day) index--;
  return index;
}

/** Adds whole years; 29 February becomes the month's last day, or 1 March when `leapForward`. */
export function addYears(day: number, years: number, leapForward: boolean): number {
  const index = marchYear(day);
  const start = marchFirst[index + years] as number;
  const target = start + (day - (marchFirst[index] as number));
  const next = marchFirst[index + years + 1] as number;
  return target < next ? target : leapForward ? next : next - 1;
}

/** Adds whole months; a missing day number becomes the last day of the month, or the first of the next when `leapForward`. */
export function addMonths(day: number, months: number, leapForward: boolean): number {
  const { year, month, dayOfMonth } = fields(day);
  const total = year * 12 + (month - 1) + months;
  const first = fromFields(Math.floor(total / 12), (total % 12) + 1, 1);
  const next = fromFields(Math.floor((total + 1) / 12), ((total + 1) % 12) + 1, 1);
  const target = first + dayOfMonth - 1;
  return target < next ? target : leapForward ? next : next - 1;
}

/** Calendar fields of a day number; `month` and `dayOfMonth` count from 1. */
export function fields(day: number): { year: number; month: number; dayOfMonth: number } {
  const index = marchYear(day);
  const offset = day - (marchFirst[index] as number);
  let march = Math.min(11, (offset / 30.6) | 0);
  while (march < 11 && (monthOffsets[march + 1] as number) <= offset) march++;
  while ((monthOffsets[march] as number) > offset) march--;
  const month = march < 10 ? march + 3 : march - 9;
  const year = FIRST_YEAR + index + (march < 10 ? 0 : 1);
  return { year, month, dayOfMonth: offset - (monthOffsets[march] as number) + 1 };
}

/** Day number of a date that exists. */
export function fromFields(year: number, month: number, dayOfMonth: number): number {
  const march = month > 2 ? month - 3 : month + 9;
  const index = (month > 2 ? year : year - 1) - FIRST_YEAR;
  return (marchFirst[index] as number) + (monthOffsets[march] as number) + dayOfMonth - 1;
}

/** 31 December of the calendar year the day lies in, `years` later. */
export function endOfYear(day: number, years = 0): number {
  const index = marchYear(day);
  const calendar = day - (marchFirst[index] as number) >= 306 ? index + 1 : index;
  return (marchFirst[calendar + years] as number) + 305;
}

/** The last day of the month the day lies in. */
export function endOfMonth(day: number): number {
  const { year, month } = fields(day);
  return (month === 12 ? fromFields(year + 1, 1, 1) : fromFields(year, month + 1, 1)) - 1;
}

/** The calendar year of a day. */
export function yearOf(day: number): number {
  const index = marchYear(day);
  return FIRST_YEAR + index + (day - (marchFirst[index] as number) >= 306 ? 1 : 0);
}

/** Day of the month, 1–31. */
export function dayOfMonth(day: number): number {
  return fields(day).dayOfMonth;
}

/** Length of a month of the Gregorian calendar. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number in a range of digits, NaN where something else stands there. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Day number of `YYYY-MM-DD`, or undefined for anything that is not such a date of the years 1600–2599. */
export function tryParseDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (!(year >= 1600 && year <= 2599 && month >= 1 && month <= 12)) return undefined;
  return day >= 1 && day <= monthLength(year, month) ? fromFields(year, month, day) : undefined;
}

/**
 * Day number of `YYYY-MM-DD`.
 * @throws {RetentionError} DAY_MALFORMED
 */
export function parseDay(text: string, at?: string): number {
  const day = typeof text === "string" ? tryParseDay(text) : undefined;
  if (day === undefined) throw new RetentionError("DAY_MALFORMED", "a date is written YYYY-MM-DD", at);
  return day;
}

/** The texts of days written before, 44 years of them: records share their days, and making a text costs most. */
const TEXTS = 16_384;
const texts: Day[] = Array.from({ length: TEXTS }, () => "");
const textDays = new Int32Array(TEXTS).fill(NO_DAY);

/** `YYYY-MM-DD` of a day number. */
export function formatDay(day: number): Day {
  const at = day & (TEXTS - 1);
  if (textDays[at] === day) return texts[at] as Day;
  const { year, month, dayOfMonth: date } = fields(day);
  const text = `${year}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
  textDays[at] = day;
  texts[at] = text;
  return text;
}
