/**
 * The lattice: what follows from the rules left standing. Preservation beats disposal, the longest period wins, a
 * trigger that lies ahead makes the whole wait, and a window that closes before it opens is a conflict for people.
 */
import type { Candidate, OtherwiseRow } from "../compile/lens.ts";
import type { OwnWait, RuleRow } from "../compile/rule-rows.ts";
import { endDay, slotOf, type TermColumns } from "../compile/term.ts";
import { endOfYear, NO_DAY, UNKNOWN_DAY } from "../day/civil-day.ts";
import { addWholePeriod } from "../day/period.ts";
import * as code from "./codes.ts";

/** What one row resolves to before holds; one object is reused for every row. */
export interface Resolution {
  outcome: number;
  reason: number;
  /** The trigger lies ahead. */
  pending: boolean;
  /** Day column that is not known and matters, −1 if none; −2 where the record names no event. */
  unknownSlot: number;
  duty: number;
  earliest: number;
  latest: number;
  /** Rule row index + 1, or number of rows + otherwise index + 1. */
  ref: number;
  against: number;
  receiver: string | undefined;
  waiting: OwnWait | undefined;
}

export function emptyResolution(): Resolution {
  return {
    outcome: code.UNDETERMINED,
    reason: code.R_FACT_MISSING,
    pending: false,
    unknownSlot: -1,
    duty: NO_DAY,
    earliest: NO_DAY,
    latest: NO_DAY,
    ref: 0,
    against: 0,
    receiver: undefined,
    waiting: undefined,
  };
}

/** The rules left standing, sorted by what they do; shared by all rows of the same classes. */
export interface Program {
  readonly mode:
    | "preserve"
    | "transfer"
    | "receivers"
    | "dispose"
    | "floor"
    | "ceiling"
    | "ask"
    | "otherwise";
  readonly deciding: RuleRow | undefined;
  readonly against: RuleRow | undefined;
  /** Dispose rules first, then floors; for a transfer the rules that say when. */
  readonly bounds: readonly RuleRow[];
  readonly ceilings: readonly RuleRow[];
  readonly ownWaits: readonly OwnWait[];
  readonly subjectWaits: readonly string[];
  readonly notBefore: number;
  readonly otherwise: OtherwiseRow | undefined;
  readonly rows: number;
  /** The rules that apply, defeated ones left out; for traces. */
  readonly kept: readonly RuleRow[];
}

/** Sorts standing candidates into a program. */
export function programOf(
  kept: readonly Candidate[],
  otherwise: OtherwiseRow | undefined,
  rows: number,
): Program {
  const all = kept.map((candidate) => candidate.row).toSorted((a, b) => a.index - b.index);
  const of = (kind: RuleRow["kind"]): RuleRow[] => all.filter((row) => row.kind === kind);
  const [preserve, dispose, minimum, maximum, ask] = [
    of("preserve"),
    of("dispose"),
    of("minimum"),
    of("maximum"),
    of("ask"),
  ];
  const transfers = preserve.filter((row) => row.transferTo !== undefined);
  const other = transfers.find((row) => row.transferTo !== transfers[0]?.transferTo);
  const mode =
    other !== undefined
      ? "receivers"
      : transfers.length > 0
        ? "transfer"
        : preserve.length > 0
          ? "preserve"
          : dispose.length > 0
            ? "dispose"
            : maximum.length > 0
              ? "ceiling"
              : minimum.length > 0
                ? "floor"
                : ask.length > 0
                  ? "ask"
                  : "otherwise";
  return {
    mode,
    deciding: transfers[0] ?? preserve[0] ?? dispose[0] ?? maximum[0] ?? minimum[0] ?? ask[0],
    against: other,
    bounds:
      mode === "transfer" ? transfers.filter((row) => row.term !== undefined) : [...dispose, ...minimum],
    ceilings: maximum,
    ownWaits: dispose.flatMap((row) => row.ownWaits),
    subjectWaits: [...new Set(dispose.flatMap((row) => row.subjectWaits))],
    notBefore: Math.max(NO_DAY, ...[...dispose, ...minimum].map((row) => row.notBefore ?? NO_DAY)),
    otherwise,
    rows,
    kept: all,
  };
}

/** The last day by which a disposal is finished, counted from the resolved end day. */
function completion(row: RuleRow, duty: number): number {
  if (row.complete === "none") return NO_DAY;
  if (row.complete === "endOfNextCalendarYear") return endOfYear(duty, 1);
  return addWholePeriod(duty, row.complete, false);
}

function fromOtherwise(program: Program, out: Resolution, reason: number): void {
  const { otherwise } = program;
  out.reason = reason;
  if (otherwise === undefined) {
    out.outcome = code.UNDETERMINED;
    return;
  }
  out.outcome = otherwise.entry.outcome === "preserve" ? code.PRESERVE : code.REVIEW;
  if (reason === code.R_OTHERWISE) out.ref = program.rows + otherwise.index + 1;
}

/** Runs a program on one row of columns and writes `out`. */
export function run(
  program: Program,
  columns: TermColumns,
  row: number,
  asOf: number,
  out: Resolution,
): void {
  out.pending = false;
  out.unknownSlot = -1;
  out.duty = NO_DAY;
  out.earliest = NO_DAY;
  out.latest = NO_DAY;
  out.against = 0;
  out.receiver = undefined;
  out.waiting = undefined;
  out.reason = code.R_RULE;
  out.ref = program.deciding === undefined ? 0 : program.deciding.index + 1;
  switch (program.mode) {
    case "preserve":
      out.outcome = code.PRESERVE;
      return;
    case "receivers":
      out.outcome = code.CONFLICT;
      out.reason = code.R_TWO_RECEIVERS;
      out.against = (program.against as RuleRow).index + 1;
      return;
    case "ask":
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_RULE_ASKS;
      return;
    case "otherwise":
      fromOtherwise(program, out, code.R_OTHERWISE);
      return;
    case "transfer":
      out.outcome = code.TRANSFER;
      out.receiver = (program.deciding as RuleRow).transferTo;
      bound(program, columns, row, out);
      return;
    default:
      out.outcome = code.DISPOSE;
      bound(program, columns, row, out);
      if (out.unknownSlot !== -1) return;
      if (program.mode === "floor") floorOnly(program, asOf, out);
      else if (!out.pending) close(program, columns, row, asOf, out);
  }
}

/** Longest wins: the latest end day of all bounds; one that is ahead makes all wait. */
function bound(program: Program, columns: TermColumns, row: number, out: Resolution): void {
  const { bounds } = program;
  for (let index = 0; index < bounds.length; index++) {
    const rule = bounds[index] as RuleRow;
    const term = rule.term as NonNullable<RuleRow["term"]>;
    const end = endDay(term, columns, row);
    if (end === UNKNOWN_DAY) {
      const slot = slotOf(term, columns, row);
      out.unknownSlot = slot < 0 ? -2 : slot;
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (end === NO_DAY) {
      if (!out.pending) out.ref = rule.index + 1;
      out.pending = true;
      continue;
    }
    if (end > out.duty) out.duty = end;
    if (end + term.opens > out.earliest) {
      out.earliest = end + term.opens;
      if (!out.pending) out.ref = rule.index + 1;
    }
  }
  if (out.pending) {
    out.duty = NO_DAY;
    out.earliest = NO_DAY;
    out.reason = code.R_EVENT_AHEAD;
  }
}

/** Nothing but floors: kept while they run, then whatever holds where no rule answers. */
function floorOnly(program: Program, asOf: number, out: Resolution): void {
  out.duty = NO_DAY;
  out.outcome = code.PRESERVE;
  if (out.pending) return;
  out.reason = code.R_FLOOR_ONLY;
  if (asOf >= out.earliest) fromOtherwise(program, out, code.R_FLOOR_ONLY);
}

/** The closing day, transitional floors, own waits, and the check that the window is open at all. */
function close(program: Program, columns: TermColumns, row: number, asOf: number, out: Resolution): void {
  for (const rule of program.bounds) {
    const last = rule.kind === "dispose" ? completion(rule, out.duty) : NO_DAY;
    if (last !== NO_DAY && (out.latest === NO_DAY || last < out.latest)) out.latest = last;
  }
  let tightest: RuleRow | undefined;
  for (const rule of program.ceilings) {
    const last = endDay(rule.term as NonNullable<RuleRow["term"]>, columns, row);
    if (last === UNKNOWN_DAY) {
      out.unknownSlot = slotOf(rule.term as NonNullable<RuleRow["term"]>, columns, row);
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (last === NO_DAY) {
      if (program.mode === "ceiling") out.pending = true;
    } else if (out.latest === NO_DAY || last < out.latest) {
      out.latest = last;
      tightest = rule;
    }
  }
  if (program.mode === "ceiling") {
    if (tightest === undefined) {
      out.pending = true;
      out.reason = code.R_EVENT_AHEAD;
      return;
    }
    out.duty = out.latest;
    if (out.earliest === NO_DAY) out.ref = tightest.index + 1;
  }
  if (program.notBefore > out.earliest) out.earliest = program.notBefore;
  for (const wait of program.ownWaits) {
    const given = (columns.days[wait.ifGivenSlot] as Int32Array)[row] as number;
    if (given === NO_DAY) continue;
    const done = (columns.days[wait.doneSlot] as Int32Array)[row] as number;
    if (given === UNKNOWN_DAY || done === UNKNOWN_DAY) {
      out.unknownSlot = done === UNKNOWN_DAY ? wait.doneSlot : wait.ifGivenSlot;
      out.outcome = code.UNDETERMINED;
      out.reason = code.R_FACT_MISSING;
      return;
    }
    if (done === NO_DAY || done > asOf) out.waiting = wait;
    if (done !== NO_DAY && done > out.earliest) out.earliest = done;
  }
  if (out.latest !== NO_DAY && out.earliest > out.latest) {
    out.outcome = code.CONFLICT;
    out.reason = code.R_WINDOW_EMPTY;
    out.against = tightest === undefined ? out.ref : tightest.index + 1;
  }
}
