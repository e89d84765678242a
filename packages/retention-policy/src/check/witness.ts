/** Records that show a diagnostic: facts a reader can run through `explain`. */
import { atomsOf, type Node, truthOf, TRUE } from "../compile/condition.ts";
import { CLASS_NONE, type Domain } from "../compile/domain.ts";
import { formatDay, NO_DAY, parseDay } from "../day/civil-day.ts";
import type { Facts, FactValue, Unit } from "../facts.ts";

/** Days tried for events a condition does not name: a leap day, a year's last day, an ordinary day. */
export const sampleDays: readonly number[] = ["2020-02-29", "2021-12-31", "2019-06-15"].map((day) =>
  parseDay(day),
);

/** The day of birth of witnesses. */
export const sampleBirth: number = parseDay("2008-02-29");

/** Day assignments that make day conditions come out in every way: around each day they name, and absent. */
export function* dayAssignments(domain: Domain, nodes: readonly Node[]): Generator<Int32Array> {
  const choices = new Map<number, Set<number>>();
  for (const node of nodes)
    for (const atom of atomsOf(node)) {
      if (atom.op === "class") continue;
      const set = choices.get(atom.slot) ?? new Set([sampleDays[0] as number]);
      if (domain.days[atom.slot]?.event === true) set.add(NO_DAY);
      if (atom.op === "day") set.add(atom.day - 1).add(atom.day);
      if (atom.op === "dayOfMonth")
        for (let date = 0; date < 31; date++)
          if ((atom.mask >> date) & 1) set.add(parseDay("2020-01-01") + date);
      choices.set(atom.slot, set);
    }
  const slots = [...choices.keys()].slice(0, 5);
  const lists = slots.map((slot) => [...(choices.get(slot) ?? [])].slice(0, 8));
  const total = lists.reduce((product, list) => product * list.length, 1);
  for (let index = 0; index < total; index++) {
    const days = Int32Array.from(domain.days, (field) =>
      field.event ? (sampleDays[0] as number) : sampleBirth,
    );
    let left = index;
    lists.forEach((list, at) => {
      days[slots[at] as number] = list[left % list.length] as number;
      left = Math.floor(left / list.length);
    });
    yield days;
  }
}

/** Columns of one row that hold an assignment. */
export function asColumns(days: Int32Array): Int32Array[] {
  return Array.from(days, (day) => Int32Array.of(day));
}

/** The days a node holds on, if some assignment makes it hold. */
export function daysThatSatisfy(domain: Domain, node: Node, asOf: number): Int32Array | undefined {
  for (const days of dayAssignments(domain, [node]))
    if (truthOf(node, asColumns(days), 0, asOf) === TRUE) return days;
  return undefined;
}

/** A record of the classes and days given; fields left at class 0 are not set. */
export function witnessFacts(
  domain: Domain,
  classes: Uint8Array,
  days: Int32Array,
  used: ReadonlySet<string>,
): Facts {
  const values: Record<string, FactValue> = {};
  let unit: Unit = "file";
  for (const field of domain.classes) {
    const index = classes[field.slot] as number;
    const value = field.value[index];
    if (field.name === "unit") {
      if (index > CLASS_NONE) unit = value as Unit;
      continue;
    }
    if (index <= CLASS_NONE) continue;
    const { kind } = field.field.type;
    values[field.name] =
      kind === "period"
        ? "P2Y"
        : kind === "eventName"
          ? (domain.days.find((day) => day.event)?.name ?? "")
          : kind === "text"
            ? "witness"
            : (value as FactValue);
  }
  for (const field of domain.days) {
    const day = days[field.slot] as number;
    if (used.has(field.name) && day !== NO_DAY) values[field.name] = formatDay(day);
  }
  return { id: "witness", unit, values };
}
