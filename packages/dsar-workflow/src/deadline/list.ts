/** The list a desk begins its day with. */
import type { CalendarDate } from "@tillit/civil-time";
import { clockOf } from "../case/state/clock-of.ts";
import type { Ref, Regime, Right } from "../case/request.ts";
import type { CaseState, DsarState, Phase } from "../case/state/state.ts";
import { datesOf, type DeadlineDates } from "./dates.ts";

/** One open case on the list. */
export type DeadlineRow = {
  readonly id: Ref;
  readonly right: Right;
  readonly regime: Regime;
  readonly phase: Phase;
  readonly planBy: CalendarDate;
  readonly legalLatest?: CalendarDate;
  readonly extensionNoticeBy?: CalendarDate;
  readonly status: "running" | "due" | "overdue";
};

const settled: ReadonlySet<Phase> = new Set<Phase>([
  "none",
  "executed",
  "appealed",
  "at-review-body",
  "closed",
]);

function rowOf(state: CaseState, dates: DeadlineDates, today: CalendarDate): DeadlineRow {
  const { planBy, legalLatest, extensionNoticeBy } = dates;
  const overdue = legalLatest !== undefined && today > legalLatest;
  return {
    id: state.id,
    right: state.right,
    regime: state.regime,
    phase: state.phase,
    planBy,
    ...(legalLatest === undefined ? {} : { legalLatest }),
    ...(extensionNoticeBy === undefined || state.extended ? {} : { extensionNoticeBy }),
    status: overdue ? "overdue" : today >= planBy ? "due" : "running",
  };
}

/**
 * The open cases by the day to work towards, earliest first, then by id. A case is open until its decision has been
 * served; it is due from `planBy` and overdue after `legalLatest`.
 */
export function deadlineList(states: readonly DsarState[], today: CalendarDate): readonly DeadlineRow[] {
  // Cases of one day and no pauses have the same dates; most cases are such.
  const known = new Map<string, DeadlineDates>();
  const rows: DeadlineRow[] = [];
  for (const state of states) {
    if (state.phase === "none" || settled.has(state.phase)) continue;
    const plain = state.pauses.length === 0;
    const key = `${state.receivedOn}${state.regime}${state.extended ? "+" : ""}`;
    let dates = plain ? known.get(key) : undefined;
    if (dates === undefined) {
      dates = datesOf(clockOf(state));
      if (plain) known.set(key, dates);
    }
    rows.push(rowOf(state, dates, today));
  }
  return rows.sort((a, b) => (a.planBy === b.planBy ? compare(a.id, b.id) : compare(a.planBy, b.planBy)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
