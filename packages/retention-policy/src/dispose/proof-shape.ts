/** Whether what is said to be a proof, a leaf or an execution has the shape of one; files can hold anything. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isFields(value) && names.every((name) => typeof value[name] === "string");
const isListOf = (value: unknown, names: readonly string[]): boolean =>
  Array.isArray(value) && value.every((entry) => hasTexts(entry, names));

const methods: ReadonlySet<unknown> = new Set(["erase", "crypto-erase", "shred", "transfer"]);
const copy = ["system", "kind", "state"];

export function isLeafShaped(leaf: unknown): boolean {
  return hasTexts(leaf, ["record", "rule", "version", "earliest", "executed", "result"]);
}

export function isProofShaped(proof: unknown): boolean {
  if (!isFields(proof) || proof["format"] !== "tillit-disposal/1") return false;
  const { leaves, executed } = proof;
  return (
    hasTexts(proof, ["list", "controller", "decidedAsOf", "author"]) &&
    isListOf(proof["approvals"], ["person", "role", "at"]) &&
    isListOf(proof["totals"], ["rule", "result", "from", "to"]) &&
    isListOf(proof["copies"], copy) &&
    isListOf(proof["dropped"], ["reason"]) &&
    hasTexts(executed, ["from", "to", "by", "method"]) &&
    isFields(leaves) &&
    leaves["alg"] === "sha-256" &&
    typeof leaves["root"] === "string" &&
    Number.isSafeInteger(leaves["count"])
  );
}

export function isExecutionShaped(execution: unknown): boolean {
  return (
    hasTexts(execution, ["controller", "by"]) &&
    methods.has((execution as Fields)["method"]) &&
    isListOf((execution as Fields)["copies"], copy)
  );
}
