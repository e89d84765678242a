/** What compiling makes of a rule set: rows, domain, and the law of each interval, made when first asked for. */
import { formatDay, MAX_DAY, parseDay } from "../day/civil-day.ts";
import { compileCondition } from "../compile/condition.ts";
import { compileDomain, type Domain } from "../compile/domain.ts";
import { exceptionRanks } from "../compile/exceptions.ts";
import { candidatesOn, type OtherwiseRow, versionBounds } from "../compile/lens.ts";
import { compileRows, type RuleRow } from "../compile/rule-rows.ts";
import { RetentionError } from "../errors.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Cell, type CellMaker, makeCell } from "./cell.ts";

/** The law between two days on which it changes. */
export interface Lens extends CellMaker {
  readonly from: number;
  /** The cell of a row of columns. */
  cellAt(classes: readonly Uint8Array[], row: number): Cell;
}

export interface EngineState {
  readonly ruleSet: RuleSet;
  readonly domain: Domain;
  readonly rows: readonly RuleRow[];
  readonly otherwise: readonly OtherwiseRow[];
  readonly bounds: readonly number[];
  readonly supportsFrom: number;
  readonly supportsTo: number;
  lensOn(asOf: number): Lens;
}

function makeLens(
  state: Omit<EngineState, "lensOn">,
  ranks: ReadonlyMap<string, number>,
  from: number,
): Lens {
  const cells = new Map<string, Cell>();
  const byNumber = new Map<number, Cell>();
  const counts = state.domain.classes.map((field) => field.value.length);
  const exact = counts.reduce((product, count) => product * count, 1) < Number.MAX_SAFE_INTEGER;
  const lens: Lens = {
    from,
    domain: state.domain,
    candidates: candidatesOn(state.rows, ranks, from),
    otherwise: state.otherwise,
    rows: state.rows.length,
    cellOf(classes) {
      const key = String.fromCharCode(...classes);
      let cell = cells.get(key);
      if (cell === undefined) {
        cell = makeCell(lens, classes.slice());
        cells.set(key, cell);
      }
      return cell;
    },
    cellAt(classes, row) {
      let key = 0;
      for (let slot = 0; slot < classes.length; slot++)
        key = key * (counts[slot] as number) + ((classes[slot] as Uint8Array)[row] as number);
      let cell = exact ? byNumber.get(key) : undefined;
      if (cell === undefined) {
        cell = lens.cellOf(Uint8Array.from(classes, (column) => column[row] as number));
        if (exact) byNumber.set(key, cell);
      }
      return cell;
    },
  };
  return lens;
}

/** @throws {RetentionError} RULES_MALFORMED, RULES_INCONSISTENT, DAY_MALFORMED, PERIOD_MALFORMED */
export function makeState(ruleSet: RuleSet, domain: Domain = compileDomain([ruleSet])): EngineState {
  const rows = compileRows(ruleSet, domain);
  const ranks = exceptionRanks(ruleSet);
  const otherwise = ruleSet.otherwise.map((entry, index) => ({
    entry,
    index,
    node: compileCondition(entry.when, domain, ruleSet, entry.id),
  }));
  const supportsFrom = parseDay(ruleSet.supports.from, "supports.from");
  const supportsTo =
    ruleSet.supports.to === undefined ? MAX_DAY : parseDay(ruleSet.supports.to, "supports.to");
  const bounds = versionBounds(rows, supportsFrom);
  const state = { ruleSet, domain, rows, otherwise, bounds, supportsFrom, supportsTo };
  const lenses = new Map<number, Lens>();
  let last: { readonly asOf: number; readonly lens: Lens } | undefined;
  return {
    ...state,
    lensOn(asOf) {
      if (last?.asOf === asOf) return last.lens;
      if (asOf < supportsFrom || asOf > supportsTo)
        throw new RetentionError(
          "OUT_OF_SUPPORT",
          `these rules answer from ${formatDay(supportsFrom)}${supportsTo === MAX_DAY ? "" : ` to ${formatDay(supportsTo)}`}`,
        );
      const from = bounds.findLast((bound) => bound <= asOf) as number;
      let lens = lenses.get(from);
      if (lens === undefined) {
        lens = makeLens(state, ranks, from);
        lenses.set(from, lens);
      }
      last = { asOf, lens };
      return lens;
    },
  };
}
