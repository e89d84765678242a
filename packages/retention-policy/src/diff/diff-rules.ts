/** What a change of law, or a policy, would move: as written, over all cells, and over real records. */
import { makeColumns } from "../bulk/columns.ts";
import { compileDomain } from "../compile/domain.ts";
import { parseDay } from "../day/civil-day.ts";
import { decideFacts } from "../decide/decide.ts";
import { makeState } from "../decide/engine-state.ts";
import type { Disposition } from "../disposition.ts";
import type { Facts } from "../facts.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";
import { parseRuleSet } from "../schema/parse-rule-set.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type CellChange, cellDiff } from "./cells.ts";
import { type AnswerChange, compareAnswers } from "./compare.ts";
import { structuralDiff, type StructuralChange } from "./structural.ts";

export interface DiffOptions {
  readonly asOf: string;
  readonly records?: Iterable<Facts>;
  /** Compares only where these facts have these values. */
  readonly within?: Readonly<Record<string, string | number | boolean>>;
  /** Combinations walked through (200,000). */
  readonly maxCells?: number;
}

const knownOptions: ReadonlySet<string> = new Set<keyof DiffOptions>([
  "asOf",
  "records",
  "within",
  "maxCells",
]);

/** A record whose answer changes. */
export interface RecordChange extends AnswerChange {
  readonly id: string;
  readonly before: Disposition;
  readonly after: Disposition;
}

export interface RecordsDiff {
  readonly total: number;
  readonly same: number;
  /** "dispose → preserve": how many. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Years by which the first free day moves: negative is earlier. */
  readonly movedYears: Readonly<Record<string, number>>;
  readonly gated: number;
  /** Up to ten, gated ones first. */
  readonly examples: readonly RecordChange[];
}

export interface RulesDiff {
  readonly structural: readonly StructuralChange[];
  readonly cells: { readonly total: number; readonly changes: readonly CellChange[] };
  readonly records?: RecordsDiff;
  /** True where anything moves towards destruction: somebody has to sign it off. */
  readonly gated: boolean;
}

function recordsDiff(before: RuleSet, after: RuleSet, records: Iterable<Facts>, asOf: number): RecordsDiff {
  const domain = compileDomain([before, after]);
  const [old, now] = [makeState(before, domain), makeState(after, domain)];
  const columns = makeColumns(domain, 1);
  const outcomes: Record<string, number> = {};
  const movedYears: Record<string, number> = {};
  const examples: RecordChange[] = [];
  let [total, same, gated] = [0, 0, 0];
  for (const facts of records) {
    total += 1;
    const first = decideFacts(old, columns, facts, asOf);
    const second = decideFacts(now, columns, facts, asOf);
    const change = compareAnswers(first, second);
    if (change === undefined || change.kind === "rule-only") {
      same += 1;
      continue;
    }
    if (change.gated) gated += 1;
    if (change.kind === "outcome") {
      const key = `${change.from} → ${change.to}`;
      outcomes[key] = (outcomes[key] ?? 0) + 1;
    } else if (
      first.earliest !== undefined &&
      second.earliest !== undefined &&
      first.earliest !== second.earliest
    ) {
      const days = parseDay(second.earliest) - parseDay(first.earliest);
      const years = String(days < 0 ? Math.floor(days / 365.25) : Math.ceil(days / 365.25));
      movedYears[years] = (movedYears[years] ?? 0) + 1;
    }
    const example = { ...change, id: facts.id, before: first, after: second };
    if (examples.length < 10) examples.push(example);
    else if (change.gated) {
      const place = examples.findIndex((each) => !each.gated);
      if (place >= 0) examples[place] = example;
    }
  }
  return {
    total,
    same,
    outcomes,
    movedYears,
    gated,
    examples: examples.toSorted((a, b) => Number(b.gated) - Number(a.gated)),
  };
}

/**
 * Compares two rule sets on a day. Cells cover every combination of enumerated facts and sample the days.
 * @throws {RetentionError} RULES_MALFORMED, RULES_INCONSISTENT, DAY_MALFORMED, OUT_OF_SUPPORT, UNKNOWN_KEY; for a record
 * as deciding does
 */
export function diffRules(before: unknown, after: unknown, options: DiffOptions): RulesDiff {
  refuseUnknownKeys(options, knownOptions);
  const [old, now] = [parseRuleSet(before), parseRuleSet(after)];
  const { changes, cells } = cellDiff(
    old,
    now,
    options.asOf,
    options.maxCells ?? 200_000,
    options.within ?? {},
  );
  const records =
    options.records === undefined
      ? undefined
      : recordsDiff(old, now, options.records, parseDay(options.asOf, "asOf"));
  return {
    structural: structuralDiff(old, now),
    cells: { total: cells, changes },
    ...(records === undefined ? {} : { records }),
    gated: changes.some((change) => change.gated) || (records?.gated ?? 0) > 0,
  };
}
