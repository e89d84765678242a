/** Reads a rule set of unknown origin: bounded before it is looked at closely, refused with a code and a path. */
import * as z from "zod";
import { RetentionError } from "../errors.ts";
import { ruleSetSchema } from "./rule-set-schema.ts";
import type { RuleSet } from "./rule-set.ts";
import { schemaRefusal } from "./schema-refusal.ts";

const MAX_NODES = 200_000;
const MAX_DEPTH = 40;

/** Walks without recursion, so that neither depth nor cycles can exhaust the stack. */
function boundSize(root: unknown): void {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let nodes = 0;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    nodes += 1;
    if (nodes > MAX_NODES)
      throw new RetentionError("RULES_TOO_LARGE", `a rule set has at most ${MAX_NODES} values`);
    if (top.depth > MAX_DEPTH)
      throw new RetentionError("RULES_TOO_LARGE", `a rule set is at most ${MAX_DEPTH} levels deep`);
    if (typeof top.value !== "object" || top.value === null) continue;
    if (typeof (top.value as { toJSON?: unknown }).toJSON === "function")
      throw new RetentionError("RULES_MALFORMED", "a rule set is plain data");
    for (const value of Object.values(top.value)) stack.push({ value, depth: top.depth + 1 });
  }
}

/** Rule sets read before. They cannot change, so nobody has to read them again. */
const readBefore = new WeakSet<object>();

function freeze(root: RuleSet): RuleSet {
  const stack: unknown[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop())
    if (typeof value === "object" && value !== null)
      for (const inner of Object.values(Object.freeze(value))) stack.push(inner);
  readBefore.add(root);
  return root;
}

/**
 * The rule set in a JSON value, frozen, or an error that names the first place that is wrong.
 * @throws {RetentionError} RULES_TOO_LARGE, RULES_MALFORMED
 */
export function parseRuleSet(value: unknown): RuleSet {
  if (typeof value === "object" && value !== null && readBefore.has(value)) return value as RuleSet;
  boundSize(value);
  const parsed = ruleSetSchema.safeParse(value);
  if (parsed.success) return freeze(parsed.data);
  throw schemaRefusal(
    "RULES_MALFORMED",
    "the rule set does not follow its schema",
    parsed.error,
    ruleSetSchema,
  );
}

/** The JSON Schema (2020-12) of a rule set, for editors and for vendors in other languages. */
export function ruleSetJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(ruleSetSchema, { io: "input", unrepresentable: "any" }),
    $id: "https://tillit.example/schema/rule-set.json",
    title: "Retention rule set",
  };
}
