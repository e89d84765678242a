/** Whose a request is: at the desk it is where its case is, for the applicant it goes with the application. */
import type { Deps } from "../deps.ts";
import type { Applicant, Session } from "@tillit/login";
import { reachesMatter, reachOf } from "../records/access-scope.ts";
import { Problem } from "../problem.ts";
import { load } from "../kernel/load.ts";
import { foldRequest } from "./row.ts";
import type { RequestRow, Unit, Whereabouts } from "@tillit/record-store";
import { ownRecords } from "../records/own-records.ts";

/** @throws Problem NOT_FOUND */
export async function withinReach(unit: Unit, staff: Session, id: string): Promise<RequestRow> {
  const request = await unit.projections.request(id);
  const matter = request && (await unit.projections.case(request.application));
  if (request === undefined || !reachesMatter(reachOf(staff), matter)) throw new Problem("NOT_FOUND");
  return request;
}

/**
 * The request that something is sent in about.
 *
 * @throws Problem NOT_FOUND · GONE where it has been destroyed, to who reaches what is of no unit
 */
export async function liveRequest(unit: Unit, staff: Session, id: string): Promise<RequestRow> {
  const known = await unit.projections.request(id);
  if (known === undefined && reachesMatter(reachOf(staff), undefined)) {
    if ((await load(unit, "request", id)).length > 0) throw new Problem("GONE");
  }
  return withinReach(unit, staff, id);
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

/**
 * The own request that something is sent in about.
 *
 * @throws Problem NOT_FOUND · GONE where it has been destroyed
 */
export async function ownLiveRequest(deps: Deps, applicant: Applicant, id: string): Promise<OwnRequest> {
  return ownRequest(deps, applicant, id).catch(async (error: unknown) => {
    for (const where of await ownRecords(deps, applicant)) {
      const events = await deps.store.read(where.controller, (unit) => load(unit, "request", id));
      const state = foldRequest(events);
      // The log still says which record it was about.
      if (state.phase !== "none" && state.matter === where.record) throw new Problem("GONE");
    }
    throw error;
  });
}
