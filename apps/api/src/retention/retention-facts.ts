/**
 * What retention is told about an application: dates of events, kind of holder, the controller's own plan, what a reader
 * has stated, and what holds it. The record here is the application itself, until somebody says it is part of a case file.
 */
import { retentionFacts as applicationFacts } from "@tillit/application-case";
import type { Facts, FactValue, Hold } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import { holdsOn } from "../holds/hold-rules.ts";
import { restrictionsOn } from "../records/restriction.ts";
import { stillStatable } from "./stated-facts.ts";
import type {
  CaseRow,
  Controller,
  HoldRow,
  JsonObject,
  KeepRow,
  RequestRow,
  Unit,
} from "@tillit/record-store";

export const holders = {
  "public-authority": "social-board",
  "private-provider": "private-provider",
} as const;

/** What besides the row decides: open requests, standing holds, a reviewer's answer, facts that a reader stated. */
export interface Circumstances {
  readonly requests?: readonly RequestRow[] | undefined;
  /** Requests that restrict the record: it is stored and nothing else. */
  readonly restrictions?: readonly RequestRow[] | undefined;
  readonly holds?: readonly HoldRow[] | undefined;
  readonly kept?: KeepRow | undefined;
  readonly stated?: JsonObject | undefined;
}

/** An event that has not happened is absent. A request that is open holds the record. */
export function retentionFacts(
  { kind, plan }: Controller,
  row: CaseRow,
  { requests = [], restrictions = [], holds = [], kept, stated = {} }: Circumstances,
): Facts {
  const values: Record<string, FactValue> = {
    holder: holders[kind],
    statute: "SoL",
    ...applicationFacts(row, day),
    ...(plan === undefined
      ? {}
      : { planPeriod: plan.period, planFrom: plan.from, planDecision: plan.decision }),
    ...(stillStatable(stated) as Readonly<Record<string, FactValue>>),
  };
  const asked = requests
    .filter(({ status }) => status !== "closed")
    .map(({ id, received }): Hold => ({
      id,
      matter: "request",
      placed: received as Hold["placed"],
      by: "applicant",
    }));
  const restricting = restrictions.map(restrictionHold);
  const placed = holdsOn(holds, row).map(toHold);
  return { id: row.id, unit: "file", holds: [...asked, ...restricting, ...placed, ...keeping(kept)], values };
}

/** A restriction that stands holds the application, and the request it comes from. */
export function restrictionHold({ id, received }: Pick<RequestRow, "id" | "received">): Hold {
  return {
    id: `${id}/restriction`,
    matter: "restriction",
    placed: received as Hold["placed"],
    by: "applicant",
  };
}

export function toHold({ id, ground, placed, by, released }: HoldRow): Hold {
  const common = { id, matter: ground, placed: placed as Hold["placed"], by: by.split(":")[0] ?? "" };
  return released === undefined ? common : { ...common, released: released as Hold["placed"] };
}

/** An answer holds a record while it stands and says nothing of its day: the rules' own days stay as they are. */
export function keeping(kept: KeepRow | undefined): readonly Hold[] {
  if (kept === undefined) return [];
  const { list, since, by } = kept;
  return [
    { id: `${list}/keep`, matter: "review", placed: since as Hold["placed"], by: by.split(":")[0] ?? "" },
  ];
}

/** What is asked about many records at once. */
export interface Sweep {
  readonly today: string;
  readonly requests: ReadonlyMap<string, readonly RequestRow[]>;
  readonly restrictions: ReadonlyMap<string, readonly RequestRow[]>;
  readonly holds: readonly HoldRow[];
}

export async function sweepOf(unit: Unit, today: string): Promise<Sweep> {
  return {
    today,
    requests: Map.groupBy(await unit.projections.openRequests(), ({ application }) => application),
    restrictions: Map.groupBy(await unit.projections.restrictingRequests(), ({ application }) => application),
    holds: await unit.holds.standing(today),
  };
}

/** The circumstances of some records within a sweep. */
export async function circumstancesOf(
  unit: Unit,
  { today, requests, restrictions, holds }: Sweep,
  rows: readonly CaseRow[],
): Promise<(id: string) => Circumstances> {
  const ids = rows.map(({ id }) => id);
  const stated = await unit.facts.of(ids);
  const kept = await unit.keeps.standing(ids, today);
  return (id) => ({
    requests: requests.get(id),
    restrictions: restrictions.get(id),
    holds,
    kept: kept.get(id),
    stated: stated.get(id),
  });
}

/** The circumstances of one record. */
export async function circumstances(unit: Unit, id: string, today: string): Promise<Circumstances> {
  return {
    requests: await unit.projections.requestsOf(id),
    restrictions: await restrictionsOn(unit, id),
    holds: await unit.holds.standing(today),
    kept: (await unit.keeps.standing([id], today)).get(id),
    stated: (await unit.facts.of([id])).get(id),
  };
}

function day(at: string): string {
  return swedishDay(new Date(at));
}
