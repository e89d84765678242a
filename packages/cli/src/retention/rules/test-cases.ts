import { compile, type Disposition, type Facts, type RuleSet } from "@tillit/retention-policy";
import { readJson } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { say, write } from "../../files/output.ts";
import { caseKeys, checkKeys } from "./case-keys.ts";
import { kitCases } from "./conformance.ts";
import { rulesOf } from "./rule-set.ts";

/** One case of a table: a question and the part of the answer that is settled. */
export type Case = {
  readonly name: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly expect: Readonly<Record<string, unknown>>;
};

export type TestOptions = CommonOptions & { readonly cases?: string; readonly format: "text" | "ndjson" };

/** The cases of a file, or those that come with the Swedish rules; undefined where there are none. */
export async function casesOf(
  rules: string,
  file: string | undefined,
  io: Io,
): Promise<readonly Case[] | undefined> {
  if (file === undefined)
    return rules === "se/socialtjanst"
      ? (await import("@tillit/welfare-law/retention-cases")).retentionCases
      : undefined;
  if (/\.(jsonl|ndjson)$/i.test(file)) return kitCases(file, io);
  const table = (await readJson(io, file)) as { readonly cases?: readonly Case[] };
  if (!Array.isArray(table.cases))
    throw new CommandError("CASES_MALFORMED", "a case table has a list of cases");
  for (const [at, each] of table.cases.entries()) checkKeys(each, caseKeys, `cases.${at}`);
  return table.cases;
}

function differs(disposition: Disposition, wanted: Readonly<Record<string, unknown>>): string[] {
  const got: Readonly<Record<string, unknown>> = {
    ...disposition,
    rule: disposition.deciding?.rule,
    grade: disposition.deciding?.grade,
  };
  return Object.keys(wanted).filter((key) => JSON.stringify(got[key]) !== JSON.stringify(wanted[key]));
}

/** `tillit retention test`: runs case tables; exit 1 where a case fails. Coverage goes to standard error. */
export async function test(rules: string, options: TestOptions, io: Io): Promise<void> {
  const engine = compile((await rulesOf(rules, io)) as RuleSet);
  const cases = (await casesOf(rules, options.cases, io)) ?? [];
  const decided = new Map<string, number>(engine.ruleSet.rules.map(({ id }) => [id, 0]));
  let failed = 0;
  for (const { name, facts, asOf, expect } of cases) {
    const disposition = engine.decide(facts, asOf);
    const keys = differs(disposition, expect);
    const rule = disposition.deciding?.rule ?? "";
    decided.set(rule, (decided.get(rule) ?? 0) + 1);
    if (keys.length > 0) failed += 1;
    if (options.format === "ndjson")
      await write(
        io.stdout,
        `${JSON.stringify({ name, ok: keys.length === 0, ...(keys.length === 0 ? {} : { differs: keys }) })}\n`,
      );
    else if (keys.length > 0) await write(io.stdout, `failed: ${name}: ${keys.join(", ")}\n`);
  }
  if (options.format === "text") {
    await write(io.stdout, `${cases.length - failed} passed, ${failed} failed\n`);
    for (const [rule, count] of decided) if (count === 0) say(io, `tillit: no case lets ${rule} decide`);
  }
  if (failed > 0) io.end(exit.findings);
}
