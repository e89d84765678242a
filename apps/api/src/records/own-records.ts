/** What an applicant reaches: the records that the own receipt or e-identification names. */
import type { Applicant } from "@tillit/login";
import type { Whereabouts } from "@tillit/record-store";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";

export async function ownRecords(deps: Deps, { app, key }: Applicant): Promise<readonly Whereabouts[]> {
  return (await deps.store.ofApplication(app)).filter(({ applicant }) => applicant === key);
}

/**
 * One record of the applicant; anyone else's is not there.
 *
 * @throws Problem NOT_FOUND · GONE where it has been destroyed
 */
export async function ownRecord(deps: Deps, applicant: Applicant, record: string): Promise<Whereabouts> {
  const found = (await ownRecords(deps, applicant)).find((where) => where.record === record);
  if (found !== undefined) return found;
  const gone = (await deps.store.whereIs(record)) === undefined && (await deps.store.wasHere(record));
  throw new Problem(gone ? "GONE" : "NOT_FOUND");
}
