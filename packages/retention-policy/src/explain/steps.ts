/** The trace: every rule with its verdict, the condition that failed, the arithmetic, and who defeated whom. */
import type { Grade } from "@tillit/law-reference";
import type { Columns } from "../bulk/columns.ts";
import {
  type Atom,
  atomsOf,
  decideByClass,
  FALSE,
  type Node,
  TRUE,
  truthOf,
  UNKNOWN,
} from "../compile/condition.ts";
import { type Candidate, standing } from "../compile/lens.ts";
import type { RuleRow } from "../compile/rule-rows.ts";
import { endDay, eventDay, rolled, slotOf } from "../compile/term.ts";
import { type Day, formatDay, NO_DAY, UNKNOWN_DAY } from "../day/civil-day.ts";
import type { Cell } from "../decide/cell.ts";
import type { Lens } from "../decide/engine-state.ts";
import type { Citation } from "../schema/rule-set.ts";

export type Verdict = "applies" | "excepted" | "no-match" | "not-in-force" | "unknown";

/** How a term was counted. */
export interface Bound {
  readonly on: "duty" | "floor" | "ceiling" | "transfer";
  readonly event: string;
  readonly start?: Day;
  readonly rolled?: Day;
  readonly plus: string;
  readonly end?: Day;
  readonly opens?: Day;
  readonly state: "counted" | "ahead" | "unknown";
}

/** One rule's part in an answer. */
export interface Step {
  readonly rule: string;
  readonly version: Day;
  readonly cite: readonly Citation[];
  readonly grade: Grade;
  readonly verdict: Verdict;
  readonly because: readonly Atom[];
  readonly by?: string;
  readonly bound?: Bound;
}

const nothing: readonly Atom[] = [];

function step(row: RuleRow, verdict: Verdict, because: readonly Atom[], bound?: Bound): Step {
  const { version } = row;
  const made: { -readonly [Key in keyof Step]: Step[Key] } = {
    rule: row.rule.id,
    version: version.inForce.from,
    cite: version.cite,
    grade: version.grade,
    verdict,
    because,
  };
  if (bound !== undefined) made.bound = bound;
  return made;
}

/** The first atoms that make a node what it is. */
function culprits(node: Node, classes: ArrayLike<number>, wanted: 0 | 2): Atom[] {
  switch (node.op) {
    case "const":
      return [];
    case "not":
      return atomsOf(node).map((inner) => inner.atom);
    case "all":
    case "any": {
      const inner = node.nodes.find((candidate) => {
        const decided = decideByClass(candidate, classes);
        return decided.op === "const" && decided.value === wanted;
      });
      // Of alternatives that all fail, each has its part in the failing.
      const one = node.op === "all" || wanted === UNKNOWN;
      if (one && inner !== undefined) return culprits(inner, classes, wanted);
      return node.nodes.flatMap((candidate) => culprits(candidate, classes, wanted)).slice(0, 3);
    }
    default:
      return [node.atom];
  }
}

const onOf = {
  dispose: "duty",
  minimum: "floor",
  maximum: "ceiling",
  preserve: "transfer",
  ask: "duty",
} as const;

function boundOf(row: RuleRow, columns: Columns, index: number): Bound | undefined {
  const { term } = row;
  if (term === undefined) return undefined;
  const event = columns.domain.days[slotOf(term, columns, index)]?.name ?? "";
  const plus = typeof term.term.plus === "string" ? term.term.plus : `{${term.term.plus.periodIn}}`;
  const base = { on: onOf[row.kind], event, plus } as const;
  const start = eventDay(term, columns, index);
  if (start === NO_DAY) return { ...base, state: "ahead" };
  const end = endDay(term, columns, index);
  if (start === UNKNOWN_DAY || end === UNKNOWN_DAY) return { ...base, state: "unknown" };
  const text = formatDay(end);
  const made: { -readonly [Key in keyof Bound]: Bound[Key] } = {
    on: base.on,
    event,
    plus,
    start: formatDay(start),
    end: text,
    opens: term.opens === 0 ? text : formatDay(end + 1),
    state: "counted",
  };
  if (term.roll !== 0) made.rolled = formatDay(rolled(term, start));
  return made;
}

const sharedByCell = new WeakMap<Cell, readonly Step[]>();
const outOfForce = new WeakMap<Lens, readonly Step[]>();

/** Steps that the cell decides: rules that do not match, whatever the days are. */
function classSteps(lens: Lens, cell: Cell): Step[] {
  return lens.candidates.flatMap(({ node, row }) => {
    const decided = decideByClass(node, cell.classes);
    if (decided.op !== "const" || decided.value === TRUE) return [];
    return [
      decided.value === FALSE
        ? step(row, "no-match", culprits(node, cell.classes, FALSE))
        : step(row, "unknown", culprits(node, cell.classes, UNKNOWN)),
    ];
  });
}

/** The steps all rows of a cell share. */
function sharedSteps(lens: Lens, rows: readonly RuleRow[], cell: Cell): readonly Step[] {
  let steps = sharedByCell.get(cell);
  if (steps === undefined) {
    steps = [...classSteps(lens, cell), ...lensSteps(lens, rows)];
    sharedByCell.set(cell, steps);
  }
  return steps;
}

function lensSteps(lens: Lens, rows: readonly RuleRow[]): readonly Step[] {
  let steps = outOfForce.get(lens);
  if (steps === undefined) {
    const present = new Set(lens.candidates.map((candidate) => candidate.row));
    steps = rows.filter((row) => !present.has(row)).map((row) => step(row, "not-in-force", nothing));
    outOfForce.set(lens, steps);
  }
  return steps;
}

const lateSteps = new WeakMap<Node, Map<Verdict, Step>>();

/** The step of a rule that a day keeps from applying; the same for all rows. */
function lateStep(row: RuleRow, node: Node, verdict: Verdict): Step {
  let steps = lateSteps.get(node);
  if (steps === undefined) lateSteps.set(node, (steps = new Map()));
  let made = steps.get(verdict);
  if (made === undefined) {
    made = step(
      row,
      verdict,
      atomsOf(node).map((atom) => atom.atom),
    );
    steps.set(verdict, made);
  }
  return made;
}

type Standing = ReturnType<typeof standing>;

const certain = new WeakMap<Cell, Standing>();

/** What stands among the rules that apply whatever the days are. */
function certainOf(cell: Cell): Standing {
  let made = certain.get(cell);
  if (made === undefined) certain.set(cell, (made = standing(cell.certain)));
  return made;
}

/** The steps of the rules that apply, with their arithmetic, and of those they defeat. */
function lead({ kept, defeated }: Standing, columns: Columns, index: number): Step[] {
  const steps: Step[] = [];
  for (const { row } of kept) steps.push(step(row, "applies", nothing, boundOf(row, columns, index)));
  for (const { candidate, by } of defeated) steps.push({ ...step(candidate.row, "excepted", nothing), by });
  return steps;
}

/** All steps of one row: rules that apply first, then those defeated or unknown, then the rest. */
export function stepsOf(
  lens: Lens,
  rows: readonly RuleRow[],
  cell: Cell,
  columns: Columns,
  index: number,
  asOf: number,
): Step[] {
  const shared = sharedSteps(lens, rows, cell);
  if (cell.residual.length === 0) return lead(certainOf(cell), columns, index).concat(shared);
  const applying: Candidate[] = [];
  const late: Step[] = [];
  for (const { candidate, node } of cell.residual) {
    const truth = truthOf(node, columns.days, index, asOf);
    if (truth === TRUE) applying.push(candidate);
    else late.push(lateStep(candidate.row, node, truth === FALSE ? "no-match" : "unknown"));
  }
  if (applying.length === 0) return lead(certainOf(cell), columns, index).concat(late, shared);
  applying.push(...cell.certain);
  applying.sort((a, b) => a.rank - b.rank || a.row.index - b.row.index);
  return lead(standing(applying), columns, index).concat(late, shared);
}
