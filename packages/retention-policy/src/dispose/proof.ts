/** Proof of disposal without personal data: totals, approvals, copies, keyed ids under a Merkle root. */
import { contentHash } from "@tillit/canonical-json";
import type { Day } from "../day/civil-day.ts";
import { RetentionError } from "../errors.ts";
import type { Citation, RuleSet } from "../schema/rule-set.ts";
import { keyedId } from "./keyed-id.ts";
import { leadsTo, pathTo, rootOver } from "./leaf-tree.ts";
import type { Copies, Execution } from "./execution.ts";
import { isExecutionShaped, isLeafShaped, isProofShaped } from "./proof-shape.ts";
import type { Approval, DisposalList, DropReason, ItemResult, ListItem } from "./list/list.ts";

/** One executed item; `record` is the id under the controller's key. */
export interface ProofLeaf {
  readonly record: string;
  readonly rule: string;
  readonly version: Day;
  readonly earliest: Day;
  readonly latest?: Day;
  readonly executed: Day;
  readonly result: ItemResult;
}

export interface DisposalProof {
  readonly format: "tillit-disposal/1";
  readonly list: string;
  readonly controller: string;
  readonly ruleSet: DisposalList["ruleSet"];
  readonly authority: readonly Citation[];
  readonly decidedAsOf: Day;
  readonly author: string;
  readonly approvals: readonly Approval[];
  readonly executed: {
    readonly from: Day;
    readonly to: Day;
    readonly by: string;
    readonly method: Execution["method"];
  };
  readonly totals: readonly {
    readonly rule: string;
    readonly result: ItemResult;
    readonly units: number;
    readonly from: Day;
    readonly to: Day;
  }[];
  readonly copies: readonly Copies[];
  readonly dropped: readonly { readonly reason: DropReason; readonly units: number }[];
  readonly leaves: { readonly count: number; readonly root: string; readonly alg: "sha-256" };
  readonly previous?: string;
}

function leafOf(item: ListItem, key: Uint8Array): ProofLeaf {
  if (item.result === undefined || item.executed === undefined)
    throw new RetentionError("PROOF_MALFORMED", "a proof is made of an executed list");
  return {
    record: keyedId(key, item.record),
    rule: item.rule,
    version: item.version,
    earliest: item.earliest,
    ...(item.latest === undefined ? {} : { latest: item.latest }),
    executed: item.executed,
    result: item.result,
  };
}

const least = (days: readonly Day[]): Day => days.reduce((a, b) => (b < a ? b : a));
const greatest = (days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a));

function totalsOf(leaves: readonly ProofLeaf[]): DisposalProof["totals"] {
  const groups = new Map<string, ProofLeaf[]>();
  for (const leaf of leaves) {
    const key = `${leaf.rule} ${leaf.result}`;
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [ProofLeaf, ...ProofLeaf[]];
    const days = group.map(({ earliest }) => earliest);
    return {
      rule: first.rule,
      result: first.result,
      units: group.length,
      from: least(days),
      to: greatest(days),
    };
  });
}

/**
 * The proof of an executed list and its leaves in order.
 * @throws {RetentionError} PROOF_MALFORMED where the list is not executed, or nothing says how; UNKNOWN_KEY where the
 * execution says what nobody reads
 */
export function disposalProof(
  list: DisposalList,
  ruleSet: RuleSet,
  execution: Execution,
  key: Uint8Array,
): { proof: DisposalProof; leaves: readonly ProofLeaf[] } {
  if (list.status !== "executed" || list.items.length === 0)
    throw new RetentionError("PROOF_MALFORMED", "a proof is made of an executed list");
  if (!isExecutionShaped(execution))
    throw new RetentionError("PROOF_MALFORMED", "an execution names controller, method, executor and copies");
  const leaves = list.items
    .map((item) => leafOf(item, key))
    .toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const days = leaves.map(({ executed }) => executed);
  const reasons = new Map<DropReason, number>();
  for (const { reason } of list.dropped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const used = new Set(leaves.map(({ rule, version }) => `${rule} ${version}`));
  const authority = ruleSet.rules.flatMap((rule) =>
    rule.versions
      .filter((version) => used.has(`${rule.id} ${version.inForce.from}`))
      .flatMap((version) => version.cite),
  );
  const proof: DisposalProof = {
    format: "tillit-disposal/1",
    list: list.id,
    controller: execution.controller,
    ruleSet: list.ruleSet,
    authority: [...new Map(authority.map((cite) => [JSON.stringify(cite), cite])).values()],
    decidedAsOf: list.asOf,
    author: list.author,
    approvals: list.approvals,
    executed: { from: least(days), to: greatest(days), by: execution.by, method: execution.method },
    totals: totalsOf(leaves),
    copies: execution.copies,
    dropped: [...reasons].map(([reason, units]) => ({ reason, units })),
    leaves: { count: leaves.length, root: rootOver(leaves), alg: "sha-256" },
    ...(execution.previous === undefined ? {} : { previous: execution.previous }),
  };
  return { proof, leaves };
}

/** What is wrong with a proof; an empty list means it holds. */
export type ProofProblem = "FORMAT" | "COUNT" | "ROOT" | "TOTALS" | "TWO_PERSONS" | "TOO_EARLY" | "PREVIOUS";

/** Checks a proof against its leaves and, where given, the proof before it. */
export function verifyDisposalProof(
  proof: DisposalProof,
  leaves: readonly ProofLeaf[],
  before?: DisposalProof,
): ProofProblem[] {
  const problems: ProofProblem[] = [];
  if (!isProofShaped(proof) || !leaves.every((leaf) => isLeafShaped(leaf))) return ["FORMAT"];
  if (proof.leaves.count !== leaves.length) problems.push("COUNT");
  if (proof.leaves.root !== rootOver(leaves)) problems.push("ROOT");
  if (leaves.length > 0 && contentHash(totalsOf(leaves)) !== contentHash(proof.totals))
    problems.push("TOTALS");
  const persons = new Set([proof.author, ...proof.approvals.map(({ person }) => person)]);
  if (
    persons.size < 2 ||
    proof.approvals.length === 0 ||
    proof.approvals.some(({ person }) => person === proof.author)
  )
    problems.push("TWO_PERSONS");
  if (leaves.some((leaf) => leaf.executed < leaf.earliest)) problems.push("TOO_EARLY");
  if (before !== undefined && proof.previous !== contentHash(before)) problems.push("PREVIOUS");
  return problems;
}

/** Evidence that one record was in a disposal: its leaf, its place, the path to the root. */
export interface Inclusion {
  readonly leaf: ProofLeaf;
  readonly index: number;
  readonly path: readonly string[];
}

/** Answers "was this record disposed of, when, why" for whoever holds the key; undefined where it was not. */
export function proveDisposal(
  leaves: readonly ProofLeaf[],
  key: Uint8Array,
  record: string,
): Inclusion | undefined {
  const wanted = keyedId(key, record);
  const index = leaves.findIndex((leaf) => leaf.record === wanted);
  const leaf = leaves[index];
  if (leaf === undefined) return undefined;
  return {
    leaf,
    index,
    path: pathTo(leaves, index),
  };
}

/** Whether an inclusion leads to the root of a proof. */
export function verifyDisposal(proof: DisposalProof, inclusion: Inclusion): boolean {
  return leadsTo(proof.leaves, inclusion);
}
