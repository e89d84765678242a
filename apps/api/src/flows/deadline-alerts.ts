/** Open requests whose last day is near or past: for the desk to act on, and for the daily job to count. */
import { addDays, type CalendarDate } from "@tillit/civil-time";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import type { RequestRow } from "../store/store.ts";
import { listRequests } from "./handle-request.ts";

/** A last day this near is urgent. */
const nearDays = 7;

export interface Alerts {
  readonly late: readonly RequestRow[];
  readonly near: readonly RequestRow[];
}

export function alertsAmong(requests: readonly RequestRow[], today: CalendarDate): Alerts {
  const near = addDays(today, nearDays);
  const open = requests.filter(({ status }) => status !== "closed");
  return {
    late: open.filter(({ lastDay }) => lastDay < today),
    near: open.filter(({ lastDay }) => lastDay >= today && lastDay <= near),
  };
}

/** Those that this person reaches. */
export async function deadlineAlerts(deps: Deps, staff: Session) {
  const today = swedishDay(deps.clock());
  const { late, near } = alertsAmong(await listRequests(deps, staff), today);
  return { asOf: String(today), late: [...late], near: [...near] };
}
