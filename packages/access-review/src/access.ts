import { type CalendarDate, daysBetween } from "@tillit/civil-time";

/** One access with what was known about the case when it happened. */
export interface SeenAccess {
  /** Its place in the log. */
  readonly seq: number;
  readonly record: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Role and pseudonym: `caseworker:3fa9`. */
  readonly by: string;
  /** The identity in the case was protected. */
  readonly guarded: boolean;
  /** Pseudonyms of those who handled the case; none where anybody of the unit did. */
  readonly assignees: readonly string[];
  /** Whole days since the case was closed, where it was. */
  readonly closedDays?: number | undefined;
  /** The desk saw a likeness between the reader and what was opened; only codes come here. */
  readonly flagged: boolean;
}

/**
 * The person behind a role: one who reads in two roles is one.
 *
 * @example
 * personOf("caseworker:3fa9"); // "3fa9"
 */
export function personOf(by: string): string {
  return by.slice(by.indexOf(":") + 1);
}

/** What a log says about how a case was placed, from an entry on. */
export interface Placed<Placement> {
  readonly seq: number;
  readonly data: Placement;
}

/**
 * How the case was placed when it was read; what came after does not count.
 *
 * @param placements - in the order of the log
 * @example
 * placementAt([{ seq: 4, data: "north" }, { seq: 9, data: "south" }], 7); // "north"
 */
export function placementAt<Placement>(
  placements: readonly Placed<Placement>[],
  seq: number,
): Placement | undefined {
  return placements.findLast((placed) => placed.seq < seq)?.data;
}

/**
 * Whole days from the day a case was closed to the day it was read; undefined while it was open, and for what was read
 * before.
 *
 * @example
 * closedDaysAt(parseDate("2026-08-01"), parseDate("2026-11-23")); // 114
 */
export function closedDaysAt(closed: CalendarDate | undefined, read: CalendarDate): number | undefined {
  if (closed === undefined || read < closed) return undefined;
  return daysBetween(closed, read);
}
