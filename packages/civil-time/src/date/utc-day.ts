/** The one place where a calendar date becomes date-fns's date and back: always midnight UTC, whatever the process says. */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { type CalendarDate, dayOfMonth, monthOf, yearOf } from "./calendar-date.ts";
import { firstYear, lastYear } from "./day-number.ts";
import { CivilTimeError } from "../errors.ts";

export type UtcDay = InstanceType<typeof UTCDateMini>;

export function utcOf(date: CalendarDate): UtcDay {
  return new UTCDateMini(yearOf(date), monthOf(date) - 1, dayOfMonth(date));
}

/** Throws `DATE_OUT_OF_RANGE`. */
export function fromUtc(day: UtcDay): CalendarDate {
  const year = day.getFullYear();
  // Written so that an invalid date, whose year is NaN, fails too.
  if (!(year >= firstYear && year <= lastYear)) {
    throw new CivilTimeError("DATE_OUT_OF_RANGE", "the date lies outside the years 1583 to 9999");
  }
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${year}-${two(day.getMonth() + 1)}-${two(day.getDate())}` as CalendarDate;
}
