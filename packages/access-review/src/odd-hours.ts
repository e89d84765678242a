import { isWorkingDay } from "@tillit/civil-time";
import { swedishDayOf, swedishHour } from "./moment.ts";
import type { ReviewRules } from "./rules.ts";

/** Outside the hours of ordinary work, or on a day that is none. */
export function atOddHours(at: string, { from, to }: ReviewRules["hours"]): boolean {
  const hour = swedishHour(at);
  return hour < from || hour >= to || !isWorkingDay(swedishDayOf(at), "statute");
}
