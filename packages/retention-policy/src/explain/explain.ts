/** A disposition together with the trace that led to it. */
import { clearColumns, type Columns, pushFacts } from "../bulk/columns.ts";
import { dispositionOfRow, inheritInto } from "../decide/decide.ts";
import type { EngineState } from "../decide/engine-state.ts";
import { joinParts } from "../decide/parts.ts";
import type { Disposition } from "../disposition.ts";
import type { Facts } from "../facts.ts";
import { checkTree, hasParts } from "../record/record-shape.ts";
import { type Step, stepsOf } from "./steps.ts";

/** Why a record gets the disposition it gets. */
export interface Explanation {
  readonly facts: Facts;
  readonly asOf: string;
  readonly disposition: Disposition;
  readonly steps: readonly Step[];
  readonly parts?: readonly Explanation[];
}

/** @throws {RetentionError} as deciding does */
export function explainFacts(
  state: EngineState,
  columns: Columns,
  facts: Facts,
  asOf: number,
  asOfText: string,
  depth = 0,
): Explanation {
  if (hasParts(facts)) {
    if (depth === 0) checkTree(facts);
    const parts = facts.parts.map((part) =>
      explainFacts(state, columns, inheritInto(facts, part), asOf, asOfText, depth + 1),
    );
    const disposition = joinParts(
      facts.id,
      parts.map((part) => part.disposition),
      asOf,
    );
    return { facts, asOf: asOfText, disposition, steps: [], parts };
  }
  clearColumns(columns);
  pushFacts(columns, facts);
  const lens = state.lensOn(asOf);
  const cell = lens.cellAt(columns.classes, 0);
  return {
    facts,
    asOf: asOfText,
    disposition: dispositionOfRow(state, columns, 0, facts.id, asOf, lens, cell),
    steps: stepsOf(lens, state.rows, cell, columns, 0, asOf),
  };
}
