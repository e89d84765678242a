/**
 * The common programs in a form that runs without calls: an answer no day changes, or whole years counted from a
 * few events with their tail. Whatever is not common goes the general way, so there is one meaning and two speeds.
 */
import { NO_DAY } from "../../day/civil-day.ts";
import * as code from "../../decide/codes.ts";
import type { Program } from "../../decide/program.ts";
import type { RuleRow } from "../../compile/rule-rows.ts";

/** Whole years from an event: the day with the same number, or the last of a calendar year. */
export interface QuickBound {
  readonly slot: number;
  readonly years: number;
  readonly fromYearEnd: boolean;
  /** What 29 February becomes in a common year: 0 the month's last day, 1 the first of March. */
  readonly leap: number;
  readonly opens: number;
  readonly ref: number;
}

/** A program of the common kind. Without bounds no day changes the answer. */
export interface QuickProgram {
  readonly outcome: number;
  readonly status: number;
  readonly reason: number;
  readonly ref: number;
  readonly bounds: readonly QuickBound[];
  /** Finished at the latest the calendar year after the duty. */
  readonly tail: boolean;
  /** Events that, if they have happened, call for the general way. */
  readonly waitSlots: readonly number[];
}

function constant(program: Program): QuickProgram | undefined {
  const base = { bounds: [], tail: false, waitSlots: [] };
  if (program.mode === "preserve")
    return {
      ...base,
      outcome: code.PRESERVE,
      status: code.SETTLED,
      reason: code.R_RULE,
      ref: (program.deciding?.index ?? -1) + 1,
    };
  if (program.mode !== "otherwise" || program.otherwise === undefined) return undefined;
  const preserve = program.otherwise.entry.outcome === "preserve";
  return {
    ...base,
    outcome: preserve ? code.PRESERVE : code.REVIEW,
    status: preserve ? code.SETTLED : code.DUE,
    reason: code.R_OTHERWISE,
    ref: program.rows + program.otherwise.index + 1,
  };
}

function boundOf({ term, index }: RuleRow): QuickBound | undefined {
  if (term === undefined || term.slot < 0 || term.earliestPick || term.periodAux >= 0) return undefined;
  if (term.roll === 1 || term.days !== 0 || term.months % 12 !== 0) return undefined;
  // More would leave the tables of years.
  if (term.months > 12 * 400) return undefined;
  return {
    slot: term.slot,
    years: term.months / 12,
    fromYearEnd: term.roll === 2,
    leap: term.leapForward ? 1 : 0,
    opens: term.opens,
    ref: index + 1,
  };
}

const sameTerm = (a: QuickBound, b: QuickBound): boolean =>
  a.slot === b.slot &&
  a.years === b.years &&
  a.fromYearEnd === b.fromYearEnd &&
  a.leap === b.leap &&
  a.opens === b.opens;

/** The quick form of a program, where it has one. */
export function quickProgram(program: Program): QuickProgram | undefined {
  const { mode } = program;
  if (mode !== "dispose" && mode !== "transfer") return constant(program);
  if (program.ceilings.length > 0 || program.notBefore !== NO_DAY) return undefined;
  const all = program.bounds.map(boundOf);
  // Of rules that count alike the first decides, as it would in the general way.
  const bounds: QuickBound[] = [];
  for (const bound of all) {
    if (bound === undefined) return undefined;
    if (!bounds.some((earlier) => sameTerm(earlier, bound))) bounds.push(bound);
  }
  if (bounds.length === 0 || program.deciding === undefined) return undefined;
  const tails = program.bounds.filter((row) => mode === "dispose" && row.kind === "dispose");
  if (tails.some(({ complete }) => typeof complete !== "string")) return undefined;
  return {
    outcome: mode === "dispose" ? code.DISPOSE : code.TRANSFER,
    status: code.DUE,
    reason: code.R_RULE,
    ref: program.deciding.index + 1,
    bounds,
    tail: tails.some(({ complete }) => complete !== "none"),
    waitSlots: mode === "dispose" ? program.ownWaits.map((wait) => wait.ifGivenSlot) : [],
  };
}
