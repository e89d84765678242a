/** Terms: which column an end day is counted from, how it is rolled, and what is added. */
import { addMonths, addYears, endOfMonth, endOfYear, NO_DAY, UNKNOWN_DAY } from "../day/civil-day.ts";
import { addWholePeriod, parseWholePeriod, type WholePeriod } from "../day/period.ts";
import { RetentionError } from "../errors.ts";
import type { Term } from "../schema/rule-set.ts";
import type { Domain } from "./domain.ts";

/** A compiled term. `slot` is a day column, or −1 where a record names its own event. */
export interface CompiledTerm {
  readonly slot: number;
  readonly eventAux: number;
  readonly earliestPick: boolean;
  readonly roll: 0 | 1 | 2;
  readonly months: number;
  readonly days: number;
  readonly periodAux: number;
  readonly leapForward: boolean;
  /** 1 where the day after the end day is the first free one, 0 where the end day itself is (ages). */
  readonly opens: 0 | 1;
  readonly term: Term;
}

/** @throws {RetentionError} RULES_MALFORMED, PERIOD_MALFORMED */
export function compileTerm(term: Term, domain: Domain, at: string): CompiledTerm {
  let slot = -1;
  let eventAux = -1;
  if ("event" in term.from) {
    const field = domain.dayField.get(term.from.event);
    if (field === undefined)
      throw new RetentionError("RULES_MALFORMED", "a term counts from a field that is no day", at);
    slot = field.slot;
  } else {
    const field = domain.classField.get(term.from.eventIn);
    if (field?.field.type.kind !== "eventName")
      throw new RetentionError("RULES_MALFORMED", "eventIn names a field of kind eventName", at);
    eventAux = field.aux;
  }
  let periodAux = -1;
  let period: WholePeriod = { months: 0, days: 0 };
  if (typeof term.plus === "string") period = parseWholePeriod(term.plus, at);
  else {
    const field = domain.classField.get(term.plus.periodIn);
    if (field?.field.type.kind !== "period")
      throw new RetentionError("RULES_MALFORMED", "periodIn names a field of kind period", at);
    periodAux = field.aux;
  }
  return {
    slot,
    eventAux,
    earliestPick: "event" in term.from && term.from.pick === "earliest",
    roll: term.roll === "endOfYear" ? 2 : term.roll === "endOfMonth" ? 1 : 0,
    ...period,
    periodAux,
    leapForward: term.leap === "forward",
    opens: term.opens === "sameDay" ? 0 : 1,
    term,
  };
}

/** The columns a term may read of one row. */
export interface TermColumns {
  readonly days: readonly Int32Array[];
  readonly firsts: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly aux: readonly Int32Array[];
  readonly periods: readonly WholePeriod[];
}

/** Column of the event a term counts from in this row, −1 where the record does not say which. */
export function slotOf(term: CompiledTerm, columns: TermColumns, row: number): number {
  return term.slot >= 0 ? term.slot : ((columns.aux[term.eventAux] as Int32Array)[row] as number);
}

/** The event day a term counts from; NO_DAY ahead, UNKNOWN_DAY not known. */
export function eventDay(term: CompiledTerm, columns: TermColumns, row: number): number {
  const slot = slotOf(term, columns, row);
  if (slot < 0) return UNKNOWN_DAY;
  const latest = (columns.days[slot] as Int32Array)[row] as number;
  if (!term.earliestPick) return latest;
  return columns.firsts.get(slot)?.get(row) ?? latest;
}

/** The event day after the roll. */
export function rolled(term: CompiledTerm, day: number): number {
  return term.roll === 2 ? endOfYear(day) : term.roll === 1 ? endOfMonth(day) : day;
}

/** The end day of a term for a row; NO_DAY while its event lies ahead, UNKNOWN_DAY where it is not known. */
export function endDay(term: CompiledTerm, columns: TermColumns, row: number): number {
  const event = eventDay(term, columns, row);
  if (event === NO_DAY || event === UNKNOWN_DAY) return event;
  const start = term.roll === 0 ? event : rolled(term, event);
  if (term.periodAux >= 0) {
    const period = columns.periods[(columns.aux[term.periodAux] as Int32Array)[row] as number];
    return period === undefined ? UNKNOWN_DAY : addWholePeriod(start, period, term.leapForward);
  }
  const { months } = term;
  if (months === 0) return start + term.days;
  return (
    (months % 12 === 0
      ? addYears(start, months / 12, term.leapForward)
      : addMonths(start, months, term.leapForward)) + term.days
  );
}
