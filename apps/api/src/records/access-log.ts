/** Every time content leaves, the log says so first: who, when, which part, for which activity and purpose. */
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { activityOf } from "../kernel/activities.ts";
import type { Unit } from "@tillit/record-store";
import { allowReading } from "./restriction.ts";

/** Accesses have a stream of their own: they never compete with what happens to the application. */
export function accessStream(id: string): string {
  return `access/${id}`;
}

interface Read {
  readonly record: string;
  readonly at: string;
  readonly by: string;
  /** Section of the envelope, or words by their id. */
  readonly part: string;
}

/** Content of a record, read at the desk: where the record is restricted, for a purpose that lets it be read. */
export interface Handling extends Read {
  readonly purpose: "handling";
  /** The record that the words are about, where they are filed under something else. */
  readonly about?: string | undefined;
  readonly restrictedUse: RestrictedUse | undefined;
}

/** Words of a person's request, or the person's own copy: no restriction stands in the way of these. */
export interface OtherRead extends Read {
  readonly purpose: "request" | "own-copy";
}

/**
 * Returns the purpose for which a restricted record is read; undefined where it is not restricted.
 *
 * @throws Problem RECORD_RESTRICTED with reason PURPOSE_NEEDED; nothing is written then, and nothing may leave
 */
export async function logAccess(
  unit: Unit,
  access: Handling | OtherRead,
): Promise<RestrictedUse | undefined> {
  const { record, at, by, purpose, part } = access;
  const restricted =
    access.purpose === "handling"
      ? await allowReading(unit, access.about ?? record, access.restrictedUse)
      : undefined;
  const activity = activityOf(unit.controller);
  const data = { part, purpose, ...(restricted === undefined ? {} : { restricted }) };
  await unit.log.append(accessStream(record), "any", [{ type: "ContentAccessed", at, by, activity, data }]);
  return restricted;
}
