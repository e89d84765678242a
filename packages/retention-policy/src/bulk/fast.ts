/**
 * The common programs in a form that runs without calls: an answer that no day changes, or one period and its tail.
 * Whatever is not common goes the general way, so there is one meaning and two speeds.
 */
import { endOfYear, marchYear, NO_DAY, UNKNOWN_DAY, yearEnd, yearsOn } from "../day/civil-day.ts";
import type { Cell } from "../decide/cell.ts";
import * as code from "../decide/codes.ts";
import type { Program } from "../decide/program.ts";
import type { Columns } from "./columns.ts";
import type { Evaluation } from "./evaluation.ts";

/** A program of the common kind. `slot` −1: no day changes the answer. */
interface FastProgram {
  readonly slot: number;
  readonly years: number;
  readonly opens: number;
  readonly fromYearEnd: boolean;
  readonly tail: boolean;
  readonly outcome: number;
  readonly status: number;
  readonly reason: number;
  readonly ref: number;
  /** Events that, if they have happened, call for the general way. */
  readonly waitSlots: readonly number[];
}

function constant(program: Program): FastProgram | undefined {
  const base = { slot: -1, years: 0, opens: 0, fromYearEnd: false, tail: false, waitSlots: [] };
  if (program.mode === "preserve")
    return {
      ...base,
      outcome: code.PRESERVE,
      status: code.SETTLED,
      reason: code.R_RULE,
      ref: (program.deciding?.index ?? -1) + 1,
    };
  if (program.mode !== "otherwise" || program.otherwise === undefined) return undefined;
  const preserve = program.otherwise.entry.outcome === "preserve";
  return {
    ...base,
    outcome: preserve ? code.PRESERVE : code.REVIEW,
    status: preserve ? code.SETTLED : code.DUE,
    reason: code.R_OTHERWISE,
    ref: program.rows + program.otherwise.index + 1,
  };
}

/** The fast form of a program, where it has one. */
export function fastProgram(program: Program): FastProgram | undefined {
  if (program.mode !== "dispose" && program.mode !== "transfer") return constant(program);
  const [row] = program.bounds;
  if (row?.term === undefined || program.bounds.length !== 1 || program.ceilings.length > 0) return undefined;
  const { term, complete } = row;
  if (term.slot < 0 || term.earliestPick || term.periodAux >= 0 || term.leapForward || term.roll === 1)
    return undefined;
  if (term.days !== 0 || term.months % 12 !== 0 || program.notBefore !== NO_DAY) return undefined;
  const tail = program.mode === "dispose" && complete !== "none";
  if (tail && complete !== "endOfNextCalendarYear") return undefined;
  return {
    slot: term.slot,
    years: term.months / 12,
    opens: term.opens,
    fromYearEnd: term.roll === 2,
    tail,
    outcome: program.mode === "dispose" ? code.DISPOSE : code.TRANSFER,
    status: code.DUE,
    reason: code.R_RULE,
    ref: row.index + 1,
    waitSlots: program.ownWaits.map((wait) => wait.ifGivenSlot),
  };
}

const GIVEN = 0;
const BEFORE = 1;
const FROM = 2;

/** Residual conditions as numbers, three each: what is asked, of which column, about which day. */
function flatten(cell: Cell): Int32Array | undefined {
  const flat: number[] = [];
  for (const { node } of cell.residual) {
    if (node.op === "given" && node.want) flat.push(GIVEN, node.slot, 0);
    else if (node.op === "day" && !node.absentIsLater)
      flat.push(node.before ? BEFORE : FROM, node.slot, node.day);
    else return undefined;
  }
  return Int32Array.from(flat);
}

/** Which residual rules of a cell apply to a row, as bits; −1 where the general way has to find out. */
export function residualMask(flat: Int32Array, columns: Columns, row: number, asOf: number): number {
  let mask = 0;
  for (let at = 0, bit = 1; at < flat.length; at += 3, bit <<= 1) {
    const day = (columns.days[flat[at + 1] as number] as Int32Array)[row] as number;
    const kind = flat[at] as number;
    if (day === UNKNOWN_DAY) return -1;
    if (kind === GIVEN) {
      if (day !== NO_DAY) mask |= bit;
      continue;
    }
    const limit = flat[at + 2] as number;
    if (day === NO_DAY) {
      if (asOf < limit) return -1;
      if (kind === FROM) mask |= bit;
    } else if (day < limit === (kind === BEFORE)) mask |= bit;
  }
  return mask;
}

/** Writes the answer of a fast program; false where the general way has to. */
export function runFast(
  fast: FastProgram,
  columns: Columns,
  row: number,
  asOf: number,
  into: Evaluation,
): boolean {
  let duty = NO_DAY;
  let earliest = NO_DAY;
  let latest = NO_DAY;
  let { status } = fast;
  if (fast.slot >= 0) {
    const event = (columns.days[fast.slot] as Int32Array)[row] as number;
    if (event <= UNKNOWN_DAY) return false;
    const { waitSlots } = fast;
    for (let at = 0; at < waitSlots.length; at++)
      if ((columns.days[waitSlots[at] as number] as Int32Array)[row] !== NO_DAY) return false;
    const index = marchYear(event);
    const { years } = fast;
    duty = fast.fromYearEnd ? yearEnd(index, event, years) : yearsOn(index, event, years);
    earliest = duty + fast.opens;
    if (asOf < earliest) status = code.RUNNING;
    if (fast.tail) {
      latest = fast.fromYearEnd ? endOfYear(duty, 1) : yearEnd(index + years, duty, 1);
      if (asOf > latest) status = code.OVERDUE;
    }
  }
  into.outcome[row] = fast.outcome;
  into.status[row] = status;
  into.reason[row] = fast.reason;
  into.dutyArises[row] = duty;
  into.earliest[row] = earliest;
  into.latest[row] = latest;
  into.rule[row] = fast.ref;
  return true;
}

/** Fast programs of a cell by mask; `null` where a program has no fast form. */
export class FastCell {
  readonly cell: Cell;
  private readonly programs: (FastProgram | null)[] = [];
  private readonly programOf: (mask: number) => Program;
  /** Undefined where the cell's rows all go the general way. */
  readonly residual: Int32Array | undefined;
  constructor(cell: Cell, programOf: (mask: number) => Program) {
    this.cell = cell;
    this.programOf = programOf;
    this.residual = cell.open.length === 0 && cell.residual.length <= 6 ? flatten(cell) : undefined;
  }
  at(mask: number): FastProgram | null {
    let program = this.programs[mask];
    if (program === undefined) {
      program = fastProgram(this.programOf(mask)) ?? null;
      this.programs[mask] = program;
    }
    return program;
  }
}
