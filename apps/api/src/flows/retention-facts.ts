/**
 * What retention is told about an application: dates of events, kind of holder, the controller's own plan. The record
 * here is the application itself; the file of a home that is approved is the board's own and lives elsewhere.
 */
import type { Facts, FactValue, Hold } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { CaseRow, Controller, RequestRow } from "../store/store.ts";

const holders = { "public-authority": "social-board", "private-provider": "private-provider" } as const;

/** An event that has not happened is absent. A request that is open holds the record. */
export function retentionFacts(
  { kind, plan }: Controller,
  row: CaseRow,
  requests: readonly RequestRow[],
): Facts {
  const closed = row.decidedAt ?? (row.status === "withdrawn" ? row.lastEntry : undefined);
  const values: Record<string, FactValue> = {
    holder: holders[kind],
    statute: "SoL",
    recordType: "application",
    receivedOn: day(row.receivedAt),
    lastEntry: day(row.lastEntry),
    ...(closed === undefined ? {} : { caseClosed: day(closed) }),
    ...(plan === undefined
      ? {}
      : { planPeriod: plan.period, planFrom: plan.from, planDecision: plan.decision }),
  };
  const holds = requests
    .filter(({ status }) => status !== "closed")
    .map(({ id, received }): Hold => ({
      id,
      matter: "request",
      placed: received as Hold["placed"],
      by: "applicant",
    }));
  return { id: row.id, unit: "file", holds, values };
}

function day(at: string): string {
  return swedishDay(new Date(at));
}
