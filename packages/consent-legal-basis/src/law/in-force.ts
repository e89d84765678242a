import type { CalendarDate } from "@tillit/civil-time";

/** First and last day of force; no `until` means still in force. */
export type InForce = { readonly from: CalendarDate; readonly until?: CalendarDate };

/** True from the first to the last day of the interval, both counted. */
export function inForceOn(interval: InForce, on: CalendarDate): boolean {
  return interval.from <= on && (interval.until === undefined || on <= interval.until);
}
