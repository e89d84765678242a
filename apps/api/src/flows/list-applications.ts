import type { Deps } from "../deps.ts";
import { reachOf } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import type { RequestRow } from "../store/store.ts";

/** By application: the nearest last day of a request that is not answered yet. */
function lastDays(open: readonly RequestRow[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { application, lastDay } of open) {
    const known = days.get(application);
    if (known === undefined || lastDay < known) days.set(application, lastDay);
  }
  return days;
}

/** The inbox: newest first, as far as the person reaches in the own controller. */
export async function listApplications(deps: Deps, staff: Session, limit: number) {
  const { rows, due } = await deps.store.read(staff.controller, async (unit) => ({
    rows: await unit.projections.cases(limit, reachOf(staff)),
    due: lastDays(await unit.projections.openRequests()),
  }));
  return rows.map(({ id, app, number, receivedAt, assignments, status }) => {
    const day = due.get(id);
    return {
      id,
      app,
      number,
      receivedAt,
      assignments: [...assignments],
      status,
      ...(day === undefined ? {} : { due: day }),
    };
  });
}
