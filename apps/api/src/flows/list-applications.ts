import { z } from "zod";
import type { Deps } from "../deps.ts";
import { reachOf, reaches } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import { cursorOf, pageOf, type PageAsked } from "../openapi/pages.ts";
import { day, instantText, recordId } from "../openapi/shapes.ts";
import type { CaseRow, PlanRow } from "../store/store.ts";

const cursor = cursorOf(
  "applications",
  z.object({ status: z.string().max(32), due: day.optional(), receivedAt: instantText, id: recordId }),
);

/** By record: the first day it may go, or be handed over, as last planned. */
function firstDays(plans: readonly PlanRow[]): ReadonlyMap<string, string> {
  return new Map(
    plans.flatMap(({ record, outcome, earliest }) =>
      earliest !== undefined && (outcome === "dispose" || outcome === "transfer") ? [[record, earliest]] : [],
    ),
  );
}

/**
 * The inbox as far as the person reaches in the own controller: what is open or asked about, the nearest day first and
 * then what has waited longest; behind it what is closed, the newest first.
 */
export async function listApplications(deps: Deps, staff: Session, asked: PageAsked) {
  return deps.store.read(staff.controller, async (unit) => {
    const { rows, next } = await pageOf(asked, cursor, {
      read: (after, most) => unit.projections.cases(most, reachOf(staff), after),
    });
    const plans = firstDays(await unit.plans.of(rows.map(({ id }) => id)));
    return {
      applications: rows.map((row) => inboxRow(row, plans.get(row.id))),
      ...(next === undefined ? {} : { next }),
    };
  });
}

/** Named cases, of those that the person reaches: for a list that knows a case by its id only. */
export async function namedApplications(deps: Deps, staff: Session, ids: readonly string[]) {
  return deps.store.read(staff.controller, async (unit) => {
    const rows = (await unit.projections.casesOf(ids)).filter((row) => reaches(reachOf(staff), row));
    const plans = firstDays(await unit.plans.of(rows.map(({ id }) => id)));
    return { applications: rows.map((row) => inboxRow(row, plans.get(row.id))) };
  });
}

function inboxRow(
  { id, app, number, receivedAt, assignments, status, due }: CaseRow,
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
