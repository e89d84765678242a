/**
 * A cell is what the enumerated facts of a record alone decide: rules that apply or not whatever the days are,
 * rules whose answer needs a day, and, where a fact is not known, the cells of every value it could have.
 */
import { decideByClass, type Node, TRUE, truthOf, UNKNOWN } from "../compile/condition.ts";
import { CLASS_NONE, CLASS_UNKNOWN, type Domain } from "../compile/domain.ts";
import { type Candidate, isUndecided, type OtherwiseRow, standing } from "../compile/lens.ts";
import type { TermColumns } from "../compile/term.ts";
import * as code from "./codes.ts";
import { emptyResolution, type Resolution } from "./resolution.ts";
import { type Program, programOf } from "./program.ts";
import { run } from "./run-program.ts";

/** More completions than this are not tried: the record is then undetermined, every unknown fact missing. */
const MAX_COMPLETIONS = 4096;
const MAX_OPEN_RULES = 10;

interface Residual {
  readonly candidate: Candidate;
  readonly node: Node;
}

export interface Cell {
  readonly classes: Uint8Array;
  readonly certain: readonly Candidate[];
  readonly residual: readonly Residual[];
  /** The one program, where no day can change which rules apply. */
  readonly only: Program | undefined;
  readonly programs: Map<number, Program>;
  /** Fields not known that some rule needs; empty where the cell is complete. */
  readonly open: readonly number[];
  /** Cells of all values of the open fields, first field slowest; undefined where there are too many. */
  readonly completions: readonly Cell[] | undefined;
}

/** The cells of one interval of law, made when first asked for. */
export interface CellMaker {
  readonly domain: Domain;
  readonly candidates: readonly Candidate[];
  readonly otherwise: readonly OtherwiseRow[];
  readonly rows: number;
  cellOf(classes: Uint8Array): Cell;
}

function programFor(maker: CellMaker, cell: Pick<Cell, "classes">, applying: readonly Candidate[]): Program {
  const otherwise = maker.otherwise.find((entry) => {
    const node = decideByClass(entry.node, cell.classes);
    return node.op === "const" && node.value === TRUE;
  });
  return programOf(standing(applying).kept, otherwise, maker.rows);
}

function openSlots(maker: CellMaker, classes: Uint8Array): number[] {
  const read = new Set<number>();
  const visit = (node: Node): void => {
    if (node.op === "class") read.add(node.slot);
    else if (node.op === "not") visit(node.node);
    else if (node.op === "all" || node.op === "any") for (const inner of node.nodes) visit(inner);
  };
  for (const { node } of [...maker.candidates, ...maker.otherwise])
    if (isUndecided(decideByClass(node, classes))) visit(node);
  return [...read].filter((slot) => classes[slot] === CLASS_UNKNOWN).toSorted((a, b) => a - b);
}

function completionsOf(maker: CellMaker, classes: Uint8Array, open: readonly number[]): Cell[] | undefined {
  let count = 1;
  for (const slot of open) count *= classCount(maker, slot);
  if (count > MAX_COMPLETIONS) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const complete = classes.slice();
    let left = index;
    for (const slot of open.toReversed()) {
      complete[slot] = firstClass(maker, slot) + (left % classCount(maker, slot));
      left = Math.floor(left / classCount(maker, slot));
    }
    return maker.cellOf(complete);
  });
}

/** The first class a field that is not known could have: none, where absence is an answer, else a value's. */
function firstClass(maker: CellMaker, slot: number): number {
  return maker.domain.classes[slot]?.absent === CLASS_NONE ? CLASS_NONE : CLASS_NONE + 1;
}

/** Number of classes a field that is not known could have. */
export function classCount(maker: CellMaker, slot: number): number {
  return (maker.domain.classes[slot]?.value.length ?? 2) - firstClass(maker, slot);
}

/** Builds the cell of a class vector. */
export function makeCell(maker: CellMaker, classes: Uint8Array): Cell {
  const open = openSlots(maker, classes);
  const certain: Candidate[] = [];
  const residual: Residual[] = [];
  for (const candidate of maker.candidates) {
    const node = decideByClass(candidate.node, classes);
    if (node.op !== "const") residual.push({ candidate, node });
    else if (node.value === TRUE) certain.push(candidate);
  }
  const cell = { classes, certain, residual };
  return {
    ...cell,
    only: open.length === 0 && residual.length === 0 ? programFor(maker, cell, certain) : undefined,
    programs: new Map(),
    open,
    completions: open.length === 0 ? undefined : completionsOf(maker, classes, open),
  };
}

/** The program of a cell when the residual rules of the mask apply. */
export function programOfMask(maker: CellMaker, cell: Cell, mask: number): Program {
  let program = cell.programs.get(mask);
  if (program === undefined) {
    const applies = new Set(cell.certain);
    cell.residual.forEach(({ candidate }, index) => {
      if ((mask >> index) & 1) applies.add(candidate);
    });
    program = programFor(
      maker,
      cell,
      maker.candidates.filter((candidate) => applies.has(candidate)),
    );
    cell.programs.set(mask, program);
  }
  return program;
}

/** Whether two resolutions say the same thing about a record. */
export function sameAnswer(a: Resolution, b: Resolution): boolean {
  return (
    a.outcome === b.outcome &&
    a.pending === b.pending &&
    a.earliest === b.earliest &&
    a.latest === b.latest &&
    a.duty === b.duty &&
    a.receiver === b.receiver &&
    (a.waiting === undefined) === (b.waiting === undefined) &&
    (a.outcome !== code.UNDETERMINED || a.reason === b.reason)
  );
}

/** Makes a resolution say that a fact is missing. */
export function undetermined(out: Resolution): void {
  Object.assign(out, emptyResolution());
}

/** The program that governs a row of a complete cell, or undefined where a day is not known or lies ahead. */
export function programAt(
  maker: CellMaker,
  cell: Cell,
  columns: TermColumns,
  row: number,
  asOf: number,
): Program | undefined {
  if (cell.only !== undefined) return cell.only;
  let mask = 0;
  for (let index = 0; index < cell.residual.length; index++) {
    const truth = truthOf((cell.residual[index] as Residual).node, columns.days, row, asOf);
    if (truth === UNKNOWN) return undefined;
    mask |= truth << index;
  }
  return programOfMask(maker, cell, mask);
}

/** Resolves a row of a complete cell where some rules may or may not apply: both ways, or not at all. */
function resolveOpenDays(
  maker: CellMaker,
  cell: Cell,
  columns: TermColumns,
  row: number,
  asOf: number,
  out: Resolution,
): void {
  let sure = 0;
  const unsure: number[] = [];
  cell.residual.forEach(({ node }, index) => {
    const truth = truthOf(node, columns.days, row, asOf);
    if (truth === UNKNOWN) unsure.push(index);
    else sure |= truth << index;
  });
  if (unsure.length > MAX_OPEN_RULES) {
    undetermined(out);
    return;
  }
  const other = emptyResolution();
  for (let pick = 0; pick < 1 << unsure.length; pick++) {
    const mask = unsure.reduce((bits, index, at) => bits | (((pick >> at) & 1) << index), sure);
    run(programOfMask(maker, cell, mask), columns, row, asOf, pick === 0 ? out : other);
    if (pick > 0 && !sameAnswer(out, other)) {
      undetermined(out);
      return;
    }
  }
}

/** Resolves one row; what is not known is tried in every way it could be. */
export function resolve(
  maker: CellMaker,
  cell: Cell,
  columns: TermColumns,
  row: number,
  asOf: number,
  out: Resolution,
): void {
  if (cell.open.length === 0) {
    const program = programAt(maker, cell, columns, row, asOf);
    if (program === undefined) resolveOpenDays(maker, cell, columns, row, asOf, out);
    else run(program, columns, row, asOf, out);
    return;
  }
  const { completions } = cell;
  if (completions === undefined) {
    undetermined(out);
    return;
  }
  const other = emptyResolution();
  for (let index = 0; index < completions.length; index++) {
    resolve(maker, completions[index] as Cell, columns, row, asOf, index === 0 ? out : other);
    if (index > 0 && !sameAnswer(out, other)) {
      undetermined(out);
      return;
    }
  }
}
