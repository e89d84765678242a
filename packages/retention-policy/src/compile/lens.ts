/** The law of an interval: which version of each rule is in force between two days on which law changes. */
import type { Otherwise } from "../schema/rule-set.ts";
import { type Node, UNKNOWN } from "./condition.ts";
import type { RuleRow } from "./rule-rows.ts";

/** A rule version in force in an interval, with the guard of its transition joined to its condition. */
export interface Candidate {
  readonly row: RuleRow;
  readonly node: Node;
  readonly defeats: ReadonlySet<string>;
  readonly rank: number;
}

export interface OtherwiseRow {
  readonly entry: Otherwise;
  readonly node: Node;
  readonly index: number;
}

/** Days on which some version begins or ends, in order, the first the start of support. */
export function versionBounds(rows: readonly RuleRow[], from: number): number[] {
  const bounds = new Set([from]);
  for (const row of rows)
    for (const day of [row.from, row.until]) if (day !== undefined && day > from) bounds.add(day);
  return [...bounds].toSorted((a, b) => a - b);
}

/** An event picks the version: the event on or after the version's first day, or still ahead. */
function guard(row: RuleRow, holds: boolean): Node {
  const node: Node = {
    op: "day",
    slot: row.selectSlot,
    day: row.from,
    before: false,
    absentIsLater: true,
    atom: {
      field: row.version.transition?.selectBy?.event ?? "",
      code: "ON_OR_AFTER",
      want: row.version.inForce.from,
    },
  };
  return holds ? node : { op: "not", node };
}

/** The versions that may govern a record on a day; more than one of a rule only where a transition says so. */
function versionsOn(versions: readonly RuleRow[], asOf: number): { row: RuleRow; guards: Node[] }[] {
  const current = versions.findLastIndex(
    (row) => row.from <= asOf && (row.until === undefined || asOf < row.until),
  );
  const found: { row: RuleRow; guards: Node[] }[] = [];
  const guards: Node[] = [];
  for (let index = current; index >= 0; index--) {
    const row = versions[index] as RuleRow;
    if (row.selectSlot < 0) {
      found.push({ row, guards: [...guards] });
      break;
    }
    found.push({ row, guards: [...guards, guard(row, true)] });
    guards.push(guard(row, false));
  }
  return found;
}

/** Candidates of one day, ordered so that a rule comes after all that may defeat it. */
export function candidatesOn(
  rows: readonly RuleRow[],
  ranks: ReadonlyMap<string, number>,
  asOf: number,
): Candidate[] {
  const byRule = new Map<string, RuleRow[]>();
  for (const row of rows) byRule.set(row.rule.id, [...(byRule.get(row.rule.id) ?? []), row]);
  return [...byRule.values()]
    .flatMap((versions) => versionsOn(versions, asOf))
    .map(({ row, guards }) => ({
      row,
      node: guards.length === 0 ? row.node : { op: "all" as const, nodes: [...guards, row.node] },
      defeats: new Set(row.rule.exceptTo ?? []),
      rank: ranks.get(row.rule.id) ?? 0,
    }))
    .toSorted((a, b) => a.rank - b.rank || a.row.index - b.row.index);
}

/** Rules left standing among those that apply: judged in rank order, a defeated rule defeats nobody. */
export function standing(applying: readonly Candidate[]): {
  kept: Candidate[];
  defeated: { candidate: Candidate; by: string }[];
} {
  if (applying.every((candidate) => candidate.defeats.size === 0))
    return { kept: [...applying], defeated: [] };
  const defeatedBy = new Map<string, string>();
  const kept: Candidate[] = [];
  const defeated: { candidate: Candidate; by: string }[] = [];
  for (const candidate of applying) {
    const by = defeatedBy.get(candidate.row.rule.id);
    if (by !== undefined) {
      defeated.push({ candidate, by });
      continue;
    }
    kept.push(candidate);
    for (const target of candidate.defeats)
      if (!defeatedBy.has(target)) defeatedBy.set(target, candidate.row.rule.id);
  }
  return { kept, defeated };
}

/** Whether a node may come out unknown for reasons the classes alone give. */
export function isUndecided(node: Node): boolean {
  if (node.op === "const") return node.value === UNKNOWN;
  if (node.op === "all" || node.op === "any") return node.nodes.some(isUndecided);
  return node.op === "not" && isUndecided(node.node);
}
