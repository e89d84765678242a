/** The class vector of a row as one integer, block by block. */
import type { RuleRow } from "../compile/rule-rows.ts";
import type { Node } from "../compile/condition.ts";
import type { Lens } from "../decide/engine-state.ts";
import type { Columns } from "./columns.ts";

/** Rows per block: small enough for the first cache, large enough to forget the loop. */
export const BLOCK = 4096;

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

/** Ids of the rules that some rule waits for. */
export function awaitedRules(rows: readonly RuleRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.subjectWaits));
}
