/** Quick programs over many rows at once: what does not vary between rows stays outside the loops. */
import { addYears, endOfYear, NO_DAY, quickYears, UNKNOWN_DAY } from "../day/civil-day.ts";
import * as code from "../decide/codes.ts";
import type { Columns } from "./columns.ts";
import type { Evaluation } from "./evaluation.ts";
import type { DayCondition, Group } from "./group.ts";
import { BLOCK } from "./key.ts";
import type { QuickBound, QuickProgram } from "./quick-program.ts";

/** Bit of a mask that says: some day is not known, find out the general way. */
const ASK = 128;

/** Rows of one block, by number; `length` of them count. */
export interface RowList {
  readonly rows: Int32Array;
  length: number;
}

/** Room for a block, used again for every block. */
export interface Scratch {
  /** Rows that have to go the general way. */
  readonly rest: RowList;
  readonly masks: Uint8Array;
  readonly part: Int32Array;
}

export function makeScratch(): Scratch {
  return {
    rest: { rows: new Int32Array(BLOCK), length: 0 },
    masks: new Uint8Array(BLOCK),
    part: new Int32Array(BLOCK),
  };
}

/** Marks in `masks` the rows for which a condition holds. */
function mark(
  condition: DayCondition,
  bit: number,
  columns: Columns,
  asOf: number,
  rows: Int32Array,
  masks: Uint8Array,
): void {
  const column = columns.days[condition.slot] as Int32Array;
  const { day: limit } = condition;
  const below = condition.below ? bit : 0;
  const above = condition.above ? bit : 0;
  const ahead = asOf < condition.openUntil ? ASK : condition.ahead ? bit : 0;
  for (let at = 0; at < rows.length; at++) {
    const day = column[rows[at] as number] as number;
    const found = day === NO_DAY ? ahead : day === UNKNOWN_DAY ? ASK : day < limit ? below : above;
    masks[at] = (masks[at] as number) | found;
  }
}

function keep({ rest }: Scratch, row: number): void {
  rest.rows[rest.length++] = row;
}

/** Leaves rows to the general way. */
export function keepAll({ rest }: Scratch, rows: Int32Array): void {
  rest.rows.set(rows, rest.length);
  rest.length += rows.length;
}

/** Answers that no day changes. */
function runConstant(program: QuickProgram, rows: Int32Array, into: Evaluation): void {
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
function runPeriod(
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
function runPeriods(
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

/** Rows whose rule would have to wait for another of their events go the general way. */
function withoutWaits(
  slots: readonly number[],
  columns: Columns,
  rows: Int32Array,
  scratch: Scratch,
): Int32Array {
  let left = rows;
  for (const slot of slots) {
    const column = columns.days[slot] as Int32Array;
    let kept = 0;
    for (let at = 0; at < left.length; at++) {
      const row = left[at] as number;
      if (column[row] === NO_DAY) rows[kept++] = row;
      else keep(scratch, row);
    }
    left = rows.subarray(0, kept);
  }
  return left;
}

function runProgram(
  program: QuickProgram | null,
  columns: Columns,
  rows: Int32Array,
  asOf: number,
  into: Evaluation,
  scratch: Scratch,
): void {
  if (program === null) {
    keepAll(scratch, rows);
    return;
  }
  const left = withoutWaits(program.waitSlots, columns, rows, scratch);
  const [bound] = program.bounds;
  if (bound === undefined) runConstant(program, left, into);
  else if (program.bounds.length > 1) runPeriods(program, columns, left, asOf, into, scratch);
  else runPeriod(program, bound, columns, left, asOf, into, scratch);
}

/** Runs the rows of a group; `rows` may be put in another order. What has no quick answer is left in `scratch.rest`. */
export function runGroup(
  group: Group,
  columns: Columns,
  rows: Int32Array,
  asOf: number,
  into: Evaluation,
  scratch: Scratch,
): void {
  const { conditions, programs } = group;
  if (conditions.length === 0)
    return runProgram(programs[0] as QuickProgram | null, columns, rows, asOf, into, scratch);
  const masks = scratch.masks.subarray(0, rows.length).fill(0);
  for (let bit = 0; bit < conditions.length; bit++)
    mark(conditions[bit] as DayCondition, 1 << bit, columns, asOf, rows, masks);
  for (let mask = 0; mask < programs.length; mask++) {
    let length = 0;
    for (let at = 0; at < rows.length; at++)
      if (masks[at] === mask) scratch.part[length++] = rows[at] as number;
    if (length > 0)
      runProgram(
        programs[mask] as QuickProgram | null,
        columns,
        scratch.part.subarray(0, length),
        asOf,
        into,
        scratch,
      );
  }
  for (let at = 0; at < rows.length; at++)
    if ((masks[at] as number) >= ASK) keep(scratch, rows[at] as number);
}
