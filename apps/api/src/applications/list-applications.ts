import { z } from "zod";
import type { Deps } from "../deps.ts";
import { reachOf, reaches } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import type { PageAsked } from "@tillit/api-contract/ground/pages";
import { cursorOf, pageOf } from "../openapi/pages.ts";
import { day, instantText, recordId } from "@tillit/api-contract/ground/shapes";
import type { CaseRow, PlanRow, Unit } from "@tillit/record-store";
import { restrictedAmong } from "../records/restriction.ts";

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
    return {
      applications: await inboxRows(unit, rows),
      ...(next === undefined ? {} : { next }),
    };
  });
}

/** Named cases, of those that the person reaches: for a list that knows a case by its id only. */
export async function namedApplications(deps: Deps, staff: Session, ids: readonly string[]) {
  return deps.store.read(staff.controller, async (unit) => {
    const rows = (await unit.projections.casesOf(ids)).filter((row) => reaches(reachOf(staff), row));
    return { applications: await inboxRows(unit, rows) };
  });
}

async function inboxRows(unit: Unit, rows: readonly CaseRow[]) {
  const ids = rows.map(({ id }) => id);
  const plans = firstDays(await unit.plans.of(ids));
  const restricted = await restrictedAmong(unit, ids);
  return rows.map((row) => inboxRow(row, plans.get(row.id), restricted.has(row.id)));
}

function inboxRow(
  { id, app, number, receivedAt, assignments, status, due }: CaseRow,
  disposalFrom: string | undefined,
  restricted: boolean,
) {
  return {
    id,
    app,
    number,
    receivedAt,
    assignments: [...assignments],
    status,
    ...(restricted ? { restricted } : {}),
    ...(due === undefined ? {} : { due }),
    ...(disposalFrom === undefined ? {} : { disposalFrom }),
  };
}
