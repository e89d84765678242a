/** The class vector of a row as one integer, block by block, and the cell it leads to. */
import type { RuleRow } from "../compile/rule-rows.ts";
import type { Node } from "../compile/condition.ts";
import type { Cell } from "../decide/cell.ts";
import type { Lens } from "../decide/engine-state.ts";
import type { Columns } from "./columns.ts";

/** Rows per block: small enough for the first cache, large enough to forget the loop. */
export const BLOCK = 2048;

/** Slots of the enumerated fields some rule reads, and how many classes each has. */
export interface KeyPlan {
  readonly slots: readonly number[];
  readonly counts: readonly number[];
}

function readSlots(node: Node, into: Set<number>): void {
  if (node.op === "class") into.add(node.slot);
  else if (node.op === "not") readSlots(node.node, into);
  else if (node.op === "all" || node.op === "any") for (const inner of node.nodes) readSlots(inner, into);
}

export function keyPlan(lens: Lens): KeyPlan {
  const read = new Set<number>();
  for (const { node } of [...lens.candidates, ...lens.otherwise]) readSlots(node, read);
  const slots = [...read].toSorted((a, b) => a - b);
  return { slots, counts: slots.map((slot) => lens.domain.classes[slot]?.value.length ?? 2) };
}

/** Writes the keys of a block; exact up to 2^53. */
export function writeKeys(
  plan: KeyPlan,
  columns: Columns,
  start: number,
  end: number,
  keys: Float64Array,
): void {
  keys.fill(0, 0, end - start);
  for (let index = 0; index < plan.slots.length; index++) {
    const column = columns.classes[plan.slots[index] as number] as Uint8Array;
    const count = plan.counts[index] as number;
    for (let row = start; row < end; row++)
      keys[row - start] = (keys[row - start] as number) * count + (column[row] as number);
  }
}

/** Cells by key; the last key is remembered, records often come in runs. */
export class CellIndex {
  private readonly cells = new Map<number, number>();
  readonly list: Cell[] = [];
  private readonly lens: Lens;
  constructor(lens: Lens) {
    this.lens = lens;
  }
  /** Position in `list` of the cell of a row. */
  find(key: number, columns: Columns, row: number): number {
    let index = this.cells.get(key);
    if (index === undefined) {
      const classes = Uint8Array.from(columns.classes, (column) => column[row] as number);
      index = this.list.push(this.lens.cellOf(classes)) - 1;
      this.cells.set(key, index);
    }
    return index;
  }
}

/** Ids of the rules that some rule waits for. */
export function awaitedRules(rows: readonly RuleRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.subjectWaits));
}
