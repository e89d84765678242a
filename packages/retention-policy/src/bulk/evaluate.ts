/** Evaluates columns of records at once: the same cells and programs that decide one record. */
import { NO_DAY } from "../day/civil-day.ts";
import { type Cell, programAt, resolve } from "../decide/cell.ts";
import * as code from "../decide/codes.ts";
import type { EngineState, Lens } from "../decide/engine-state.ts";
import { emptyResolution, type Resolution } from "../decide/resolution.ts";
import type { Program } from "../decide/program.ts";
import { run } from "../decide/run-program.ts";
import { delayByHolds, heldBy, statusOf } from "../decide/status.ts";
import type { Columns } from "./columns.ts";
import type { Evaluation } from "./evaluation.ts";
import { CellIndex } from "./cell-index.ts";
import { type Group, Groups } from "./group.ts";
import { awaitedRules, BLOCK, type KeyPlan, keyPlan, writeKeys } from "./key.ts";
import { runGroup } from "./quick/columnar-run.ts";
import { keepAll, makeScratch } from "./quick/scratch-buffer.ts";
import { Sorter } from "./sorter.ts";
import { applyWait, awaitedIn, notePeer, type Peers, peersOf } from "./wait.ts";

/** What a second pass over the records of one subject needs to know. */
export interface Waits {
  readonly peers: Peers;
  readonly waiters: number[];
}

function emptyEvaluation(length: number): Evaluation {
  return {
    length,
    outcome: new Uint8Array(length),
    status: new Uint8Array(length),
    reason: new Uint8Array(length),
    dutyArises: new Int32Array(length),
    earliest: new Int32Array(length),
    latest: new Int32Array(length),
    rule: new Uint16Array(length),
  };
}

/** The room of an earlier evaluation, or new room where that is too small. */
function resized(reuse: Evaluation, length: number): Evaluation {
  return reuse.outcome.length < length ? emptyEvaluation(length) : { ...reuse, length };
}

function write(into: Evaluation, row: number, out: Resolution, status: number): void {
  into.outcome[row] = out.outcome;
  into.status[row] = status;
  into.reason[row] = out.reason;
  into.dutyArises[row] = out.duty;
  into.earliest[row] = out.earliest;
  into.latest[row] = out.latest;
  into.rule[row] = out.ref;
}

function finish(columns: Columns, row: number, asOf: number, out: Resolution, waiting: boolean): number {
  const holds = columns.holds.size === 0 ? undefined : columns.holds.get(row);
  if (holds === undefined) return statusOf(out, asOf, false, waiting);
  delayByHolds(holds, asOf, out);
  return statusOf(out, asOf, heldBy(holds, asOf).length > 0, waiting);
}

/** The rules a row's program waits for. */
export function waitedRules(
  lens: Lens,
  cell: Cell,
  columns: Columns,
  row: number,
  asOf: number,
): readonly string[] {
  if (cell.open.length > 0) return [];
  return programAt(lens, cell, columns, row, asOf)?.subjectWaits ?? [];
}

/** The general way, for rows that are not common. */
function evaluateRow(
  lens: Lens,
  cell: Cell,
  columns: Columns,
  row: number,
  asOf: number,
  out: Resolution,
): void {
  const program: Program | undefined =
    cell.open.length === 0 ? programAt(lens, cell, columns, row, asOf) : undefined;
  if (program === undefined) resolve(lens, cell, columns, row, asOf, out);
  else run(program, columns, row, asOf, out);
}

function noteWaits(
  lens: Lens,
  cell: Cell,
  columns: Columns,
  row: number,
  asOf: number,
  waits: Waits,
  awaited: ReadonlySet<string>,
  out: Resolution,
): void {
  const subject = columns.subjects[row] as number;
  if (subject < 0) return;
  for (const rule of awaitedIn(cell, awaited)) notePeer(waits.peers, rule, subject, row, out);
  if (waitedRules(lens, cell, columns, row, asOf).length > 0) waits.waiters.push(row);
}

/** What evaluating under the law of an interval needs again and again. */
interface Bench {
  readonly plan: KeyPlan;
  readonly groups: Groups;
  readonly index: CellIndex;
  readonly awaited: ReadonlySet<string>;
}

const benches = new WeakMap<Lens, Bench>();

function benchOf(state: EngineState, lens: Lens): Bench {
  let bench = benches.get(lens);
  if (bench === undefined) {
    const awaited = awaitedRules(state.rows);
    const groups = new Groups(lens, awaited);
    bench = { plan: keyPlan(lens), groups, index: new CellIndex(lens, groups), awaited };
    benches.set(lens, bench);
  }
  return bench;
}

/**
 * Evaluates all rows on a day. Waits between records of one subject are resolved among the rows given. An
 * evaluation that is no longer needed may be given for its room.
 * @throws {RetentionError} OUT_OF_SUPPORT
 */
export function evaluateColumns(
  state: EngineState,
  columns: Columns,
  asOf: number,
  reuse?: Evaluation,
): Evaluation {
  const lens = state.lensOn(asOf);
  const into = reuse === undefined ? emptyEvaluation(columns.length) : resized(reuse, columns.length);
  const { plan, groups, index, awaited } = benchOf(state, lens);
  const sorter = new Sorter();
  const scratch = makeScratch();
  const out = emptyResolution();
  const waits: Waits | undefined =
    columns.subjectIndex.size === 0 ? undefined : { peers: new Map(), waiters: [] };
  const decide = (cell: Cell, row: number): void => {
    evaluateRow(lens, cell, columns, row, asOf, out);
    if (waits !== undefined) noteWaits(lens, cell, columns, row, asOf, waits, awaited, out);
    write(into, row, out, finish(columns, row, asOf, out, out.waiting !== undefined));
  };
  for (let start = 0; start < columns.length; start += BLOCK) {
    const end = Math.min(columns.length, start + BLOCK);
    writeKeys(plan, columns, start, end);
    index.find(plan.keys, columns, start, end, sorter.entries);
    sorter.sort(index.groupOf, groups.list.length, start, end);
    scratch.rest.length = 0;
    for (let number = 0; number < groups.list.length; number++) {
      const rows = sorter.rowsOf(number);
      if (rows.length === 0) continue;
      const group = groups.list[number] as Group;
      if (waits !== undefined && group.waits) keepAll(scratch, rows);
      else runGroup(group, columns, rows, asOf, into, scratch);
    }
    const { rows, length } = scratch.rest;
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number;
      decide(index.cells[sorter.entries[row - start] as number] as Cell, row);
    }
  }
  for (const row of columns.holds.keys()) {
    evaluateRow(lens, lens.cellAt(columns.classes, row), columns, row, asOf, out);
    write(into, row, out, finish(columns, row, asOf, out, out.waiting !== undefined));
  }
  if (waits !== undefined) secondPass(state, lens, columns, asOf, waits, into);
  return into;
}

function secondPass(
  state: EngineState,
  lens: Lens,
  columns: Columns,
  asOf: number,
  waits: Waits,
  into: Evaluation,
): void {
  const out = emptyResolution();
  for (const row of waits.waiters) {
    const cell = lens.cellAt(columns.classes, row);
    const rules = waitedRules(lens, cell, columns, row, asOf);
    const peer = peersOf(waits.peers, rules, columns.subjects[row] as number);
    if (peer === undefined) continue;
    resolve(lens, cell, columns, row, asOf, out);
    applyWait(out, peer, state.rows);
    write(into, row, out, finish(columns, row, asOf, out, true));
  }
}

/** Whether a row may enter a disposal list. */
export function mayGo(evaluation: Evaluation, row: number): boolean {
  const { outcome, status, earliest } = evaluation;
  return (
    (outcome[row] === code.DISPOSE || outcome[row] === code.TRANSFER) &&
    (status[row] === code.DUE || status[row] === code.OVERDUE) &&
    earliest[row] !== NO_DAY
  );
}
