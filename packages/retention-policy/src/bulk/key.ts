/** The class vector of a row as one integer, block by block, and the cell it leads to. */
import type { RuleRow } from "../compile/rule-rows.ts";
import type { Node } from "../compile/condition.ts";
import { programOfMask } from "../decide/cell.ts";
import type { Lens } from "../decide/engine-state.ts";
import type { Columns } from "./columns.ts";
import { FastCell } from "./fast.ts";

/** Rows per block: small enough for the first cache, large enough to forget the loop. */
export const BLOCK = 2048;

/** Slots of the enumerated fields some rule reads, and how many classes each has. */
export interface KeyPlan {
  readonly slots: readonly number[];
  readonly counts: readonly number[];
  /** Room for the keys of a block: integers where they fit, which is faster. */
  readonly keys: Int32Array | Float64Array;
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
  const counts = slots.map((slot) => lens.domain.classes[slot]?.value.length ?? 2);
  const size = counts.reduce((product, count) => product * count, 1);
  return { slots, counts, keys: size < 2 ** 31 ? new Int32Array(BLOCK) : new Float64Array(BLOCK) };
}

/** Writes the keys of a block; exact up to 2^53. */
export function writeKeys(plan: KeyPlan, columns: Columns, start: number, end: number): void {
  const { keys, slots, counts } = plan;
  keys.fill(0, 0, end - start);
  let first = 0;
  if (keys instanceof Int32Array)
    for (; first + 4 <= slots.length; first += 4) addFour(keys, plan, columns, first, start, end);
  for (let index = first; index < slots.length; index++) {
    const column = columns.classes[slots[index] as number] as Uint8Array;
    if (keys instanceof Int32Array) addSmall(keys, column, counts[index] as number, start, end);
    else addLarge(keys, column, counts[index] as number, start, end);
  }
}

/** Four columns in one pass. */
function addFour(
  keys: Int32Array,
  plan: KeyPlan,
  columns: Columns,
  first: number,
  start: number,
  end: number,
): void {
  const [a, b, c, d] = [0, 1, 2, 3].map((more) => columns.classes[plan.slots[first + more] as number]) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [n, o, p, q] = plan.counts.slice(first, first + 4) as [number, number, number, number];
  for (let row = start; row < end; row++) {
    const inner = ((a[row] as number) * o + (b[row] as number)) * p + (c[row] as number);
    keys[row - start] =
      Math.imul(keys[row - start] as number, n * o * p * q) + inner * q + (d[row] as number);
  }
}

function addSmall(keys: Int32Array, column: Uint8Array, count: number, start: number, end: number): void {
  for (let row = start; row < end; row++)
    keys[row - start] = Math.imul(keys[row - start] as number, count) + (column[row] as number);
}

function addLarge(keys: Float64Array, column: Uint8Array, count: number, start: number, end: number): void {
  for (let row = start; row < end; row++)
    keys[row - start] = (keys[row - start] as number) * count + (column[row] as number);
}

/** Cells by key in open addressing: no allocation and no boxed number on the way. */
export class CellIndex {
  private slots = 1 << 12;
  private keys = new Float64Array(this.slots).fill(-1);
  private places = new Int32Array(this.slots);
  readonly list: FastCell[] = [];
  private readonly lens: Lens;
  constructor(lens: Lens) {
    this.lens = lens;
  }
  /** The cell of a row whose key is known. */
  find(key: number, columns: Columns, row: number): FastCell {
    const mask = this.slots - 1;
    let place = hash(key) & mask;
    for (;;) {
      const found = this.keys[place] as number;
      if (found === key) return this.list[this.places[place] as number] as FastCell;
      if (found === -1) break;
      place = (place + 1) & mask;
    }
    const cell = this.lens.cellAt(columns.classes, row);
    const fast = new FastCell(cell, (bits) => programOfMask(this.lens, cell, bits));
    this.places[place] = this.list.push(fast) - 1;
    this.keys[place] = key;
    if (this.list.length * 2 > this.slots) this.grow();
    return fast;
  }
  private grow(): void {
    const [keys, places] = [this.keys, this.places];
    this.slots *= 2;
    this.keys = new Float64Array(this.slots).fill(-1);
    this.places = new Int32Array(this.slots);
    const mask = this.slots - 1;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (key === -1) continue;
      let place = hash(key) & mask;
      while (this.keys[place] !== -1) place = (place + 1) & mask;
      this.keys[place] = key;
      this.places[place] = places[at] as number;
    }
  }
}

function hash(key: number): number {
  const low = key | 0;
  const mixed = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul((key / 4_294_967_296) | 0, 0x297a2d39);
  return mixed ^ (mixed >>> 13);
}

/** Ids of the rules that some rule waits for. */
export function awaitedRules(rows: readonly RuleRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.subjectWaits));
}
