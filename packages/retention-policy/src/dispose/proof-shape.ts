/** Whether what is said to be a proof, a leaf or an execution has the shape of one; files can hold anything. */
import { refuseUnknownKeys } from "../name/known-keys.ts";
import type { Copies, Execution } from "./execution.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isFields(value) && names.every((name) => typeof value[name] === "string");
/** The same, and nothing that nobody reads. */
const hasOnly = (value: unknown, names: readonly string[], more: readonly string[]): boolean =>
  hasTexts(value, names) &&
  Object.keys(value as Fields).every((name) => names.includes(name) || more.includes(name));
const isListOf = (value: unknown, names: readonly string[], more: readonly string[] = []): boolean =>
  Array.isArray(value) && value.every((entry) => hasOnly(entry, names, more));

const methods: ReadonlySet<unknown> = new Set(["erase", "crypto-erase", "shred", "transfer"]);
const copy = ["system", "kind", "state"];
const proofParts = [
  "ruleSet",
  "authority",
  "approvals",
  "executed",
  "totals",
  "copies",
  "dropped",
  "leaves",
  "previous",
];
const executionKeys: ReadonlySet<string> = new Set<keyof Execution>([
  "controller",
  "method",
  "by",
  "copies",
  "previous",
]);
const copyKeys: ReadonlySet<string> = new Set<keyof Copies>(["system", "kind", "state", "by"]);

export function isLeafShaped(leaf: unknown): boolean {
  return hasOnly(leaf, ["record", "rule", "version", "earliest", "executed", "result"], ["latest"]);
}

export function isProofShaped(proof: unknown): boolean {
  if (!isFields(proof) || proof["format"] !== "tillit-disposal/1") return false;
  const { leaves, executed } = proof;
  return (
    hasOnly(proof, ["format", "list", "controller", "decidedAsOf", "author"], proofParts) &&
    hasOnly(proof["ruleSet"], ["id", "release", "hash"], []) &&
    isListOf(proof["approvals"], ["person", "role", "at"], ["comment", "of"]) &&
    isListOf(proof["totals"], ["rule", "result", "from", "to"], ["units"]) &&
    isListOf(proof["copies"], copy, ["by"]) &&
    isListOf(proof["dropped"], ["reason"], ["units"]) &&
    hasOnly(executed, ["from", "to", "by", "method"], []) &&
    hasOnly(leaves, ["alg", "root"], ["count"]) &&
    isFields(leaves) &&
    leaves["alg"] === "sha-256" &&
    typeof leaves["root"] === "string" &&
    Number.isSafeInteger(leaves["count"])
  );
}

/** @throws {RetentionError} UNKNOWN_KEY */
export function isExecutionShaped(execution: unknown): boolean {
  if (!isFields(execution)) return false;
  refuseUnknownKeys(execution, executionKeys);
  const { copies } = execution;
  for (const [at, each] of (Array.isArray(copies) ? copies : []).entries())
    if (isFields(each)) refuseUnknownKeys(each, copyKeys, `copies.${at}.`);
  return (
    hasTexts(execution, ["controller", "by"]) &&
    methods.has(execution["method"]) &&
    isListOf(copies, copy, ["by"])
  );
}
