import { compile, type Engine, type RuleSet } from "@tillit/retention-policy";
import { readJson } from "../input.ts";
import type { Io } from "../io.ts";

const swedish = "se/socialtjanst";

/** The engine of the named rule set, or of a rule file. */
export async function engineOf(rules: string, io: Io): Promise<Engine> {
  if (rules !== swedish) return compile((await readJson(io, rules)) as RuleSet);
  const { retentionRules } = await import("@tillit/welfare-law");
  return compile(retentionRules);
}
