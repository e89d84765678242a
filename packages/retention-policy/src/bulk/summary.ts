/** A plan in numbers: units by rule, outcome and status, and by the year they first may go. */
import { NO_DAY, yearOf } from "../day/civil-day.ts";
import * as code from "../decide/codes.ts";
import type { Disposition, Outcome, Status } from "../disposition.ts";
import type { Evaluation } from "./evaluation.ts";

/** Mutable counts; add batches as they come. */
export interface Summary {
  readonly groups: Map<number, number>;
  /** Year × rule number of what is disposed of or handed over. */
  readonly years: Map<number, number>;
  total: number;
}

export interface SummaryGroup {
  readonly rule: number;
  readonly outcome: Outcome;
  readonly status: Status;
  readonly units: number;
}

export interface SummaryYear {
  readonly year: number;
  readonly rule: number;
  readonly units: number;
}

export function makeSummary(): Summary {
  return { groups: new Map(), years: new Map(), total: 0 };
}

function count(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function add(summary: Summary, rule: number, outcome: number, status: number, earliest: number): void {
  summary.total += 1;
  count(summary.groups, (rule * 8 + outcome) * 8 + status);
  if (earliest !== NO_DAY && (outcome === code.DISPOSE || outcome === code.TRANSFER))
    count(summary.years, rule * 4096 + yearOf(earliest));
}

/** Adds all rows of an evaluation. */
export function addEvaluation(summary: Summary, evaluation: Evaluation): void {
  const { rule, outcome, status, earliest } = evaluation;
  for (let row = 0; row < evaluation.length; row++)
    add(summary, rule[row] as number, outcome[row] as number, status[row] as number, earliest[row] as number);
}

/** Adds one disposition; `rule` is a number the caller gives its deciding rule. */
export function addDisposition(
  summary: Summary,
  disposition: Disposition,
  rule: number,
  earliest: number,
): void {
  add(
    summary,
    rule,
    code.outcomes.indexOf(disposition.outcome),
    code.statuses.indexOf(disposition.status),
    earliest,
  );
}

/** Groups, largest first. */
export function summaryGroups(summary: Summary): SummaryGroup[] {
  return [...summary.groups]
    .map(([key, units]) => ({
      rule: key >> 6,
      outcome: code.outcomes[(key >> 3) & 7] as Outcome,
      status: code.statuses[key & 7] as Status,
      units,
    }))
    .toSorted((a, b) => b.units - a.units);
}

/** Years in order. */
export function summaryYears(summary: Summary): SummaryYear[] {
  return [...summary.years]
    .map(([key, units]) => ({ year: key & 4095, rule: key >> 12, units }))
    .toSorted((a, b) => a.year - b.year || a.rule - b.rule);
}
