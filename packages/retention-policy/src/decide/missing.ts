/** Which of the facts that are not known matter: those whose value alone can change the answer. */
import type { Columns } from "../bulk/columns.ts";
import { atomsOf, TRUE, truthOf, UNKNOWN } from "../compile/condition.ts";
import { NO_DAY } from "../day/civil-day.ts";
import { type Cell, type CellMaker, classCount, resolve, sameAnswer } from "./cell.ts";
import * as code from "./codes.ts";
import { emptyResolution, type Resolution } from "./resolution.ts";

/** Event days a complete cell could not do without. */
function missingDays(cell: Cell, maker: CellMaker, columns: Columns, row: number, asOf: number): string[] {
  const names = new Set<string>();
  for (const { node } of cell.residual) {
    if (truthOf(node, columns.days, row, asOf) !== UNKNOWN) continue;
    for (const atom of atomsOf(node))
      if (atom.op !== "class" && truthOf(atom, columns.days, row, asOf) === UNKNOWN)
        names.add(atom.atom.field);
  }
  const out = emptyResolution();
  resolve(maker, cell, columns, row, asOf, out);
  if (out.unknownSlot >= 0) names.add(maker.domain.days[out.unknownSlot]?.name ?? "");
  if (out.unknownSlot === -2)
    for (const field of maker.domain.classes)
      if (field.field.type.kind === "eventName") names.add(field.name);
  return [...names];
}

/** The enumerated facts that matter, by comparing completions that differ in one of them only. */
function missingClasses(cell: Cell, maker: CellMaker, columns: Columns, row: number, asOf: number): string[] {
  const { completions, open } = cell;
  const nameOf = (slot: number): string => maker.domain.classes[slot]?.name ?? "";
  if (completions === undefined) return open.map(nameOf);
  const answers: Resolution[] = completions.map((completion) => {
    const out = emptyResolution();
    resolve(maker, completion, columns, row, asOf, out);
    return out;
  });
  const matters: string[] = [];
  let stride = 1;
  for (const slot of open.toReversed()) {
    const count = classCount(maker, slot);
    const differs = answers.some((answer, index) => {
      const first = index - (Math.floor(index / stride) % count) * stride;
      return !sameAnswer(answer, answers[first] as Resolution);
    });
    if (differs) matters.push(nameOf(slot));
    stride *= count;
  }
  const days = completions.flatMap((completion) => missingDays(completion, maker, columns, row, asOf));
  return [...matters.toReversed(), ...days];
}

/** Names of the missing facts of an undetermined row, sorted, each once. */
export function missingFacts(
  cell: Cell,
  maker: CellMaker,
  columns: Columns,
  row: number,
  asOf: number,
  out: Resolution,
): string[] {
  if (out.reason === code.R_RULE_ASKS) {
    // A rule may ask because of a day, such as an event that has not been given.
    const byDay = cell.residual.filter(({ node }) => truthOf(node, columns.days, row, asOf) === TRUE);
    const asking = [...cell.certain, ...byDay.map(({ candidate }) => candidate)];
    return [...new Set(asking.flatMap((candidate) => candidate.row.ask))];
  }
  const names =
    cell.open.length > 0
      ? missingClasses(cell, maker, columns, row, asOf)
      : missingDays(cell, maker, columns, row, asOf);
  return [...new Set(names)].toSorted();
}

/** Whether a row is open only because an event it needs still lies ahead. */
export function onlyAhead(names: readonly string[], columns: Columns, row: number): boolean {
  return (
    names.length > 0 &&
    names.every((name) => {
      const slot = columns.domain.dayField.get(name)?.slot;
      return slot !== undefined && columns.days[slot]?.[row] === NO_DAY;
    })
  );
}
