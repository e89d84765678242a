/**
 * How many days the clock stood still. Pauses that overlap are counted once: 1–15 March and 5–20 March stop the
 * clock for 19 days, not 29. A pause counts only if it began before the day it would move.
 */
import { type CalendarDate, toDayNumber } from "@tillit/civil-time";
import type { Pause } from "./clock.ts";
import { daysAfter, workingDayFrom } from "./reckoning.ts";

/** A stretch of days in which the clock stood still. */
export type Standstill = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The answered pauses as separate stretches in order, none before the receipt. */
export function unionOf(pauses: readonly Pause[], receivedOn: CalendarDate): readonly Standstill[] {
  const closed = pauses
    .flatMap(({ from, to }) => (to === undefined || to <= receivedOn ? [] : [{ from, to }]))
    .map(({ from, to }) => ({ from: from < receivedOn ? receivedOn : from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const merged: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const next of closed) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push({ ...next });
    else if (next.to > last.to) last.to = next.to;
  }
  return merged;
}

/**
 * The stretches that move a date, in order: each began no later than the date as the earlier ones had moved it.
 *
 * @param end - the date without pauses
 */
export function countedPauses(
  pauses: readonly Pause[],
  receivedOn: CalendarDate,
  end: CalendarDate,
): readonly Standstill[] {
  if (pauses.length === 0) return [];
  const counted: Standstill[] = [];
  let days = 0;
  for (const stretch of unionOf(pauses, receivedOn)) {
    if (stretch.from > workingDayFrom(daysAfter(end, days), "eu")) break;
    counted.push(stretch);
    days += lengthOf(stretch);
  }
  return counted;
}

function lengthOf({ from, to }: Standstill): number {
  return from === to ? 0 : toDayNumber(to) - toDayNumber(from);
}

/** The days of some stretches together. */
export function daysOf(stretches: readonly Standstill[]): number {
  return stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
}
