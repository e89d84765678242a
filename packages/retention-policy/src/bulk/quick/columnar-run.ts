/** Runs the rows of a group: each mask of conditions on days has its program. */
import { NO_DAY, UNKNOWN_DAY } from "../../day/civil-day.ts";
import type { Columns } from "../columns.ts";
import type { Evaluation } from "../evaluation.ts";
import type { DayCondition, Group } from "../group.ts";
import { runConstant, runPeriod, runPeriods } from "./loops.ts";
import type { QuickProgram } from "./program.ts";
import { keep, keepAll, type Scratch } from "./scratch-buffer.ts";

/** Bit of a mask that says: some day is not known, find out the general way. */
const ASK = 128;

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
