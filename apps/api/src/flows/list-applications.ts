import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";

/** The inbox: newest first, own controller only. */
export async function listApplications(deps: Deps, staff: Session, limit: number) {
  const rows = await deps.store.read(staff.controller, (unit) => unit.projections.cases(limit));
  return rows.map(({ id, app, number, receivedAt, assignments, status }) => ({
    id,
    app,
    number,
    receivedAt,
    assignments: [...assignments],
    status,
  }));
}
