import { type CalendarDate, isCalendarDate } from "@tillit/civil-time";
import * as z from "zod";

/** First and last day of force; no `until` means still in force. */
export type InForce = { readonly from: CalendarDate; readonly until?: CalendarDate };

export const dateSchema: z.ZodType<CalendarDate> = z.custom<CalendarDate>(isCalendarDate, "DATE_MALFORMED");

export const inForceSchema: z.ZodType<InForce> = z.strictObject({
  from: dateSchema,
  until: dateSchema.exactOptional(),
});

/** True from the first to the last day of the interval, both counted. */
export function inForceOn(interval: InForce, on: CalendarDate): boolean {
  return interval.from <= on && (interval.until === undefined || on <= interval.until);
}
