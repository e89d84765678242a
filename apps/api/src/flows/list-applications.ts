import type { Deps } from "../deps.ts";
import { reachOf } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";

/** The inbox: newest first, as far as the person reaches in the own controller. */
export async function listApplications(deps: Deps, staff: Session, limit: number) {
  const rows = await deps.store.read(staff.controller, (unit) =>
    unit.projections.cases(limit, reachOf(staff)),
  );
  return rows.map(({ id, app, number, receivedAt, assignments, status }) => ({
    id,
    app,
    number,
    receivedAt,
    assignments: [...assignments],
    status,
  }));
}
