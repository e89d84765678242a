/** Quick programs over many rows at once: what does not vary between rows stays outside the loops. */
import { addYears, endOfYear, NO_DAY, quickYears, UNKNOWN_DAY } from "../../day/civil-day.ts";
import * as code from "../../decide/codes.ts";
import type { Columns } from "../columns.ts";
import type { Evaluation } from "../evaluation.ts";
import type { QuickBound, QuickProgram } from "./program.ts";
import { keep, type Scratch } from "./scratch-buffer.ts";

/** Answers that no day changes. */
export function runConstant(program: QuickProgram, rows: Int32Array, into: Evaluation): void {
  const { outcome, status, reason, rule, dutyArises, earliest, latest } = into;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    outcome[row] = program.outcome;
    status[row] = program.status;
    reason[row] = program.reason;
    rule[row] = program.ref;
    dutyArises[row] = NO_DAY;
    earliest[row] = NO_DAY;
    latest[row] = NO_DAY;
  }
}

/** One period from one event, which is nearly every record there is. */
export function runPeriod(
  program: QuickProgram,
  bound: QuickBound,
  columns: Columns,
  rows: Int32Array,
  asOf: number,
  into: Evaluation,
  scratch: Scratch,
): void {
  const { years, fromYearEnd, leap, opens, ref } = bound;
  const { outcome: kind, tail } = program;
  const events = columns.days[bound.slot] as Int32Array;
  const { first, last, indexOf, march } = quickYears;
  const { outcome, status, reason, rule, dutyArises, earliest, latest } = into;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const event = events[row] as number;
    if (event < first || event > last) {
      if (event !== NO_DAY) keep(scratch, row);
      else {
        outcome[row] = kind;
        reason[row] = code.R_EVENT_AHEAD;
        rule[row] = ref;
        dutyArises[row] = NO_DAY;
        earliest[row] = NO_DAY;
        latest[row] = NO_DAY;
        status[row] = code.PENDING;
      }
      continue;
    }
    const index = indexOf[event - first] as number;
    const offset = event - (march[index] as number);
    // 306 days from 1 March a new calendar year begins; the sign bit counts it without a branch.
    const start = index + years;
    let duty: number;
    let end: number;
    if (fromYearEnd) {
      const calendar = start + ((305 - offset) >>> 31);
      duty = (march[calendar] as number) + 305;
      end = (march[calendar + 1] as number) + 305;
    } else {
      const limit = (march[start + 1] as number) - 1 + leap;
      const target = (march[start] as number) + offset;
      duty = target < limit ? target : limit;
      end = (march[start + 1 + ((305 - offset) >>> 31)] as number) + 305;
    }
    const opened = duty + opens;
    outcome[row] = kind;
    reason[row] = code.R_RULE;
    rule[row] = ref;
    dutyArises[row] = duty;
    earliest[row] = opened;
    const ahead = (asOf - opened) >>> 31;
    if (tail) {
      latest[row] = end;
      status[row] = code.DUE + ((end - asOf) >>> 31) - ahead * (code.DUE - code.RUNNING);
    } else {
      latest[row] = NO_DAY;
      status[row] = code.DUE - ahead * (code.DUE - code.RUNNING);
    }
  }
}

/** Several periods: the longest wins. */
export function runPeriods(
  program: QuickProgram,
  columns: Columns,
  rows: Int32Array,
  asOf: number,
  into: Evaluation,
  scratch: Scratch,
): void {
  const { bounds, tail } = program;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    let duty = NO_DAY;
    let opened = NO_DAY;
    let { ref } = program;
    for (let index = 0; index < bounds.length; index++) {
      const bound = bounds[index] as QuickBound;
      const event = (columns.days[bound.slot] as Int32Array)[row] as number;
      if (event <= UNKNOWN_DAY) {
        duty = UNKNOWN_DAY;
        break;
      }
      const end = bound.fromYearEnd
        ? endOfYear(event, bound.years)
        : addYears(event, bound.years, bound.leap === 1);
      if (end > duty) duty = end;
      if (end + bound.opens > opened) {
        opened = end + bound.opens;
        ({ ref } = bound);
      }
    }
    if (duty === UNKNOWN_DAY) {
      keep(scratch, row);
      continue;
    }
    const last = tail ? endOfYear(duty, 1) : NO_DAY;
    into.outcome[row] = program.outcome;
    into.reason[row] = code.R_RULE;
    into.rule[row] = ref;
    into.dutyArises[row] = duty;
    into.earliest[row] = opened;
    into.latest[row] = last;
    into.status[row] = asOf < opened ? code.RUNNING : tail && asOf > last ? code.OVERDUE : code.DUE;
  }
}
