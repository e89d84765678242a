/**
 * Restriction is a state of a record: it is stored, and nothing else, until the request that restricts it
 * says otherwise. Every use of a record of any kind passes here.
 */
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { restrictedUses } from "@tillit/dsar-workflow/regime";
import { Problem } from "../problem.ts";
import type { RequestRow, Unit } from "@tillit/record-store";

/** `see`: that it is there, what is known about it in the clear, who may reach it. `process`: anything done with it. */
export type Use = "see" | "process";

/** The person's requests that restrict the record now; none where it is not restricted. */
export async function restrictionsOn(unit: Unit, record: string): Promise<readonly RequestRow[]> {
  return (await unit.projections.requestsOf(record)).filter(({ restricted }) => restricted);
}

/**
 * @throws Problem RECORD_RESTRICTED where it is to be processed and may only be stored
 */
export async function allowUse(unit: Unit, record: string, use: Use): Promise<void> {
  if (use === "see") return;
  if ((await restrictionsOn(unit, record)).length > 0) throw new Problem("RECORD_RESTRICTED");
}

/**
 * The purpose to log a reading of content with; undefined where the record is not restricted.
 *
 * @throws Problem RECORD_RESTRICTED with reason PURPOSE_NEEDED where none of the four was named
 */
export async function allowReading(
  unit: Unit,
  record: string,
  purpose: RestrictedUse | undefined,
): Promise<RestrictedUse | undefined> {
  if ((await restrictionsOn(unit, record)).length === 0) return undefined;
  if (purpose === undefined || !Object.hasOwn(restrictedUses, purpose))
    throw new Problem("RECORD_RESTRICTED", "PURPOSE_NEEDED");
  return purpose;
}

/** Those of the records that are restricted. */
export async function restrictedAmong(unit: Unit, records: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = new Set(records);
  const rows = await unit.projections.restrictingRequests();
  return new Set(rows.map(({ application }) => application).filter((record) => wanted.has(record)));
}
