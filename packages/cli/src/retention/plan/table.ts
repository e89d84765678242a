/** A plan in numbers, as a table of text. */
import type { Language } from "@tillit/law-reference";
import {
  type Engine,
  outcomeWords,
  statusWords,
  type SummaryGroup,
  type SummaryYear,
} from "@tillit/retention-policy";

export type PlanNumbers = {
  readonly asOf: string;
  readonly horizon: number;
  readonly total: number;
  readonly rejected: number;
  readonly groups: readonly SummaryGroup[];
  readonly years: readonly SummaryYear[];
  /** Facts that records are undetermined for, and how many. */
  readonly missing: readonly { readonly name: string; readonly units: number }[];
};

/** The title of a numbered rule in the language asked for. */
export function titleOf(engine: Engine, number: number, lang: Language): string {
  const id = engine.ruleRef(number)?.rule;
  if (id === undefined) return lang === "sv" ? "ingen regel" : "no rule";
  const { rules, otherwise } = engine.ruleSet;
  const title = (
    rules.find((rule) => rule.id === id) ?? { title: otherwise.find((entry) => entry.id === id)?.note }
  ).title;
  return title === undefined ? id : (title[lang] ?? title.sv).replace(/\.$/, "");
}

/** The name of a fact in the language asked for. */
export function factName(engine: Engine, name: string, lang: Language): string {
  const title = engine.ruleSet.vocabulary[name]?.title;
  return title === undefined ? name : (title[lang] ?? title.sv);
}

/** Years within the horizon; what is due already stands in the year asked about. */
export function horizonYears({ asOf, horizon, years }: PlanNumbers): SummaryYear[] {
  const first = Number(asOf.slice(0, 4));
  const merged = new Map<string, SummaryYear>();
  for (const entry of years) {
    const year = Math.max(entry.year, first);
    if (year > first + horizon) continue;
    const key = `${year} ${entry.rule}`;
    merged.set(key, { year, rule: entry.rule, units: entry.units + (merged.get(key)?.units ?? 0) });
  }
  return [...merged.values()].toSorted((a, b) => a.year - b.year || b.units - a.units);
}

function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (right.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function planTable(engine: Engine, numbers: PlanNumbers, lang: Language): string {
  const sv = lang === "sv";
  const groups = [
    sv ? ["antal", "utfall", "status", "regel"] : ["units", "outcome", "status", "rule"],
    ...numbers.groups.map(({ units, outcome, status, rule }) => [
      String(units),
      outcomeWords[outcome][lang],
      statusWords[status][lang],
      titleOf(engine, rule, lang),
    ]),
  ];
  const years = [
    sv ? ["år", "antal", "regel"] : ["year", "units", "rule"],
    ...horizonYears(numbers).map(({ year, units, rule }) => [
      String(year),
      String(units),
      titleOf(engine, rule, lang),
    ]),
  ];
  const [records, refused] = sv
    ? [numbers.total === 1 ? "handling" : "handlingar", numbers.rejected === 1 ? "avvisad" : "avvisade"]
    : [numbers.total === 1 ? "record" : "records", "rejected"];
  const head = `${numbers.total} ${records} ${sv ? "per" : "on"} ${numbers.asOf}, ${numbers.rejected} ${refused}`;
  const missing = [
    sv ? ["antal", "saknad uppgift"] : ["units", "missing fact"],
    ...numbers.missing.map(({ name, units }) => [String(units), `${factName(engine, name, lang)} (${name})`]),
  ];
  const tables = [columns(groups, new Set([0])), columns(years, new Set([1]))];
  if (numbers.missing.length > 0) tables.push(columns(missing, new Set([0])));
  return `${head}\n\n${tables.join("\n\n")}\n`;
}
