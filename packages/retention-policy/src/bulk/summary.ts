/** A plan in numbers: units by rule, outcome and status, and by the year they first may go. */
import { NO_DAY, yearOf } from "../day/civil-day.ts";
import * as code from "../decide/codes.ts";
import type { Disposition, Outcome, Status } from "../disposition.ts";
import type { Evaluation } from "./evaluation.ts";

/** Mutable counts, side by side in arrays that grow; add batches as they come. */
export interface Summary {
  /** By rule number, outcome and status. */
  groups: Float64Array;
  /** By rule number and year of what is disposed of or handed over. */
  years: Float64Array;
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

const FIRST_YEAR = 1600;
const YEARS = 1024;

export function makeSummary(): Summary {
  return { groups: new Float64Array(64 * 64), years: new Float64Array(64 * YEARS), total: 0 };
}

function withRoom(counts: Float64Array, key: number): Float64Array {
  if (key < counts.length) return counts;
  const larger = new Float64Array(Math.max(counts.length * 2, key + 1));
  larger.set(counts);
  return larger;
}

function add(summary: Summary, rule: number, outcome: number, status: number, earliest: number): void {
  summary.total += 1;
  const group = (rule * 8 + outcome) * 8 + status;
  if (group >= summary.groups.length) summary.groups = withRoom(summary.groups, group);
  summary.groups[group] = (summary.groups[group] as number) + 1;
  if (earliest === NO_DAY || (outcome !== code.DISPOSE && outcome !== code.TRANSFER)) return;
  const year = rule * YEARS + yearOf(earliest) - FIRST_YEAR;
  if (year >= summary.years.length) summary.years = withRoom(summary.years, year);
  summary.years[year] = (summary.years[year] as number) + 1;
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

/** The counts that are not zero, with their places. */
function* counted(counts: Float64Array): Generator<readonly [place: number, units: number]> {
  for (let place = 0; place < counts.length; place++) {
    const units = counts[place] as number;
    if (units > 0) yield [place, units];
  }
}

/** Groups, largest first. */
export function summaryGroups(summary: Summary): SummaryGroup[] {
  return [...counted(summary.groups)]
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
  return [...counted(summary.years)]
    .map(([key, units]) => ({ year: FIRST_YEAR + (key % YEARS), rule: Math.floor(key / YEARS), units }))
    .toSorted((a, b) => a.year - b.year || a.rule - b.rule);
}
