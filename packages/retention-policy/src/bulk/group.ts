/** Cells that behave alike form a group: the same conditions on days lead to the same quick programs. */
import type { Node } from "../compile/condition.ts";
import { NO_DAY } from "../day/civil-day.ts";
import { type Cell, type CellMaker, programOfMask } from "../decide/cell.ts";
import { type QuickProgram, quickProgram } from "./quick/program.ts";
import { awaitedIn } from "./wait.ts";

/** Conditions more than these would mean too many programs for one group. */
const MAX_CONDITIONS = 4;

/** A condition on one day column, as what it comes to on either side of a day; condition n is bit n of a mask. */
export interface DayCondition {
  readonly slot: number;
  readonly day: number;
  readonly below: boolean;
  readonly above: boolean;
  /** What it comes to while the event lies ahead. */
  readonly ahead: boolean;
  /** Asked about before this day, an event that lies ahead leaves it open. */
  readonly openUntil: number;
}

/** `programs[mask]` is the program of rows whose conditions hold as the mask says, null where it has no quick form. */
export interface Group {
  readonly conditions: readonly DayCondition[];
  readonly programs: readonly (QuickProgram | null)[];
  /** Records of the group may wait for others of their subject, or be waited for. */
  readonly waits: boolean;
}

function dayCondition(node: Node): DayCondition | undefined {
  if (node.op === "not") {
    const inner = dayCondition(node.node);
    return inner && { ...inner, below: !inner.below, above: !inner.above, ahead: !inner.ahead };
  }
  if (node.op === "given")
    return {
      slot: node.slot,
      day: NO_DAY,
      below: node.want,
      above: node.want,
      ahead: !node.want,
      openUntil: NO_DAY,
    };
  if (node.op !== "day") return undefined;
  const { slot, day, before } = node;
  return {
    slot,
    day,
    below: before,
    above: !before,
    ahead: !before,
    openUntil: node.absentIsLater ? NO_DAY : day,
  };
}

/** The groups of an interval of law; number 0 holds the cells whose rows all go the general way. */
export class Groups {
  readonly list: Group[] = [{ conditions: [], programs: [null], waits: true }];
  private readonly numbers = new Map<string, number>();
  private readonly maker: CellMaker;
  private readonly awaited: ReadonlySet<string>;

  constructor(maker: CellMaker, awaited: ReadonlySet<string>) {
    this.maker = maker;
    this.awaited = awaited;
  }

  /** The number of a cell's group. */
  of(cell: Cell): number {
    const group = this.make(cell);
    if (group === undefined) return 0;
    const signature = JSON.stringify(group);
    let number = this.numbers.get(signature);
    if (number === undefined) {
      number = this.list.push(group) - 1;
      this.numbers.set(signature, number);
    }
    return number;
  }

  private make(cell: Cell): Group | undefined {
    if (cell.open.length > 0 || cell.residual.length > MAX_CONDITIONS) return undefined;
    const conditions: DayCondition[] = [];
    for (const { node } of cell.residual) {
      const condition = dayCondition(node);
      if (condition === undefined) return undefined;
      conditions.push(condition);
    }
    const whole = Array.from({ length: 1 << conditions.length }, (_, mask) =>
      programOfMask(this.maker, cell, mask),
    );
    const programs = whole.map((program) => quickProgram(program) ?? null);
    return {
      ...withoutIdle(conditions, programs),
      waits:
        awaitedIn(cell, this.awaited).length > 0 || whole.some(({ subjectWaits }) => subjectWaits.length > 0),
    };
  }
}

/** Leaves out conditions that change nothing: whichever way they go, the program is the same. */
function withoutIdle(
  conditions: readonly DayCondition[],
  programs: readonly (QuickProgram | null)[],
): Pick<Group, "conditions" | "programs"> {
  const texts = programs.map((program) => JSON.stringify(program));
  const matters = conditions.map((_, bit) =>
    programs.some((program, mask) => program === null || texts[mask] !== texts[mask ^ (1 << bit)]),
  );
  const bits = conditions.flatMap((_, bit) => (matters[bit] === true ? [bit] : []));
  return {
    conditions: bits.map((bit) => conditions[bit] as DayCondition),
    programs: Array.from({ length: 1 << bits.length }, (_, mask) => {
      const whole = bits.reduce((sum, bit, at) => sum | (((mask >> at) & 1) << bit), 0);
      return programs[whole] as QuickProgram | null;
    }),
  };
}
