import type { Deps } from "../deps.ts";
import { reachOf } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import type { CaseRow, PlanRow, RequestRow } from "../store/store.ts";

/** By application: the nearest last day of a request that is not answered yet. */
function lastDays(open: readonly RequestRow[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { application, lastDay } of open) {
    const known = days.get(application);
    if (known === undefined || lastDay < known) days.set(application, lastDay);
  }
  return days;
}

/** By record: the first day it may go, or be handed over, as last planned. */
function firstDays(plans: readonly PlanRow[]): ReadonlyMap<string, string> {
  return new Map(
    plans.flatMap(({ record, outcome, earliest }) =>
      earliest !== undefined && (outcome === "dispose" || outcome === "transfer") ? [[record, earliest]] : [],
    ),
  );
}

/** The inbox: newest first, as far as the person reaches in the own controller. */
export async function listApplications(deps: Deps, staff: Session, limit: number) {
  const { rows, due, plans } = await deps.store.read(staff.controller, async (unit) => {
    const found = await unit.projections.cases(limit, reachOf(staff));
    return {
      rows: found,
      due: lastDays(await unit.projections.openRequests()),
      plans: firstDays(await unit.plans.of(found.map(({ id }) => id))),
    };
  });
  return rows.map((row) => inboxRow(row, due.get(row.id), plans.get(row.id)));
}

function inboxRow(
  { id, app, number, receivedAt, assignments, status }: CaseRow,
  due: string | undefined,
  disposalFrom: string | undefined,
) {
  return {
    id,
    app,
    number,
    receivedAt,
    assignments: [...assignments],
    status,
    ...(due === undefined ? {} : { due }),
    ...(disposalFrom === undefined ? {} : { disposalFrom }),
  };
}
