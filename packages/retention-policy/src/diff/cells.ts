/** Two rule sets compared over every combination of facts either of them tells apart, with a witness each. */
import { makeColumns } from "../bulk/columns.ts";
import { daysRead } from "../check/behaviour.ts";
import { explore, type Open } from "../check/explore.ts";
import { dayAssignments, witnessFacts } from "../check/witness.ts";
import { compileDomain } from "../compile/domain.ts";
import type { Candidate, OtherwiseRow } from "../compile/lens.ts";
import { parseDay } from "../day/civil-day.ts";
import { decideFacts } from "../decide/decide.ts";
import { makeState } from "../decide/engine-state.ts";
import type { Disposition } from "../disposition.ts";
import { RetentionError } from "../errors.ts";
import type { Facts } from "../facts.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type AnswerChange, compareAnswers } from "./compare.ts";

/** A difference in answers, the record that shows it, and both answers. */
export interface CellChange extends AnswerChange {
  readonly facts: Facts;
  readonly before: Disposition;
  readonly after: Disposition;
  /** Combinations of facts that differ in the same way. */
  readonly cells: number;
}

/** Differences on one day, grouped by kind, outcomes and the two rules that decide. */
export function cellDiff(
  before: RuleSet,
  after: RuleSet,
  asOf: string,
  limit: number,
  within: Readonly<Record<string, string | number | boolean>>,
): { changes: CellChange[]; cells: number } {
  const domain = compileDomain([before, after]);
  const [old, now] = [makeState(before, domain), makeState(after, domain)];
  const day = parseDay(asOf, "asOf");
  const lenses = [old.lensOn(day), now.lensOn(day)];
  const open: Open<Candidate | OtherwiseRow>[] = lenses.flatMap((lens) =>
    [...lens.candidates, ...lens.otherwise].map((of) => ({ of, node: of.node })),
  );
  const fixed = new Map<number, number>();
  for (const [name, value] of Object.entries(within)) {
    const field = domain.classField.get(name);
    const index = field?.classOf.get(value);
    if (field === undefined || index === undefined)
      throw new RetentionError("FACTS_VALUE_REFUSED", "a limit names no value of the vocabulary", name);
    fixed.set(field.slot, index);
  }
  const columns = makeColumns(domain, 1);
  const groups = new Map<string, CellChange>();
  let cells = 0;
  for (const leaf of explore(domain, open, limit, fixed)) {
    cells += 1;
    const all = [...leaf.certain, ...leaf.residual.map(({ of }) => of)].filter(
      (of): of is Candidate => "row" in of,
    );
    const nodes = leaf.residual.map(({ node }) => node);
    const used = daysRead(old, all, nodes);
    for (const name of daysRead(now, all, nodes)) used.add(name);
    for (const days of dayAssignments(domain, nodes)) {
      const facts = witnessFacts(domain, leaf.classes, days, used);
      const [first, second] = [answer(old, columns, facts, day), answer(now, columns, facts, day)];
      const change = first === undefined || second === undefined ? undefined : compareAnswers(first, second);
      if (change === undefined || first === undefined || second === undefined) continue;
      const key = [change.kind, change.from, change.to, first.deciding?.rule, second.deciding?.rule].join(
        " ",
      );
      const known = groups.get(key);
      groups.set(
        key,
        known === undefined
          ? { ...change, facts, before: first, after: second, cells: 1 }
          : { ...known, cells: known.cells + 1 },
      );
    }
  }
  return { changes: [...groups.values()].toSorted((a, b) => Number(b.gated) - Number(a.gated)), cells };
}

function answer(
  state: ReturnType<typeof makeState>,
  columns: ReturnType<typeof makeColumns>,
  facts: Facts,
  day: number,
): Disposition | undefined {
  try {
    return decideFacts(state, columns, facts, day);
  } catch (error) {
    if (error instanceof RetentionError) return undefined;
    throw error;
  }
}
