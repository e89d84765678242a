/** Requests of data subjects in the order of work, and those whose last day is near or past. */
import { addDays, type CalendarDate } from "@tillit/civil-time";
import { z } from "zod";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reachOf } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import type { PageAsked } from "@tillit/api-contract/ground/pages";
import { cursorOf, pageOf } from "../openapi/pages.ts";
import { day, requestId } from "@tillit/api-contract/ground/shapes";
import type { RequestRow } from "@tillit/record-store";

const cursor = cursorOf(
  "requests",
  z.object({ status: z.string().max(32), lastDay: day, received: day, id: requestId }),
);

/** A last day this near is urgent. */
const nearDays = 7;

export type Urgency = "late" | "near";

export function urgencyOf({ status, lastDay }: RequestRow, today: CalendarDate): Urgency | undefined {
  if (status === "closed" || lastDay > addDays(today, nearDays)) return undefined;
  return lastDay < today ? "late" : "near";
}

/** Open ones, the nearest last day first; behind them the closed, the newest first. As far as the person reaches. */
export async function listRequests(deps: Deps, staff: Session, asked: PageAsked) {
  const today = swedishDay(deps.clock());
  const { rows, next } = await requestsPage(deps, staff, asked);
  return {
    requests: rows.map((row) => {
      const urgency = urgencyOf(row, today);
      return urgency === undefined ? row : Object.assign({ urgency }, row);
    }),
    ...(next === undefined ? {} : { next }),
  };
}

/** Open ones whose last day is past, or within a week: the beginning of the same list, which ends with that week. */
export async function deadlineAlerts(deps: Deps, staff: Session, asked: PageAsked) {
  const today = swedishDay(deps.clock());
  const { rows, next } = await requestsPage(deps, staff, asked, addDays(today, nearDays));
  return {
    asOf: String(today),
    late: rows.filter((row) => urgencyOf(row, today) === "late"),
    near: rows.filter((row) => urgencyOf(row, today) === "near"),
    ...(next === undefined ? {} : { next }),
  };
}

async function requestsPage(deps: Deps, staff: Session, asked: PageAsked, until?: CalendarDate) {
  const reach = reachOf(staff);
  return deps.store.read(staff.controller, (unit) =>
    pageOf(asked, cursor, {
      read: (after, most) => unit.projections.requests(most, { reach, after, until }),
    }),
  );
}
