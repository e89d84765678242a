import { type CalendarDate, toDayNumber } from "./calendar-date.ts";

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function weekdayOfDayNumber(dayNumber: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekday(date: CalendarDate): Weekday {
  return weekdayOfDayNumber(toDayNumber(date));
}
