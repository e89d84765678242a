/** Conditions in Kleene's three values, compiled to nodes that can be decided early by the classes of a record. */
import { dayOfMonth, NO_DAY, parseDay, UNKNOWN_DAY } from "../day/civil-day.ts";
import { RetentionError } from "../errors.ts";
import type { Condition, RuleSet } from "../schema/rule-set.ts";
import { acceptedBy, type Domain } from "./domain.ts";

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = 0 | 1 | 2;

/** What an atom reads, for traces. */
export interface Atom {
  readonly field: string;
  readonly code: "IS" | "IN" | "IN_SET" | "GIVEN" | "DAY_OF_MONTH" | "BEFORE" | "ON_OR_AFTER";
  readonly want: string | number | boolean | readonly (string | number)[];
}

export type Node =
  | { readonly op: "const"; readonly value: Truth }
  | { readonly op: "class"; readonly slot: number; readonly truth: Uint8Array; readonly atom: Atom }
  | {
      readonly op: "day";
      readonly slot: number;
      readonly day: number;
      readonly before: boolean;
      /** Absent counts as later than every day (version picked by an event), not as later than asOf. */
      readonly absentIsLater: boolean;
      readonly atom: Atom;
    }
  | { readonly op: "dayOfMonth"; readonly slot: number; readonly mask: number; readonly atom: Atom }
  | { readonly op: "given"; readonly slot: number; readonly want: boolean; readonly atom: Atom }
  | { readonly op: "all" | "any"; readonly nodes: readonly Node[] }
  | { readonly op: "not"; readonly node: Node };

/** A node that reads one field. */
export type AtomNode = Extract<Node, { readonly atom: Atom }>;

export const always: Node = { op: "const", value: TRUE };

/** A condition that reads one field. */
type FieldCondition = Extract<Condition, { readonly field: string }>;

function atomOf(condition: FieldCondition): Atom {
  const { field } = condition;
  if ("is" in condition) return { field, code: "IS", want: condition.is };
  if ("in" in condition) return { field, code: "IN", want: condition.in };
  if ("inSet" in condition) return { field, code: "IN_SET", want: condition.inSet };
  if ("given" in condition) return { field, code: "GIVEN", want: condition.given };
  if ("dayOfMonthIn" in condition) return { field, code: "DAY_OF_MONTH", want: condition.dayOfMonthIn };
  if ("before" in condition) return { field, code: "BEFORE", want: condition.before };
  return { field, code: "ON_OR_AFTER", want: condition.onOrAfter };
}

function compileAtom(condition: FieldCondition, domain: Domain, ruleSet: RuleSet, at: string): Node {
  const atom = atomOf(condition);
  const dayField = domain.dayField.get(condition.field);
  if (dayField !== undefined) {
    const { slot } = dayField;
    if ("before" in condition)
      return {
        op: "day",
        slot,
        day: parseDay(condition.before, at),
        before: true,
        absentIsLater: false,
        atom,
      };
    if ("onOrAfter" in condition)
      return {
        op: "day",
        slot,
        day: parseDay(condition.onOrAfter, at),
        before: false,
        absentIsLater: false,
        atom,
      };
    if ("given" in condition) return { op: "given", slot, want: condition.given, atom };
    if ("dayOfMonthIn" in condition)
      return {
        op: "dayOfMonth",
        slot,
        mask: condition.dayOfMonthIn.reduce((m, d) => m | (1 << (d - 1)), 0),
        atom,
      };
    throw new RetentionError("RULES_MALFORMED", "a day is compared with before or onOrAfter", at);
  }
  const field = domain.classField.get(condition.field);
  if (field === undefined)
    throw new RetentionError("RULES_MALFORMED", "a condition names a field outside the vocabulary", at);
  const truth = new Uint8Array(field.value.length);
  truth[0] = UNKNOWN;
  if ("given" in condition) {
    truth[1] = condition.given ? FALSE : TRUE;
    truth.fill(condition.given ? TRUE : FALSE, 2);
    return { op: "class", slot: field.slot, truth, atom };
  }
  const accepted = acceptedBy(condition, ruleSet);
  if (accepted === undefined)
    throw new RetentionError("RULES_MALFORMED", "this field cannot be compared with a day", at);
  if ("inSet" in condition && ruleSet.sets[condition.inSet] === undefined)
    throw new RetentionError("RULES_MALFORMED", "a condition names a set that does not exist", at);
  for (const value of accepted)
    if (!field.classOf.has(value as string))
      throw new RetentionError("RULES_MALFORMED", "a condition names a value its field cannot have", at);
  for (const [value, index] of field.classOf) truth[index] = accepted.has(value) ? TRUE : FALSE;
  // Absent "none" on a boolean means no: { is: false } holds for it.
  truth[1] = accepted.has(false) ? TRUE : FALSE;
  return { op: "class", slot: field.slot, truth, atom };
}

/** @throws {RetentionError} RULES_MALFORMED */
export function compileCondition(condition: Condition, domain: Domain, ruleSet: RuleSet, at: string): Node {
  if ("always" in condition) return always;
  if ("all" in condition)
    return { op: "all", nodes: condition.all.map((inner) => compileCondition(inner, domain, ruleSet, at)) };
  if ("any" in condition)
    return { op: "any", nodes: condition.any.map((inner) => compileCondition(inner, domain, ruleSet, at)) };
  if ("not" in condition) return { op: "not", node: compileCondition(condition.not, domain, ruleSet, at) };
  return compileAtom(condition, domain, ruleSet, at);
}

const constants: readonly Node[] = [
  { op: "const", value: FALSE },
  { op: "const", value: TRUE },
  { op: "const", value: UNKNOWN },
];

/** Decides what the classes decide; what is left reads days only. */
export function decideByClass(node: Node, classes: ArrayLike<number>): Node {
  if (node.op === "class") return constants[node.truth[classes[node.slot] as number] as number] as Node;
  if (node.op === "not") {
    const inner = decideByClass(node.node, classes);
    if (inner.op !== "const") return { op: "not", node: inner };
    return constants[inner.value === UNKNOWN ? UNKNOWN : 1 - inner.value] as Node;
  }
  if (node.op !== "all" && node.op !== "any") return node;
  const decisive = node.op === "all" ? FALSE : TRUE;
  const left: Node[] = [];
  for (const inner of node.nodes) {
    const decided = decideByClass(inner, classes);
    if (decided.op !== "const" || decided.value === UNKNOWN) left.push(decided);
    else if (decided.value === decisive) return decided;
  }
  if (left.length === 0) return constants[1 - decisive] as Node;
  if (left.every((inner) => inner.op === "const")) return constants[UNKNOWN] as Node;
  return left.length === 1 ? (left[0] as Node) : { op: node.op, nodes: left };
}

/** The truth of a node for one row of day columns on one day. */
export function truthOf(node: Node, days: readonly Int32Array[], row: number, asOf: number): Truth {
  switch (node.op) {
    case "const":
      return node.value;
    case "class":
      return UNKNOWN;
    case "day": {
      const day = (days[node.slot] as Int32Array)[row] as number;
      if (day === UNKNOWN_DAY) return UNKNOWN;
      if (day === NO_DAY) {
        if (!node.absentIsLater && asOf < node.day) return UNKNOWN;
        return node.before ? FALSE : TRUE;
      }
      return day < node.day === node.before ? TRUE : FALSE;
    }
    case "dayOfMonth": {
      const day = (days[node.slot] as Int32Array)[row] as number;
      if (day === UNKNOWN_DAY || day === NO_DAY) return UNKNOWN;
      return (node.mask >> (dayOfMonth(day) - 1)) & 1 ? TRUE : FALSE;
    }
    case "given": {
      const day = (days[node.slot] as Int32Array)[row] as number;
      if (day === UNKNOWN_DAY) return UNKNOWN;
      return (day !== NO_DAY) === node.want ? TRUE : FALSE;
    }
    case "not": {
      const inner = truthOf(node.node, days, row, asOf);
      return inner === UNKNOWN ? UNKNOWN : inner === TRUE ? FALSE : TRUE;
    }
    default: {
      const decisive = node.op === "all" ? FALSE : TRUE;
      let result: Truth = node.op === "all" ? TRUE : FALSE;
      for (const inner of node.nodes) {
        const truth = truthOf(inner, days, row, asOf);
        if (truth === decisive) return truth;
        if (truth === UNKNOWN) result = UNKNOWN;
      }
      return result;
    }
  }
}

/** The atoms of a node, in order. */
export function atomsOf(node: Node): AtomNode[] {
  switch (node.op) {
    case "const":
      return [];
    case "not":
      return atomsOf(node.node);
    case "all":
    case "any":
      return node.nodes.flatMap(atomsOf);
    default:
      return [node];
  }
}
