/**
 * Two laws count working days differently. Regulation (EEC, Euratom) 1182/71 art. 2(2) and 3(4), for periods of
 * EU law such as the GDPR's, leaves out Saturdays, Sundays and public holidays. Lag (1930:173) 2 §, for periods
 * of Swedish statute such as the time to appeal, leaves out midsommarafton, julafton and nyårsafton as well.
 */
import { addDays } from "./arithmetic.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { isEve, isPublicHoliday } from "./holidays.ts";
import { weekday } from "./weekday.ts";

/** `eu`: Regulation 1182/71. `statute`: lag (1930:173). */
export type WorkingCalendar = "eu" | "statute";

const saturday = 6;

/**
 * Is the day a working day by that law?
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function isWorkingDay(date: CalendarDate, calendar: WorkingCalendar): boolean {
  if (isPublicHoliday(date) || weekday(date) === saturday) return false;
  return calendar === "eu" || !isEve(date);
}

/**
 * The day itself when it is a working day, else the next one: where a period that ends on a free day really ends.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953, `DATE_OUT_OF_RANGE`
 */
export function nextWorkingDay(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The day itself when it is a working day, else the nearest one before.
 *
 * @throws {@link CivilTimeError} `HOLIDAYS_NOT_KNOWN` before 1953
 */
export function previousWorkingDay(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}
