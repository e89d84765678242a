/** What a record is made of, looked at before anything is read: a key that nobody reads is refused, not dropped. */
import { parseDay } from "../day/civil-day.ts";
import { RetentionError } from "../errors.ts";
import type { Facts, Hold } from "../facts.ts";
import { isBlank, isPadded } from "../name/fold-name.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";

/** A hold as day numbers. */
export interface HoldDays {
  readonly id: string;
  readonly placed: number;
  readonly released: number | undefined;
}

const MAX_PARTS_DEPTH = 8;
const recordKeys: readonly (keyof Facts)[] = ["id", "unit", "subject", "parts", "holds", "values"];
const holdKeys: readonly (keyof Hold)[] = ["id", "matter", "placed", "released", "by"];
const [knownInRecord, knownInHold]: [ReadonlySet<string>, ReadonlySet<string>] = [
  new Set(recordKeys),
  new Set(holdKeys),
];

function malformed(message: string, at: string): RetentionError {
  return new RetentionError("FACTS_MALFORMED", message, at);
}

/** Plain data, of any realm: what a Map or a class keeps elsewhere would not be seen. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** @throws {RetentionError} ID_EMPTY, ID_PADDED */
export function refuseEmptyId(id: string, at = "id"): void {
  if (isBlank(id)) throw new RetentionError("ID_EMPTY", "a record has an id that can be seen", at);
  if (isPadded(id))
    throw new RetentionError("ID_PADDED", "an id neither begins nor ends with what cannot be seen", at);
}

/**
 * Refuses what is no record: parts and holds are only seen to be lists.
 *
 * @param path - of the record, with a dot behind; empty for the outermost
 * @throws {RetentionError} FACTS_MALFORMED, UNKNOWN_KEY, ID_EMPTY, ID_PADDED
 */
export function checkRecord(facts: Facts, path = ""): void {
  if (typeof facts !== "object" || facts === null)
    throw new RetentionError("FACTS_MALFORMED", "a record has an id, a unit and values", path.slice(0, -1));
  refuseUnknownKeys(facts, knownInRecord, path);
  const { id, values, subject, parts, holds } = facts;
  if (typeof id !== "string") throw malformed("a record has an id, a unit and values", `${path}id`);
  refuseEmptyId(id, `${path}id`);
  if (!isPlain(values)) throw malformed("a record's values are a plain object", `${path}values`);
  if (subject !== undefined && (typeof subject !== "string" || isBlank(subject)))
    throw malformed("a subject is a reference in text", `${path}subject`);
  if (parts !== undefined && !Array.isArray(parts))
    throw malformed("parts are a list of records", `${path}parts`);
  if (holds !== undefined && !Array.isArray(holds)) throw malformed("holds are a list", `${path}holds`);
}

/** Whether a record has to be decided part by part; what is no list of parts is refused there. */
export function hasParts(facts: Facts): facts is Facts & { readonly parts: readonly Facts[] } {
  const parts: unknown = typeof facts === "object" && facts !== null ? facts.parts : undefined;
  return parts !== undefined && !(Array.isArray(parts) && parts.length === 0);
}

/**
 * Refuses what is no record, its holds and all of its parts included. A part is looked at as it was given, before it
 * takes over what its file has.
 * @throws {RetentionError} FACTS_MALFORMED, UNKNOWN_KEY, ID_EMPTY, ID_PADDED, DAY_MALFORMED
 */
export function checkTree(facts: Facts, path = "", depth = 0): void {
  if (depth > MAX_PARTS_DEPTH)
    throw malformed(`parts are at most ${MAX_PARTS_DEPTH} levels deep`, path.slice(0, -1));
  checkRecord(facts, path);
  holdDays(facts.holds ?? [], path);
  for (const [at, part] of (facts.parts ?? []).entries()) checkTree(part, `${path}parts.${at}.`, depth + 1);
}

/**
 * The holds of a record as day numbers.
 * @throws {RetentionError} FACTS_MALFORMED, UNKNOWN_KEY, DAY_MALFORMED
 */
export function holdDays(holds: readonly Hold[], path = ""): HoldDays[] {
  return Array.from(holds, (hold, at) => {
    const place = `${path}holds.${at}`;
    if (typeof hold !== "object" || hold === null || typeof hold.id !== "string")
      throw malformed("a hold has an id, a matter, a day and who placed it", place);
    refuseUnknownKeys(hold, knownInHold, `${place}.`);
    return {
      id: hold.id,
      placed: parseDay(hold.placed, `${place}.placed`),
      released: hold.released === undefined ? undefined : parseDay(hold.released, `${place}.released`),
    };
  });
}
