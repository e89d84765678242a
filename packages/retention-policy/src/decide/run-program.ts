/**
 * The lattice: what follows from the rules left standing. Preservation beats disposal, the longest period wins, a
 * trigger that lies ahead makes the whole wait, and a window that closes before it opens is a conflict for people.
 */
import type { RuleRow } from "../compile/rule-rows.ts";
import { endDay, slotOf, type TermColumns } from "../compile/term.ts";
import { endOfYear, NO_DAY, UNKNOWN_DAY } from "../day/civil-day.ts";
import { addWholePeriod } from "../day/period.ts";
import * as code from "./codes.ts";
import type { Program } from "./program.ts";
import type { Resolution } from "./resolution.ts";

/** The last day by which a disposal is finished, counted from the resolved end day. */
function completion(row: RuleRow, duty: number): number {
  if (row.complete === "none") return NO_DAY;
  if (row.complete === "endOfNextCalendarYear") return endOfYear(duty, 1);
  return addWholePeriod(duty, row.complete, false);
}

function fromOtherwise(program: Program, out: Resolution, reason: number): void {
  const { otherwise } = program;
  out.reason = reason;
  if (otherwise === undefined) {
    out.outcome = code.UNDETERMINED;
    return;
  }
  out.outcome = otherwise.entry.outcome === "preserve" ? code.PRESERVE : code.REVIEW;
  if (reason === code.R_OTHERWISE) out.ref = program.rows + otherwise.index + 1;
}

/** Runs a program on one row of columns and writes `out`. */
export function run(
  program: Program,
  columns: TermColumns,
  row: number,
  asOf: number,
  out: Resolution,
): void {
  out.pending = false;
  out.unknownSlot = -1;
  out.duty = NO_DAY;
  out.earliest = NO_DAY;
  out.latest = NO_DAY;
  out.against = 0;
  out.receiver = undefined;
  out.waiting = undefined;
  out.reason = code.R_RULE;
  out.ref = program.deciding === undefined ? 0 : program.deciding.index + 1;
  switch (program.mode) {
    case "preserve":
      out.outcome = code.PRESERVE;
      return;
    case "receivers":
      out.outcome = code.CONFLICT;
      out.reason = code.R_TWO_RECEIVERS;
      out.against = (program.against as RuleRow).index + 1;
      return;
    case "ask":
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_RULE_ASKS;
      return;
    case "otherwise":
      fromOtherwise(program, out, code.R_OTHERWISE);
      return;
    case "transfer":
      out.outcome = code.TRANSFER;
      out.receiver = (program.deciding as RuleRow).transferTo;
      bound(program, columns, row, out);
      return;
    default:
      out.outcome = code.DISPOSE;
      bound(program, columns, row, out);
      if (out.unknownSlot !== -1) return;
      if (program.mode === "floor") floorOnly(program, asOf, out);
      else if (!out.pending) close(program, columns, row, asOf, out);
  }
}

/** Longest wins: the latest end day of all bounds; one that is ahead makes all wait. */
function bound(program: Program, columns: TermColumns, row: number, out: Resolution): void {
  const { bounds } = program;
  for (let index = 0; index < bounds.length; index++) {
    const rule = bounds[index] as RuleRow;
    const term = rule.term as NonNullable<RuleRow["term"]>;
    const end = endDay(term, columns, row);
    if (end === UNKNOWN_DAY) {
      const slot = slotOf(term, columns, row);
      out.unknownSlot = slot < 0 ? -2 : slot;
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (end === NO_DAY) {
      if (!out.pending) out.ref = rule.index + 1;
      out.pending = true;
      continue;
    }
    if (end > out.duty) out.duty = end;
    if (end + term.opens > out.earliest) {
      out.earliest = end + term.opens;
      if (!out.pending) out.ref = rule.index + 1;
    }
  }
  if (out.pending) {
    out.duty = NO_DAY;
    out.earliest = NO_DAY;
    out.reason = code.R_EVENT_AHEAD;
  }
}

/** Nothing but floors: kept while they run, then whatever holds where no rule answers. */
function floorOnly(program: Program, asOf: number, out: Resolution): void {
  out.duty = NO_DAY;
  out.outcome = code.PRESERVE;
  if (out.pending) return;
  out.reason = code.R_FLOOR_ONLY;
  if (asOf >= out.earliest) fromOtherwise(program, out, code.R_FLOOR_ONLY);
}

/** The closing day, transitional floors, own waits, and the check that the window is open at all. */
function close(program: Program, columns: TermColumns, row: number, asOf: number, out: Resolution): void {
  for (const rule of program.bounds) {
    const last = rule.kind === "dispose" ? completion(rule, out.duty) : NO_DAY;
    if (last !== NO_DAY && (out.latest === NO_DAY || last < out.latest)) out.latest = last;
  }
  let tightest: RuleRow | undefined;
  for (const rule of program.ceilings) {
    const last = endDay(rule.term as NonNullable<RuleRow["term"]>, columns, row);
    if (last === UNKNOWN_DAY) {
      out.unknownSlot = slotOf(rule.term as NonNullable<RuleRow["term"]>, columns, row);
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (last === NO_DAY) {
      if (program.mode === "ceiling") out.pending = true;
    } else if (out.latest === NO_DAY || last < out.latest) {
      out.latest = last;
      tightest = rule;
    }
  }
  if (program.mode === "ceiling") {
    if (tightest === undefined) {
      out.pending = true;
      out.reason = code.R_EVENT_AHEAD;
      return;
    }
    out.duty = out.latest;
    if (out.earliest === NO_DAY) out.ref = tightest.index + 1;
  }
  if (program.notBefore > out.earliest) out.earliest = program.notBefore;
  for (const wait of program.ownWaits) {
    const given = (columns.days[wait.ifGivenSlot] as Int32Array)[row] as number;
    if (given === NO_DAY) continue;
    const done = (columns.days[wait.doneSlot] as Int32Array)[row] as number;
    if (given === UNKNOWN_DAY || done === UNKNOWN_DAY) {
      out.unknownSlot = done === UNKNOWN_DAY ? wait.doneSlot : wait.ifGivenSlot;
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (done === NO_DAY || done > asOf) out.waiting = wait;
    if (done !== NO_DAY && done > out.earliest) out.earliest = done;
  }
  if (out.latest !== NO_DAY && out.earliest > out.latest) {
    out.outcome = code.CONFLICT;
    out.reason = code.R_WINDOW_EMPTY;
    out.against = tightest === undefined ? out.ref : tightest.index + 1;
  }
}
