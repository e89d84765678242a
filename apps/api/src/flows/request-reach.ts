/** Whose a request is: at the desk it is where its case is, for the applicant it goes with the application. */
import type { Deps } from "../deps.ts";
import type { Applicant } from "../identity/applicant-token.ts";
import { reachesMatter, reachOf } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import type { RequestRow, Unit, Whereabouts } from "../store/store.ts";
import { ownRecords } from "./my-applications.ts";

/** @throws Problem NOT_FOUND */
export async function withinReach(unit: Unit, staff: Session, id: string): Promise<RequestRow> {
  const request = await unit.projections.request(id);
  const matter = request && (await unit.projections.case(request.application));
  if (request === undefined || !reachesMatter(reachOf(staff), matter)) throw new Problem("NOT_FOUND");
  return request;
}

export interface OwnRequest {
  readonly where: Whereabouts;
  readonly row: RequestRow;
}

/**
 * A request about one of the applicant's own records; anyone else's is not there.
 *
 * @throws Problem NOT_FOUND
 */
export async function ownRequest(deps: Deps, applicant: Applicant, id: string): Promise<OwnRequest> {
  for (const where of await ownRecords(deps, applicant)) {
    const row = await deps.store.read(where.controller, (unit) => unit.projections.request(id));
    if (row?.application === where.record) return { where, row };
  }
  throw new Problem("NOT_FOUND");
}
