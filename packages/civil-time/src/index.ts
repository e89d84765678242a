export {
  addDays,
  addMonths,
  addMonthsToDayNumber,
  addYears,
  addYearsToDayNumber,
  daysBetween,
  wholeYearsBetween,
} from "./date/arithmetic.ts";
export {
  compareDates,
  dayOfMonth,
  earliestOf,
  endOfYear,
  fromDayNumber,
  isCalendarDate,
  latestOf,
  monthOf,
  parseDate,
  toDayNumber,
  yearOf,
} from "./date/calendar-date.ts";
export type { CalendarDate } from "./date/calendar-date.ts";
export { daysInMonth, isLeapYear } from "./date/day-number.ts";
export { CivilTimeError } from "./errors.ts";
export type { CivilTimeErrorCode } from "./errors.ts";
export { holidayName, holidaysOf, isEve, isPublicHoliday } from "./calendar/holidays.ts";
export type { Holiday } from "./calendar/holidays.ts";
export { swedishDateAt } from "./date/instant.ts";
export { addPeriod, parsePeriod } from "./date/period.ts";
export type { Period } from "./date/period.ts";
export { weekday } from "./date/weekday.ts";
export type { Weekday } from "./date/weekday.ts";
export { isWorkingDay, nextWorkingDay, previousWorkingDay } from "./calendar/working-day.ts";
export type { WorkingCalendar } from "./calendar/working-day.ts";
