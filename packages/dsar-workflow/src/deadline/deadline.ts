/** A request's last days, each with the statute that gives it, in words. */
import { type Clock, checkClock } from "./clock.ts";
import { countMonths, countPromptly, type DeadlineDates } from "./dates.ts";
import { traceMonths, tracePromptly, type TraceStep } from "./trace.ts";

/** The dates of {@link DeadlineDates} and the way to them. */
export type Deadline = DeadlineDates & { readonly trace: readonly TraceStep[] };

/**
 * The last days of a request: one calendar month from receipt (GDPR art. 12(3)) by Regulation 1182/71 and its
 * working days, moved by the union of the pauses; two further months if extended, by the earlier of the two readings;
 * and three weeks to appeal (FL 44 §) by lag (1930:173) and its working days. For the other regimes the law says "at
 * once" or "promptly": then there is no last day, only `planBy`.
 *
 * Depends on nothing but the clock: no time zone, no locale, no time of day.
 *
 * @throws {@link DsarError} `CLOCK_MALFORMED`, `KEY_UNKNOWN`
 */
export function deadline(clock: Clock): Deadline {
  checkClock(clock);
  if ((clock.regime ?? "gdpr") !== "gdpr") {
    const dates = countPromptly(clock);
    return { ...dates, trace: tracePromptly(clock, dates) };
  }
  const counted = countMonths(clock);
  return { ...counted.dates, trace: traceMonths(clock, counted) };
}
