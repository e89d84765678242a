/** A review begins where the last one ended, so that no access falls between two. */
import { addDays, type CalendarDate, daysBetween } from "@tillit/civil-time";
import type { Review } from "./review.ts";
import type { ReviewRules } from "./rules.ts";

export type PeriodRefusal = "PERIOD_NOT_OVER" | "REVIEW_OPEN";

export interface Wanted {
  readonly today: CalendarDate;
  /** Last day to be covered; yesterday where it is left out. */
  readonly until?: CalendarDate | undefined;
  /** The review before, if there is one. */
  readonly last?: Review | undefined;
}

export type PeriodEnd =
  | { readonly ok: true; readonly to: CalendarDate }
  | { readonly ok: false; readonly reason: PeriodRefusal };

/**
 * The last day that a new review may cover: a day that is over, and not before the one before is signed.
 *
 * @example
 * periodEnd({ today: parseDate("2026-12-01") }); // { ok: true, to: "2026-11-30" }
 */
export function periodEnd({ today, until, last }: Wanted): PeriodEnd {
  const to = until ?? addDays(today, -1);
  if (to >= today) return { ok: false, reason: "PERIOD_NOT_OVER" };
  if (last?.status === "open") return { ok: false, reason: "REVIEW_OPEN" };
  return { ok: true, to };
}

/**
 * The first day that a new review covers: the day after the one before, else the first day of the log. Undefined while
 * there is nothing to cover.
 */
export function periodStart(
  last: Review | undefined,
  firstDay: CalendarDate | undefined,
  to: CalendarDate,
): CalendarDate | undefined {
  const covered = last?.drawn?.period.to as CalendarDate | undefined;
  const from = covered === undefined ? firstDay : addDays(covered, 1);
  return from === undefined || from > to ? undefined : from;
}

export interface Overdue {
  /** Left out for the whole. */
  readonly unit?: string;
  /** Last day that a signed review covers; or the day before the log begins. */
  readonly coveredTo: string;
  /** Days since it should have been done. */
  readonly days: number;
}

/**
 * Which units lack a review. Each is covered by its own reviews and by those of the whole; where there are no units the
 * whole is one.
 *
 * @param known - the reviews by unit, those of the whole under `undefined`
 * @param begins - the first day of the log; undefined while it is empty
 */
export function overdueReviews(
  known: ReadonlyMap<string | undefined, readonly Review[]>,
  begins: CalendarDate | undefined,
  today: CalendarDate,
  { everyDays, graceDays }: Pick<ReviewRules, "everyDays" | "graceDays">,
): readonly Overdue[] {
  if (begins === undefined) return [];
  const covered = (unit: string | undefined): string =>
    (known.get(unit) ?? [])
      .filter(({ status }) => status === "signed")
      .map(({ drawn }) => drawn?.period.to ?? "")
      .reduce((a, b) => (a > b ? a : b), addDays(begins, -1));
  const whole = covered(undefined);
  const units = [...known.keys()].filter((unit) => unit !== undefined);
  const places = units.length === 0 ? [undefined] : units;
  return places.flatMap((unit) => {
    const own = unit === undefined ? whole : covered(unit);
    const coveredTo = (own > whole ? own : whole) as CalendarDate;
    const last = addDays(coveredTo, everyDays + graceDays);
    if (last >= today) return [];
    return [{ ...(unit === undefined ? {} : { unit }), coveredTo, days: daysBetween(last, today) }];
  });
}

/**
 * Whether a drawn review waits too long for its signature.
 *
 * @param drawnOn - the Swedish day it was drawn
 */
export function isUnsignedTooLong(
  { status }: Pick<Review, "status">,
  drawnOn: CalendarDate,
  today: CalendarDate,
  { signWithinDays }: Pick<ReviewRules, "signWithinDays">,
): boolean {
  return status === "open" && addDays(drawnOn, signWithinDays) < today;
}
