/** Dates and periods in Swedish and English words, with the names that date-fns keeps. No `Date` takes part. */
import type { Language } from "@tillit/law-reference";
import { formatDuration } from "date-fns/formatDuration";
import { enGB } from "date-fns/locale/en-GB";
import { sv } from "date-fns/locale/sv";
import { type CalendarDate, dayOfMonth, monthOf, yearOf } from "./date/calendar-date.ts";
import type { Period } from "./date/period.ts";
import { weekday } from "./date/weekday.ts";

/** Swedish or English. */
const locales = { sv, en: enGB } as const;

/** `24 december 2026` · `24 December 2026`. */
export function formatDate(date: CalendarDate, lang: Language): string {
  const month = locales[lang].localize.month((monthOf(date) - 1) as 0, { width: "wide" });
  return `${dayOfMonth(date)} ${month} ${yearOf(date)}`;
}

/** `torsdag` · `Thursday`. */
export function formatWeekday(date: CalendarDate, lang: Language): string {
  // date-fns counts from Sunday, 0.
  return locales[lang].localize.day((weekday(date) % 7) as 0, { width: "wide" });
}

/** `två år sex månader` · `2 years 6 months`; empty for a period without length. */
export function formatPeriod(period: Period, lang: Language): string {
  return formatDuration(period, { locale: locales[lang] });
}
