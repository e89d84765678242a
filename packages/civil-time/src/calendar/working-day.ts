/**
 * Two laws count working days differently. Regulation (EEC, Euratom) 1182/71 art. 2(2) and 3(4), for periods of
 * EU law such as the GDPR's, leaves out Saturdays, Sundays and public holidays. Lag (1930:173) 2 §, for periods
 * of Swedish statute such as the time to appeal, leaves out midsommarafton, julafton and nyårsafton as well.
 */
import { type CalendarDate, fromDayNumber, toDayNumber, yearOf } from "../date/calendar-date.ts";
import { civilDayOf } from "../date/day-number.ts";
import { eveFlag, flagsOf, publicHolidayFlag, saturdayFlag } from "./holidays.ts";

/** `eu`: Regulation 1182/71. `statute`: lag (1930:173). */
export type WorkingCalendar = "eu" | "statute";

const freeFlags: { readonly [calendar in WorkingCalendar]: number } = {
  eu: saturdayFlag | publicHolidayFlag,
  statute: saturdayFlag | publicHolidayFlag | eveFlag,
};

/**
 * Is the day a working day by that law?
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function isWorkingDay(date: CalendarDate, calendar: WorkingCalendar): boolean {
  return (flagsOf(yearOf(date), toDayNumber(date)) & freeFlags[calendar]) === 0;
}

/** The nearest working day, the day itself included, in steps of 1 or -1. */
function nearestWorkingDay(date: CalendarDate, calendar: WorkingCalendar, step: 1 | -1): CalendarDate {
  const start = toDayNumber(date);
  let day = start;
  let year = yearOf(date);
  while ((flagsOf(year, day) & freeFlags[calendar]) !== 0) {
    day += step;
    year = civilDayOf(day).year;
  }
  return day === start ? date : fromDayNumber(day);
}

/**
 * The day itself when it is a working day, else the next one: where a period that ends on a free day really ends.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953, `DATE_OUT_OF_RANGE`
 */
export function nextWorkingDay(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return nearestWorkingDay(date, calendar, 1);
}

/**
 * The day itself when it is a working day, else the nearest one before.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function previousWorkingDay(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return nearestWorkingDay(date, calendar, -1);
}
