/** Every time content leaves, the log says so first: who, when, which part, for which activity and purpose. */
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { append } from "../kernel/act.ts";
import type { Unit } from "@tillit/record-store";
import { allowReading } from "./restriction.ts";

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
 * Returns the purpose for which a restricted record is read; undefined where it is not restricted. Accesses have a
 * stream of their own: they never compete with what happens to the application.
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
  const data = { part, purpose, ...(restricted === undefined ? {} : { restricted }) };
  await append(unit, "access", record, "any", { type: "ContentAccessed", at, by, data });
  return restricted;
}
