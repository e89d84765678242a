import { compile, diffRules, type RulesDiff, type RuleSet } from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { write, writeJson } from "../../files/output.ts";
import type { CsvArguments } from "../records/csv-input.ts";
import { factsOf } from "../records/facts-input.ts";
import { rulesOf, ruleSetOf } from "./rule-set.ts";

export type DiffOptions = CommonOptions &
  CsvArguments & {
    readonly asOf?: string;
    readonly records?: string;
    readonly within: readonly string[];
    readonly gate?: boolean;
    readonly format: "text" | "json";
  };

/** The limits of a claim come with it; others are given as fact=value. */
async function withinOf(
  after: string,
  options: DiffOptions,
): Promise<Record<string, string | number | boolean>> {
  const limits: Record<string, string | number | boolean> = {};
  if (after.startsWith("claim/")) {
    const { claimedRetention } = await import("@tillit/welfare-law");
    Object.assign(
      limits,
      claimedRetention.find(({ organisation }) => `claim/${organisation}` === after)?.within,
    );
  }
  for (const pair of options.within) {
    const [name, value] = pair.split("=", 2);
    if (name === undefined || value === undefined)
      throw new CommandError("WITHIN_MALFORMED", "a limit is written fact=value");
    limits[name] =
      value === "true" ? true : value === "false" ? false : /^\d{1,3}$/.test(value) ? Number(value) : value;
  }
  return limits;
}

function text(diff: RulesDiff): string {
  const lines = diff.structural.map(({ change, rule, version }) => `${change} ${rule} ${version}`);
  for (const { kind, from, to, gated, before, after, cells } of diff.cells.changes)
    lines.push(
      `${gated ? "gated " : ""}${kind} ${from} → ${to}: ${before.deciding?.rule ?? "–"} ${before.earliest ?? "–"}..${before.latest ?? "–"} → ${after.deciding?.rule ?? "–"} ${after.earliest ?? "–"}..${after.latest ?? "–"} (${cells} cells)`,
    );
  if (diff.records !== undefined) {
    const { total, same, outcomes, movedYears, gated } = diff.records;
    lines.push(`${total} records, ${same} the same, ${gated} towards destruction`);
    for (const [change, units] of Object.entries(outcomes)) lines.push(`  ${change}: ${units}`);
    for (const [years, units] of Object.entries(movedYears))
      lines.push(`  ${Number(years) > 0 ? "+" : ""}${years} y: ${units}`);
  }
  return lines.length === 0 ? "no difference\n" : `${lines.join("\n")}\n`;
}

/** `tillit retention diff`: what the second rule set moves; with --gate exit 1 where anything moves earlier. */
export async function diff(before: string, after: string, options: DiffOptions, io: Io): Promise<void> {
  const first = await ruleSetOf(before, io);
  const second = await rulesOf(after, io);
  const records =
    options.records === undefined
      ? undefined
      : await factsOf(compile(first as RuleSet), io, options.records, options);
  const found = diffRules(first, second, {
    asOf: options.asOf ?? io.today(),
    within: await withinOf(after, options),
    ...(records === undefined ? {} : { records }),
  });
  if (options.format === "json") await writeJson(io, found);
  else await write(io.stdout, text(found));
  if (options.gate === true && found.gated) io.end(exit.findings);
}
