/** All answers a record will ever get, as segments of days; asking for a day is then a lookup. */
import type { Columns } from "../bulk/columns.ts";
import { formatDay, MAX_DAY, tryParseDay } from "../day/civil-day.ts";
import type { Disposition } from "../disposition.ts";
import type { Facts } from "../facts.ts";
import type { Condition } from "../schema/rule-set.ts";
import { conditionsOf, eachCondition } from "../compile/domain.ts";
import { checkTree } from "../record/record-shape.ts";
import { decideFacts } from "./decide.ts";
import type { EngineState } from "./engine-state.ts";

/** An answer and the first day it holds; it holds until the next segment begins. */
export interface Segment {
  readonly from: string;
  readonly disposition: Disposition;
}

/** The ordered segments of a record, from the first day the rules support. */
export interface Timeline {
  readonly segments: readonly Segment[];
  /** The answer on a day; undefined before the first segment. */
  at(asOf: string): Disposition | undefined;
}

/** Days that conditions and transitions of a rule set name. */
function namedDays(state: EngineState): Set<number> {
  const days = new Set<number>(state.bounds);
  const visit = (condition: Condition): void => {
    const text =
      "before" in condition ? condition.before : "onOrAfter" in condition ? condition.onOrAfter : undefined;
    const day = text === undefined ? undefined : tryParseDay(text);
    if (day !== undefined) days.add(day);
  };
  for (const condition of conditionsOf(state.ruleSet)) eachCondition(condition, visit);
  return days;
}

/** Days of the record itself on which an answer may turn: holds, and every event that a wait may wait for. */
function ownDays(facts: Facts): number[] {
  const texts = [
    ...(facts.holds ?? []).flatMap((hold) => [hold.placed, hold.released]),
    ...Object.values(facts.values).flatMap((value) =>
      typeof value === "string" ? [value] : Array.isArray(value) ? value : [],
    ),
  ];
  const own = texts.flatMap((text) => {
    const day = typeof text === "string" ? tryParseDay(text) : undefined;
    return day === undefined ? [] : [day];
  });
  return [...own, ...(facts.parts ?? []).flatMap(ownDays)];
}

function turningDays(disposition: Disposition): number[] {
  const [earliest, latest] = [disposition.earliest, disposition.latest].map((text) =>
    text === undefined ? undefined : tryParseDay(text),
  );
  return [
    ...(earliest === undefined ? [] : [earliest]),
    ...(latest === undefined ? [] : [latest + 1]),
    ...(disposition.parts ?? []).flatMap(turningDays),
  ];
}

const same = (a: Disposition, b: Disposition): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @throws {RetentionError} as deciding does */
export function timelineOf(state: EngineState, columns: Columns, facts: Facts): Timeline {
  checkTree(facts);
  const last = Math.min(state.supportsTo, MAX_DAY);
  const base = [...new Set([...namedDays(state), ...ownDays(facts)])]
    .filter((day) => day >= state.supportsFrom && day <= last)
    .toSorted((a, b) => a - b);
  const segments: { day: number; disposition: Disposition }[] = [];
  const add = (day: number): Disposition => {
    const disposition = decideFacts(state, columns, facts, day);
    const before = segments.at(-1);
    if (before === undefined || !same(before.disposition, disposition)) segments.push({ day, disposition });
    return disposition;
  };
  base.forEach((start, index) => {
    const end = base[index + 1] ?? last + 1;
    const inner = [...new Set(turningDays(add(start)))]
      .filter((day) => day > start && day < end)
      .toSorted((a, b) => a - b);
    for (const day of inner) add(day);
  });
  const list = segments.map(({ day, disposition }) => ({ from: formatDay(day), disposition }));
  return {
    segments: list,
    at: (asOf) => list.findLast((segment) => segment.from <= asOf)?.disposition,
  };
}
