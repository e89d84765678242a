/** Exceptions are edges between rules: a rule that applies defeats the rules it is an exception to. */
import { RetentionError } from "../errors.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** A cycle of exception edges as a list of rule ids, or undefined. */
export function exceptionCycle(ruleSet: RuleSet): readonly string[] | undefined {
  const edges = new Map(ruleSet.rules.map((rule) => [rule.id, rule.exceptTo ?? []]));
  const done = new Set<string>();
  for (const start of edges.keys()) {
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const open = new Set([start]);
    while (path.length > 0) {
      const top = path.at(-1) as { id: string; next: number };
      const target = done.has(top.id) ? undefined : edges.get(top.id)?.[top.next++];
      if (target === undefined) {
        done.add(top.id);
        open.delete(top.id);
        path.pop();
      } else if (open.has(target)) {
        return [...path.slice(path.findIndex((step) => step.id === target)).map((step) => step.id), target];
      } else if (edges.has(target) && !done.has(target)) {
        open.add(target);
        path.push({ id: target, next: 0 });
      }
    }
  }
  return undefined;
}

/**
 * Rank of each rule: a rule is judged after all that may defeat it.
 * @throws {RetentionError} RULES_INCONSISTENT on cycles and on exceptions to rules that do not exist
 */
export function exceptionRanks(ruleSet: RuleSet): ReadonlyMap<string, number> {
  const ids = new Set(ruleSet.rules.map((rule) => rule.id));
  for (const rule of ruleSet.rules)
    for (const target of rule.exceptTo ?? [])
      if (!ids.has(target))
        throw new RetentionError("RULES_INCONSISTENT", "an exception to a rule that does not exist", rule.id);
  const cycle = exceptionCycle(ruleSet);
  if (cycle !== undefined)
    throw new RetentionError(
      "RULES_INCONSISTENT",
      "rules are exceptions to each other in a circle",
      cycle[0],
    );
  const ranks = new Map<string, number>([...ids].map((id) => [id, 0]));
  for (let changed = true; changed;) {
    changed = false;
    for (const rule of ruleSet.rules)
      for (const target of rule.exceptTo ?? []) {
        const least = (ranks.get(rule.id) as number) + 1;
        if ((ranks.get(target) as number) >= least) continue;
        ranks.set(target, least);
        changed = true;
      }
  }
  return ranks;
}
