import { compile, type Engine, parseRuleSet, type RuleSet } from "@tillit/retention-policy";
import { readNamedJson } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";

const swedish = "se/socialtjanst";
const claim = "claim/";
const notFound = "there is no rule set of this name, and no such file";

/** The rule set of a name (`se/socialtjanst`, `claim/<organisation>`) or of a file, unread. */
export async function rulesOf(rules: string, io: Io): Promise<unknown> {
  if (rules === swedish) return (await import("@tillit/welfare-law")).retentionRules;
  if (!rules.startsWith(claim)) return readNamedJson(io, rules, "RULES_NOT_FOUND", notFound);
  const { claimedRetention } = await import("@tillit/welfare-law");
  const found = claimedRetention.find(({ organisation }) => organisation === rules.slice(claim.length));
  if (found === undefined) throw new CommandError("RULES_NOT_FOUND", notFound);
  return found.rules;
}

/** The same, read and found to follow its schema. */
export async function ruleSetOf(rules: string, io: Io): Promise<RuleSet> {
  return parseRuleSet(await rulesOf(rules, io));
}

/** The engine of the named rule set, or of a rule file. */
export async function engineOf(rules: string, io: Io): Promise<Engine> {
  return compile((await rulesOf(rules, io)) as RuleSet);
}
