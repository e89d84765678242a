/**
 * Every combination of enumerated facts that some rule tells apart, found by splitting only where a rule is still
 * undecided. What is left at a leaf reads days alone.
 */
import { decideByClass, type Node, TRUE } from "../compile/condition.ts";
import { CLASS_NONE, type Domain } from "../compile/domain.ts";

/** A node being decided, and what it belongs to. */
export interface Open<T> {
  readonly of: T;
  readonly node: Node;
}

/** A combination of classes in which every node is decided but for days. Classes no node reads stay 0. */
export interface Leaf<T> {
  readonly classes: Uint8Array;
  readonly certain: readonly T[];
  readonly residual: readonly Open<T>[];
}

function firstSlot(nodes: readonly Open<unknown>[]): number {
  const counts = new Map<number, number>();
  const visit = (node: Node): void => {
    if (node.op === "class") counts.set(node.slot, (counts.get(node.slot) ?? 0) + 1);
    else if (node.op === "not") visit(node.node);
    else if (node.op === "all" || node.op === "any") for (const inner of node.nodes) visit(inner);
  };
  for (const { node } of nodes) visit(node);
  let best = -1;
  for (const [slot, count] of counts) if (best < 0 || count > (counts.get(best) as number)) best = slot;
  return best;
}

interface Branch<T> {
  readonly classes: Uint8Array;
  readonly certain: readonly T[];
  readonly open: readonly Open<T>[];
}

/** A branch with one field decided. */
function takeClass<T>(branch: Branch<T>, [slot, index]: readonly [number, number]): Branch<T> {
  const classes = branch.classes.slice();
  classes[slot] = index;
  const certain = [...branch.certain];
  const left: Open<T>[] = [];
  for (const { of, node } of branch.open) {
    const decided = decidePartly(node, slot, index);
    if (decided.op !== "const") left.push({ of, node: decided });
    else if (decided.value === TRUE) certain.push(of);
  }
  return { classes, certain, open: left };
}

/** Leaves, one at a time; stops after `limit`, which the caller reports. */
export function* explore<T>(
  domain: Domain,
  open: readonly Open<T>[],
  limit = 1_000_000,
  fixed: ReadonlyMap<number, number> = new Map(),
): Generator<Leaf<T>> {
  let leaves = 0;
  const stack: Branch<T>[] = [
    [...fixed].reduce<Branch<T>>(takeClass, {
      classes: new Uint8Array(domain.classes.length),
      certain: [],
      open,
    }),
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const slot = firstSlot(top.open);
    if (slot < 0) {
      if (leaves++ >= limit) return;
      yield { classes: top.classes, certain: top.certain, residual: top.open };
      continue;
    }
    const field = domain.classes[slot];
    if (field === undefined) continue;
    const first = field.absent === CLASS_NONE ? CLASS_NONE : CLASS_NONE + 1;
    for (let index = field.value.length - 1; index >= first; index--) {
      stack.push(takeClass(top, [slot, index]));
    }
  }
}

/** Decides the atoms of one slot, leaves all others. */
function decidePartly(node: Node, slot: number, index: number): Node {
  if (node.op === "class") return node.slot === slot ? decideByClass(node, oneClass(slot, index)) : node;
  if (node.op === "not") {
    const inner = decidePartly(node.node, slot, index);
    return inner === node.node
      ? node
      : inner.op === "const"
        ? decideByClass({ op: "not", node: inner }, [])
        : { op: "not", node: inner };
  }
  if (node.op !== "all" && node.op !== "any") return node;
  const decisive = node.op === "all" ? 0 : 1;
  const left: Node[] = [];
  for (const inner of node.nodes) {
    const decided = decidePartly(inner, slot, index);
    if (decided.op !== "const") left.push(decided);
    else if (decided.value === decisive) return decided;
  }
  if (left.length === 0) return { op: "const", value: decisive === 0 ? 1 : 0 };
  return left.length === 1 ? (left[0] as Node) : { op: node.op, nodes: left };
}

function oneClass(slot: number, index: number): ArrayLike<number> {
  const classes: number[] = [];
  classes[slot] = index;
  return classes;
}
