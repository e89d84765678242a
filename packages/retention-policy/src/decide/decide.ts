/** One record on one day: the bulk path on columns of one row, dressed as a disposition with citations. */
import { clearColumns, type Columns, pushFacts } from "../bulk/columns.ts";
import type { RuleRow } from "../compile/rule-rows.ts";
import { formatDay, NO_DAY } from "../day/civil-day.ts";
import type { Deciding, Disposition } from "../disposition.ts";
import type { Facts, FactValue, Hold } from "../facts.ts";
import { checkTree, hasParts } from "../record/record-shape.ts";
import { type Cell, resolve } from "./cell.ts";
import * as code from "./codes.ts";
import type { EngineState, Lens } from "./engine-state.ts";
import { missingFacts, onlyAhead } from "./missing.ts";
import { joinParts } from "./parts.ts";
import { emptyResolution, type Resolution } from "./resolution.ts";
import { delayByHolds, heldBy, statusOf } from "./status.ts";

/** Row number + 1 of the version of a numbered rule in force on a day; 0 where there is none or it is the same one. */
export function versionAt(state: EngineState, ref: number, day: number): number {
  const row = state.rows[ref - 1];
  if (row === undefined || day === NO_DAY) return 0;
  if (row.from <= day && (row.until === undefined || day < row.until)) return 0;
  for (const step of [-1, 1])
    for (let index = row.index + step; state.rows[index]?.rule === row.rule; index += step) {
      const other = state.rows[index] as RuleRow;
      if (other.from <= day && (other.until === undefined || day < other.until)) return index + 1;
    }
  return 0;
}

const known = new WeakMap<EngineState, Map<number, Deciding | undefined>>();

/** The deciding rule or the entry of `otherwise`, with its citation; made once for each pair of versions. */
export function decidingOf(state: EngineState, ref: number, duty: number): Deciding | undefined {
  if (ref === 0) return undefined;
  let made = known.get(state);
  if (made === undefined) known.set(state, (made = new Map()));
  const key = ref * (state.rows.length + 1) + versionAt(state, ref, duty);
  if (!made.has(key)) made.set(key, makeDeciding(state, ref, duty));
  return made.get(key);
}

function makeDeciding(state: EngineState, ref: number, duty: number): Deciding | undefined {
  const row = state.rows[ref - 1];
  if (row === undefined) {
    const entry = state.otherwise[ref - 1 - state.rows.length]?.entry;
    if (entry === undefined) return undefined;
    const { id, cite, grade, note } = entry;
    const version = state.ruleSet.supports.from;
    return { rule: id, version, cite, grade, ...(note === undefined ? {} : { note: note.sv }) };
  }
  const { version } = row;
  const atDuty = state.rows[versionAt(state, ref, duty) - 1];
  return {
    rule: row.rule.id,
    version: version.inForce.from,
    cite: version.cite,
    grade: version.grade,
    ...(version.note === undefined ? {} : { note: version.note.sv }),
    ...(atDuty === undefined
      ? {}
      : { atDuty: { version: atDuty.version.inForce.from, cite: atDuty.version.cite } }),
  };
}

/** Dresses a resolution as a disposition, key by key: spreading costs more than all the rest. */
export function dispositionOf(
  state: EngineState,
  id: string,
  out: Resolution,
  status: number,
  more: { readonly [Key in "missing" | "heldBy" | "waitsFor"]?: Disposition[Key] | undefined },
): Disposition {
  const deciding = decidingOf(state, out.ref, out.duty);
  const made: { -readonly [Key in keyof Disposition]: Disposition[Key] } = {
    id,
    outcome: code.outcomes[out.outcome] as Disposition["outcome"],
    status: code.statuses[status] as Disposition["status"],
    reason: code.reasons[out.reason] as Disposition["reason"],
  };
  if (out.duty !== NO_DAY) made.dutyArises = formatDay(out.duty);
  if (out.earliest !== NO_DAY) made.earliest = formatDay(out.earliest);
  if (out.latest !== NO_DAY) made.latest = formatDay(out.latest);
  if (out.receiver !== undefined) made.transferTo = out.receiver;
  if (deciding !== undefined) made.deciding = deciding;
  const against = out.against === 0 ? undefined : state.rows[out.against - 1];
  if (against !== undefined) made.between = [deciding?.rule ?? "", against.rule.id];
  if (more.missing !== undefined) made.missing = more.missing;
  if (more.heldBy !== undefined) made.heldBy = more.heldBy;
  if (more.waitsFor !== undefined) made.waitsFor = more.waitsFor;
  return made;
}

function decideOne(state: EngineState, columns: Columns, facts: Facts, asOf: number): Disposition {
  clearColumns(columns);
  pushFacts(columns, facts);
  return dispositionOfRow(state, columns, 0, facts.id, asOf);
}

/** The full disposition of one row of columns. */
export function dispositionOfRow(
  state: EngineState,
  columns: Columns,
  row: number,
  id: string,
  asOf: number,
  lens: Lens = state.lensOn(asOf),
  cell: Cell = lens.cellAt(columns.classes, row),
): Disposition {
  const out = emptyResolution();
  resolve(lens, cell, columns, row, asOf, out);
  const holds = columns.holds.get(row);
  const held = heldBy(holds, asOf);
  delayByHolds(holds, asOf, out);
  const status = statusOf(out, asOf, held.length > 0, out.waiting !== undefined);
  let missing: string[] | undefined;
  if (out.outcome === code.UNDETERMINED) {
    missing = missingFacts(cell, lens, columns, row, asOf, out);
    if (onlyAhead(missing, columns, row)) out.reason = code.R_EVENT_AHEAD;
  }
  return dispositionOf(state, id, out, status, {
    missing,
    heldBy: held.length === 0 ? undefined : held,
    waitsFor: out.waiting === undefined ? undefined : [out.waiting.done],
  });
}

/** What a part takes from the file it lies in: values it does not have, the subject, the holds. */
export function inheritInto(file: Facts, part: Facts): Facts {
  const values: Readonly<Record<string, FactValue>> = { ...file.values, ...part.values };
  const holds: readonly Hold[] = [...(file.holds ?? []), ...(part.holds ?? [])];
  return {
    id: part.id,
    unit: part.unit,
    values,
    ...(part.subject === undefined && file.subject === undefined
      ? {}
      : { subject: part.subject ?? file.subject }),
    ...(part.parts === undefined ? {} : { parts: part.parts }),
    ...(holds.length === 0 ? {} : { holds }),
  };
}

/**
 * Decides one record, parts and all.
 * @throws {RetentionError} FACTS_MALFORMED, UNKNOWN_KEY, ID_EMPTY, ID_PADDED, FACTS_UNKNOWN_FIELD, FACTS_VALUE_REFUSED,
 * DAY_MALFORMED, OUT_OF_SUPPORT
 */
export function decideFacts(
  state: EngineState,
  columns: Columns,
  facts: Facts,
  asOf: number,
  depth = 0,
): Disposition {
  if (!hasParts(facts)) return decideOne(state, columns, facts, asOf);
  if (depth === 0) checkTree(facts);
  const parts = facts.parts.map((part) =>
    decideFacts(state, columns, inheritInto(facts, part), asOf, depth + 1),
  );
  return joinParts(facts.id, parts, asOf);
}
