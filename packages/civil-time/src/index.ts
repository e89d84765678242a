export {
  addDays,
  addMonths,
  addMonthsToDayNumber,
  addYears,
  addYearsToDayNumber,
  daysBetween,
  wholeYearsBetween,
} from "./arithmetic.ts";
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
} from "./calendar-date.ts";
export type { CalendarDate } from "./calendar-date.ts";
export { daysInMonth, isLeapYear } from "./day-number.ts";
export { CivilTimeError } from "./errors.ts";
export type { CivilTimeErrorCode } from "./errors.ts";
export { holidayName, holidaysOf, isEve, isPublicHoliday } from "./holidays.ts";
export type { Holiday } from "./holidays.ts";
export { swedishDateAt } from "./instant.ts";
export { addPeriod, parsePeriod } from "./period.ts";
export type { Period } from "./period.ts";
export { weekday } from "./weekday.ts";
export type { Weekday } from "./weekday.ts";
export { isWorkingDay, nextWorkingDay, previousWorkingDay } from "./working-day.ts";
export type { WorkingCalendar } from "./working-day.ts";
