/**
 * What retention is told about a request of a data subject: a record of its own, with its words, letters and answer.
 * What happened with it is read from its log, so that nothing has to be kept twice.
 */
import type { Facts, FactValue, Hold } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import { covers } from "../holds/hold-rules.ts";
import { reachesMatter } from "../records/access-scope.ts";
import { load, type Logged } from "../kernel/load.ts";
import { closedAt, foldRequest } from "../requests/row.ts";
import type { CaseRow, Controller, HoldRow, Reach, RequestRow, Unit } from "@tillit/record-store";
import { holders, keeping, restrictionHold, toHold, type Sweep } from "./retention-facts.ts";

export function isRequestId(record: string): boolean {
  return record.startsWith("r-");
}

/** The facts of some requests within a sweep. */
export async function requestFacts(
  unit: Unit,
  controller: Controller,
  sweep: Sweep,
  rows: readonly RequestRow[],
): Promise<readonly Facts[]> {
  const matters = await mattersOf(unit, rows);
  const ids = rows.map(({ id }) => id);
  const kept = await unit.keeps.standing(ids, sweep.today);
  const facts: Facts[] = [];
  for (const row of rows) {
    const events = row.status === "closed" ? await load(unit, "request", row.id) : [];
    const holds = [
      ...requestHolds(sweep, row),
      ...ownHolds(row, events),
      ...sweep.holds
        .filter(({ scope }) => holdsRequest(scope, row, matters.get(row.application)))
        .map(toHold),
      ...keeping(kept.get(row.id)),
    ];
    facts.push({ id: row.id, unit: "file", holds, values: valuesOf(controller, row, events) });
  }
  return facts;
}

function valuesOf(
  { kind, requestPlan }: Controller,
  row: RequestRow,
  events: readonly Logged<"request">[],
): Record<string, FactValue> {
  const [closed, last] = [closedAt(events), events.at(-1)];
  return {
    holder: holders[kind],
    statute: "none",
    recordType: "subject-request",
    receivedOn: row.received,
    ...(closed === undefined ? {} : { caseClosed: swedishDay(new Date(closed)) }),
    ...(last === undefined ? {} : { lastEntry: swedishDay(new Date(last.at)) }),
    ...(requestPlan === undefined
      ? {}
      : { planPeriod: requestPlan.period, planFrom: requestPlan.from, planDecision: requestPlan.decision }),
  };
}

/** A request that is open holds itself and every other about the same application: they may bear on each other. */
function requestHolds({ requests }: Sweep, { application }: RequestRow): readonly Hold[] {
  return (requests.get(application) ?? []).map(({ id, received }) => ({
    id,
    matter: "request",
    placed: received as Hold["placed"],
    by: "applicant",
  }));
}

/** A complaint that nobody has noted as settled, and a restriction that stands, hold a request that is closed. */
function ownHolds(row: RequestRow, events: readonly Logged<"request">[]): readonly Hold[] {
  const state = foldRequest(events);
  if (state.phase === "none") return [];
  const { complaintOn } = state;
  const complaint: readonly Hold[] =
    complaintOn === undefined
      ? []
      : [{ id: `${row.id}/complaint`, matter: "complaint", placed: complaintOn, by: "applicant" }];
  return [...complaint, ...(row.restricted ? [restrictionHold(row)] : [])];
}

/**
 * A hold on an application holds the requests about it. Where the application is gone nobody knows any more of which
 * unit or kind it was: then every such hold counts.
 */
export function holdsRequest(
  scope: HoldRow["scope"],
  { id, application }: RequestRow,
  matter: CaseRow | undefined,
): boolean {
  if (scope.kind === "record") return scope.of === id || scope.of === application;
  return matter === undefined || covers(scope, matter);
}

export async function mattersOf(
  unit: Unit,
  rows: readonly RequestRow[],
): Promise<ReadonlyMap<string, CaseRow>> {
  const cases = await unit.projections.casesOf([...new Set(rows.map(({ application }) => application))]);
  return new Map(cases.map((row) => [row.id, row]));
}

/** Those that someone reaches: a request is where its application is. */
export async function requestsWithin(
  unit: Unit,
  reach: Reach,
  rows: readonly RequestRow[],
): Promise<readonly RequestRow[]> {
  const matters = await mattersOf(unit, rows);
  return rows.filter(({ application }) => reachesMatter(reach, matters.get(application)));
}

/** Requests by their ids; what is gone is not among them. */
export async function requestsNamed(unit: Unit, ids: readonly string[]): Promise<readonly RequestRow[]> {
  const found = await Promise.all(ids.filter(isRequestId).map((id) => unit.projections.request(id)));
  return found.filter((row) => row !== undefined);
}
