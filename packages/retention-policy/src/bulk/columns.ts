/** Facts as typed columns: one class per enumerated field, one day per event, holds and subjects on the side. */
import { type ClassField, CLASS_NONE, type Domain } from "../compile/domain.ts";
import type { TermColumns } from "../compile/term.ts";
import { NO_DAY, tryParseDay, UNKNOWN_DAY } from "../day/civil-day.ts";
import { tryParseWholePeriod, type WholePeriod } from "../day/period.ts";
import { RetentionError } from "../errors.ts";
import type { Facts, FactValue } from "../facts.ts";
import { unknownKey } from "../name/known-keys.ts";
import { checkRecord, hasParts, type HoldDays, holdDays } from "../record/record-shape.ts";

/** Mutable columns; made for one engine and refused by another. */
export interface Columns extends TermColumns {
  readonly domain: Domain;
  length: number;
  capacity: number;
  classes: Uint8Array[];
  days: Int32Array[];
  aux: Int32Array[];
  firsts: Map<number, Map<number, number>>;
  periods: WholePeriod[];
  periodIndex: Map<string, number>;
  holds: Map<number, readonly HoldDays[]>;
  subjects: Int32Array;
  subjectIndex: Map<string, number>;
}

/** Empty columns with room for `capacity` rows; they grow when more are pushed. */
export function makeColumns(domain: Domain, capacity: number): Columns {
  return {
    domain,
    length: 0,
    capacity,
    classes: domain.classes.map((field) => new Uint8Array(capacity).fill(field.absent)),
    days: domain.days.map((field) => new Int32Array(capacity).fill(field.event ? NO_DAY : UNKNOWN_DAY)),
    aux: Array.from({ length: domain.auxCount }, () => new Int32Array(capacity).fill(-1)),
    firsts: new Map(),
    periods: [],
    periodIndex: new Map(),
    holds: new Map(),
    subjects: new Int32Array(capacity).fill(-1),
    subjectIndex: new Map(),
  };
}

/** Makes room for at least `capacity` rows. */
export function growColumns(columns: Columns, capacity: number): void {
  if (capacity <= columns.capacity) return;
  const next = makeColumns(columns.domain, Math.max(capacity, columns.capacity * 2));
  columns.classes.forEach((column, index) => next.classes[index]?.set(column));
  columns.days.forEach((column, index) => next.days[index]?.set(column));
  columns.aux.forEach((column, index) => next.aux[index]?.set(column));
  next.subjects.set(columns.subjects);
  columns.classes = next.classes;
  columns.days = next.days;
  columns.aux = next.aux;
  columns.subjects = next.subjects;
  columns.capacity = next.capacity;
}

/** Forgets the rows and keeps the room. */
export function clearColumns(columns: Columns): void {
  const { length } = columns;
  if (length === 1) clearOne(columns);
  else if (length > 1) {
    for (const { slot, absent } of columns.domain.classes) columns.classes[slot]?.fill(absent, 0, length);
    for (const { slot, event } of columns.domain.days)
      columns.days[slot]?.fill(event ? NO_DAY : UNKNOWN_DAY, 0, length);
    for (const column of columns.aux) column.fill(-1, 0, length);
    columns.subjects.fill(-1, 0, length);
  }
  if (columns.firsts.size > 0) columns.firsts.clear();
  if (columns.holds.size > 0) columns.holds.clear();
  columns.length = 0;
}

/** The same for a single row, which calling `fill` so often would cost more than. */
function clearOne({ domain, classes, days, aux, subjects }: Columns): void {
  for (let slot = 0; slot < classes.length; slot++)
    (classes[slot] as Uint8Array)[0] = (domain.classes[slot] as ClassField).absent;
  for (let slot = 0; slot < days.length; slot++)
    (days[slot] as Int32Array)[0] = domain.days[slot]?.event === true ? NO_DAY : UNKNOWN_DAY;
  for (let slot = 0; slot < aux.length; slot++) (aux[slot] as Int32Array)[0] = -1;
  subjects[0] = -1;
}

function refused(name: string): RetentionError {
  return new RetentionError("FACTS_VALUE_REFUSED", "a fact has a value its field cannot have", name);
}

/** Position of a period among those seen, −1 for text that is no period. */
export function internPeriod(columns: Columns, text: string): number {
  const known = columns.periodIndex.get(text);
  if (known !== undefined) return known;
  const period = tryParseWholePeriod(text);
  if (period === undefined) return -1;
  const index = columns.periods.push(period) - 1;
  columns.periodIndex.set(text, index);
  return index;
}

function setClass(columns: Columns, field: ClassField, row: number, value: FactValue): void {
  const column = columns.classes[field.slot] as Uint8Array;
  const { kind } = field.field.type;
  if (value === null) {
    column[row] = 0;
    return;
  }
  if (kind === "enum" || kind === "boolean" || kind === "integer") {
    const index = typeof value === "object" ? undefined : field.classOf.get(value as string | number);
    if (index === undefined) throw refused(field.name);
    column[row] = index;
    return;
  }
  if (typeof value !== "string" || value === "") throw refused(field.name);
  column[row] = CLASS_NONE + 1;
  if (kind === "text") return;
  const index =
    kind === "period" ? internPeriod(columns, value) : (columns.domain.dayField.get(value)?.slot ?? -1);
  if (index < 0) throw refused(field.name);
  (columns.aux[field.aux] as Int32Array)[row] = index;
}

function setDays(columns: Columns, slot: number, name: string, row: number, value: FactValue): void {
  const column = columns.days[slot] as Int32Array;
  if (value === null) {
    column[row] = UNKNOWN_DAY;
    return;
  }
  if (typeof value === "string") {
    const day = tryParseDay(value);
    if (day === undefined) throw refused(name);
    column[row] = day;
    return;
  }
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  let first = Number.MAX_SAFE_INTEGER;
  let last = NO_DAY;
  for (const text of list) {
    const day = typeof text === "string" ? tryParseDay(text) : undefined;
    if (day === undefined) throw refused(name);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (last === NO_DAY) return;
  column[row] = last;
  if (first === last) return;
  if (!columns.firsts.has(slot)) columns.firsts.set(slot, new Map());
  columns.firsts.get(slot)?.set(row, first);
}

/** Number of a subject reference among those seen. */
export function internSubject(columns: Columns, subject: string): number {
  let index = columns.subjectIndex.get(subject);
  if (index === undefined) {
    index = columns.subjectIndex.size;
    columns.subjectIndex.set(subject, index);
  }
  return index;
}

/**
 * Appends one record without parts.
 * @throws {RetentionError} FACTS_MALFORMED, UNKNOWN_KEY, ID_EMPTY, ID_PADDED, FACTS_UNKNOWN_FIELD, FACTS_VALUE_REFUSED,
 * DAY_MALFORMED
 */
export function pushFacts(columns: Columns, facts: Facts): void {
  checkRecord(facts);
  if (hasParts(facts))
    throw new RetentionError("FACTS_MALFORMED", "columns hold records without parts", "parts");
  const row = columns.length;
  growColumns(columns, row + 1);
  const { domain } = columns;
  const { values, subject, holds } = facts;
  columns.length = row + 1;
  try {
    setClass(columns, domain.classField.get("unit") as ClassField, row, facts.unit ?? "");
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (value === undefined) continue;
      const field = domain.given.get(name);
      if (field === undefined)
        throw unknownKey(
          name,
          Object.keys(values).indexOf(name) + 1,
          "",
          [...domain.given.keys()],
          "FACTS_UNKNOWN_FIELD",
        );
      if ("event" in field) setDays(columns, field.slot, name, row, value);
      else setClass(columns, field, row, value);
    }
    if (subject !== undefined) columns.subjects[row] = internSubject(columns, subject);
    if (holds !== undefined && holds.length > 0) columns.holds.set(row, holdDays(holds));
  } catch (error) {
    forgetRow(columns, row);
    throw error;
  }
}

/** Takes back a row that was begun and refused. */
export function forgetRow(columns: Columns, row: number): void {
  for (const field of columns.domain.classes) (columns.classes[field.slot] as Uint8Array)[row] = field.absent;
  for (const field of columns.domain.days)
    (columns.days[field.slot] as Int32Array)[row] = field.event ? NO_DAY : UNKNOWN_DAY;
  for (const column of columns.aux) column[row] = -1;
  for (const first of columns.firsts.values()) first.delete(row);
  columns.subjects[row] = -1;
  columns.holds.delete(row);
  columns.length = row;
}
