/** Status on a day, and holds as an overlay: a hold blocks execution and never moves the duty or the last day. */
import { NO_DAY } from "../day/civil-day.ts";
import type { HoldDays } from "../record/record-shape.ts";
import * as code from "./codes.ts";
import type { Resolution } from "./resolution.ts";

/** Ids of the holds in force on a day. */
export function heldBy(holds: readonly HoldDays[] | undefined, asOf: number): string[] {
  if (holds === undefined) return [];
  return holds
    .filter((hold) => hold.placed <= asOf && (hold.released === undefined || hold.released > asOf))
    .map((hold) => hold.id);
}

/** Nothing is executed before the day after a hold's release, where that day is known. */
export function delayByHolds(holds: readonly HoldDays[] | undefined, asOf: number, out: Resolution): void {
  if (holds === undefined || out.earliest === NO_DAY) return;
  if (out.outcome !== code.DISPOSE && out.outcome !== code.TRANSFER) return;
  for (const hold of holds)
    if (hold.placed <= asOf && hold.released !== undefined && hold.released + 1 > out.earliest)
      out.earliest = hold.released + 1;
}

/** The status of a resolved row; turns a hold that outlives the last day into a conflict for people. */
export function statusOf(out: Resolution, asOf: number, held: boolean, waiting: boolean): number {
  switch (out.outcome) {
    case code.UNDETERMINED:
      return code.PENDING;
    case code.PRESERVE:
      return out.pending
        ? code.PENDING
        : out.reason === code.R_FLOOR_ONLY && asOf < out.earliest
          ? code.RUNNING
          : code.SETTLED;
    case code.REVIEW:
      return held ? code.HELD : code.DUE;
    default:
  }
  if (out.pending) return held ? code.HELD : code.PENDING;
  if (held) {
    if (out.outcome === code.DISPOSE && out.latest !== NO_DAY && asOf > out.latest) {
      out.outcome = code.CONFLICT;
      out.reason = code.R_HELD_PAST_LATEST;
    }
    return code.HELD;
  }
  if (out.earliest !== NO_DAY && asOf < out.earliest) return code.RUNNING;
  if (waiting) {
    out.reason = code.R_WAITING;
    return code.PENDING;
  }
  return out.latest !== NO_DAY && asOf > out.latest ? code.OVERDUE : code.DUE;
}
