/** Tells the author of a rule set of every gap and contradiction before the rules go live. */
import { decideByClass, type Node } from "../compile/condition.ts";
import { parseDay } from "../day/civil-day.ts";
import { type EngineState, makeState } from "../decide/engine-state.ts";
import { decideFacts } from "../decide/decide.ts";
import { makeColumns } from "../bulk/columns.ts";
import { RetentionError } from "../errors.ts";
import type { Facts } from "../facts.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";
import { checkTree } from "../record/record-shape.ts";
import { parseRuleSet } from "../schema/parse-rule-set.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { behaviouralFindings } from "./behaviour.ts";
import type { Diagnostic, Witness } from "./diagnostic.ts";
import { explore } from "./explore.ts";
import { type Finding, finding, structuralFindings } from "./structure.ts";
import { daysThatSatisfy, sampleBirth, sampleDays, witnessFacts } from "./witness.ts";

export interface CheckOptions {
  /** The day of the check; a citation older than `maxAgeMonths` (12) on it is stale. */
  readonly today: string;
  readonly maxAgeMonths?: number;
  /** Cases; a rule that decides none of them is UNTESTED. */
  readonly cases?: readonly { readonly facts: Facts; readonly asOf: string }[];
  /** Records; a fact whose absence blocks more than `blocks` (0.5) of them is UNKNOWN_SENSITIVE. */
  readonly sample?: readonly Facts[];
  readonly blocks?: number;
  /** Combinations of facts walked through per interval of law (1,000,000). */
  readonly maxCells?: number;
}

const knownOptions: ReadonlySet<string> = new Set<keyof CheckOptions>([
  "today",
  "maxAgeMonths",
  "cases",
  "sample",
  "blocks",
  "maxCells",
]);

/** A record that a rule's first version in force on the day applies to. */
function witnessOf(state: EngineState, ruleId: string | undefined, asOf: string): Witness {
  const day = Math.min(Math.max(parseDay(asOf), state.supportsFrom), state.supportsTo);
  const row =
    state.rows.find(
      (candidate) =>
        candidate.rule.id === ruleId &&
        candidate.version.inForce.from <= asOf &&
        (candidate.version.inForce.until ?? "9999") > asOf,
    ) ?? state.rows.find((candidate) => candidate.rule.id === ruleId);
  const all = new Set(state.domain.days.map((field) => field.name));
  if (row !== undefined)
    for (const leaf of explore(state.domain, [{ of: row, node: row.node }], 10_000)) {
      const node: Node | undefined =
        leaf.certain.length > 0 ? decideByClass(row.node, leaf.classes) : leaf.residual[0]?.node;
      const days = node === undefined ? undefined : daysThatSatisfy(state.domain, node, day);
      if (days !== undefined) return { facts: witnessFacts(state.domain, leaf.classes, days, all), asOf };
    }
  const days = Int32Array.from(state.domain.days, (field) =>
    field.event ? (sampleDays[0] as number) : sampleBirth,
  );
  return { facts: witnessFacts(state.domain, new Uint8Array(state.domain.classes.length), days, all), asOf };
}

/** Rules that never match, or never decide where they match. */
function deadRules(state: EngineState, seen: ReturnType<typeof behaviouralFindings>["seen"]): Finding[] {
  return state.ruleSet.rules.flatMap((rule) => {
    const rows = state.rows.filter((row) => row.rule.id === rule.id);
    const day = rule.versions.at(-1)?.inForce.from ?? state.ruleSet.supports.from;
    if (!rows.some((row) => seen.matched.has(row)))
      return [
        finding(
          "UNREACHABLE",
          "error",
          [rule.id],
          day,
          "Regeln kan aldrig gälla någon handling.",
          "The rule can never apply to any record.",
        ),
      ];
    if (!rows.some((row) => seen.kept.has(row)))
      return [
        finding(
          "SHADOWED",
          "warning",
          [rule.id],
          day,
          "Regeln gäller ibland men avgör aldrig; den viker alltid.",
          "The rule applies at times but never decides; it always gives way.",
        ),
      ];
    return [];
  });
}

function untested(state: EngineState, options: CheckOptions): Finding[] {
  if (options.cases === undefined) return [];
  const columns = makeColumns(state.domain, 1);
  const decided = new Set<string>();
  for (const { facts, asOf } of options.cases) {
    const { deciding, parts } = decideFacts(state, columns, facts, parseDay(asOf));
    for (const each of [deciding, ...(parts ?? []).map((part) => part.deciding)])
      if (each !== undefined) decided.add(each.rule);
  }
  return state.ruleSet.rules
    .filter((rule) => !decided.has(rule.id))
    .map((rule) =>
      finding(
        "UNTESTED",
        "warning",
        [rule.id],
        options.today,
        "Inget fall låter regeln avgöra.",
        "No case lets the rule decide.",
      ),
    );
}

function unknownSensitive(state: EngineState, options: CheckOptions): Diagnostic[] {
  const { sample, today } = options;
  if (sample === undefined || sample.length === 0) return [];
  for (const facts of sample) checkTree(facts);
  const columns = makeColumns(state.domain, 1);
  const asOf = parseDay(today);
  return Object.keys(state.ruleSet.vocabulary).flatMap((name) => {
    const blocked = sample.filter((facts) => {
      const without = { ...facts, values: { ...facts.values, [name]: null } };
      return (
        decideFacts(state, columns, without, asOf).outcome === "undetermined" &&
        decideFacts(state, columns, facts, asOf).outcome !== "undetermined"
      );
    });
    const [first] = blocked;
    if (first === undefined || blocked.length / sample.length <= (options.blocks ?? 0.5)) return [];
    const share = Math.round((100 * blocked.length) / sample.length);
    return [
      {
        code: "UNKNOWN_SENSITIVE" as const,
        severity: "note" as const,
        rules: [name],
        message: {
          sv: `Utan uppgiften ${name} blir ${share} % av handlingarna obestämda.`,
          en: `Without the fact ${name}, ${share} % of the records are undetermined.`,
        },
        witness: { facts: { ...first, values: { ...first.values, [name]: null } }, asOf: today },
      },
    ];
  });
}

/** The rule set without what keeps it from compiling, so that witnesses can still be made. */
function compilable(ruleSet: RuleSet): RuleSet {
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({
      id: rule.id,
      title: rule.title,
      versions: rule.versions.slice(0, 1),
    })),
  };
}

/**
 * All diagnostics of a rule set, errors first. Broken shape is one MALFORMED diagnostic, never an exception.
 * @throws {RetentionError} DAY_MALFORMED for `today`, UNKNOWN_KEY; for a case or record of the sample as deciding does
 */
export function checkRules(value: unknown, options: CheckOptions): Diagnostic[] {
  refuseUnknownKeys(options, knownOptions);
  const today = parseDay(options.today, "today");
  let ruleSet: RuleSet;
  let stripped: EngineState;
  try {
    ruleSet = parseRuleSet(value);
    stripped = makeState(compilable(ruleSet));
  } catch (error) {
    if (!(error instanceof RetentionError)) throw error;
    const where = error.at === undefined ? "" : ` (${error.at})`;
    return [
      {
        code: "MALFORMED",
        severity: "error",
        rules: [],
        message: {
          sv: `Regelfilen kan inte läsas: ${error.code}${where}.`,
          en: `The rule file cannot be read: ${error.code}${where}.`,
        },
        witness: { facts: { id: "witness", unit: "file", values: {} }, asOf: options.today },
      },
    ];
  }
  const findings = structuralFindings(ruleSet, options.today, options.maxAgeMonths ?? 12);
  const dress = (list: readonly Finding[]): Diagnostic[] =>
    list.map(({ asOf, ...rest }) => ({ ...rest, witness: witnessOf(stripped, rest.rules[0], asOf) }));
  if (findings.some(({ code }) => code.includes("EXCEPTION") || code === "VERSION_OVERLAP"))
    return dress(findings);
  const state = makeState(ruleSet);
  const { found, seen, complete } = behaviouralFindings(state, options.maxCells ?? 1_000_000);
  const more = [...deadRules(state, seen), ...untested(state, options)];
  if (!complete)
    more.push(
      finding(
        "TOO_MANY_CELLS",
        "warning",
        [],
        options.today,
        "Alla kombinationer av uppgifter har inte prövats.",
        "Not every combination of facts was tried.",
      ),
    );
  const order = { error: 0, warning: 1, note: 2 } as const;
  return [
    ...dress(findings),
    ...found,
    ...dress(more),
    ...(today >= state.supportsFrom ? unknownSensitive(state, options) : []),
  ].toSorted((a, b) => order[a.severity] - order[b.severity]);
}
