/** The plan as lists show it: every record that is kept, with what retention says of it, a page at a time. */
import type { Language } from "@tillit/law-reference";
import type { Facts } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reachOf } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { CaseRow, Controller, RequestRow, Unit } from "@tillit/record-store";
import { listedApplication, type ListedApplication } from "../records/listed-applications.ts";
import { explained } from "./plan-retention.ts";
import { requestFacts, requestsWithin } from "./request-retention.ts";
import { circumstancesOf, retentionFacts, sweepOf, type Sweep } from "./retention-facts.ts";

/** Records on one page. */
const page = 1000;

/** Where a page of the plan ended: at an application or, these being behind it, at a request. */
export type PlanCursor =
  | { readonly application: Pick<CaseRow, "receivedAt" | "id"> }
  | { readonly request: Pick<RequestRow, "received" | "id"> };

/**
 * The applications that are kept, then the requests, each oldest first, a page at a time; a dry run, nothing is done.
 */
export async function planRetention(deps: Deps, staff: Session, language: Language, after?: PlanCursor) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const today = swedishDay(deps.clock());
  const { facts, applications, next } = await deps.store.read(staff.controller, async (unit) => {
    const sweep = await sweepOf(unit, today);
    return after !== undefined && "request" in after
      ? requestPage(unit, controller, sweep, { staff, after: after.request })
      : casePage(unit, controller, sweep, { staff, after: after?.application });
  });
  const dispositions = facts.map((one) => {
    const application = applications.get(one.id);
    return Object.assign(explained(deps, one, language), application === undefined ? {} : { application });
  });
  return { asOf: String(today), dispositions, ...(next === undefined ? {} : { next }) };
}

interface Page {
  readonly facts: readonly Facts[];
  readonly applications: ReadonlyMap<string, ListedApplication>;
  readonly next?: string | undefined;
}

/** With the last applications come the first requests. */
async function casePage(
  unit: Unit,
  controller: Controller,
  sweep: Sweep,
  {
    staff,
    after,
  }: { readonly staff: Session; readonly after?: Pick<CaseRow, "receivedAt" | "id"> | undefined },
): Promise<Page> {
  const rows = await unit.projections.casesAfter(after, page, reachOf(staff));
  const known = await circumstancesOf(unit, sweep, rows);
  const facts = rows.map((row) => retentionFacts(controller, row, known(row.id)));
  const applications = new Map(rows.map((row) => [row.id, listedApplication(row)]));
  const last = rows.at(-1);
  if (rows.length === page && last !== undefined)
    return { facts, applications, next: `${last.receivedAt}.${last.id}` };
  const more = await requestPage(unit, controller, sweep, { staff });
  return { facts: [...facts, ...more.facts], applications, next: more.next };
}

async function requestPage(
  unit: Unit,
  controller: Controller,
  sweep: Sweep,
  { staff, after }: { readonly staff: Session; readonly after?: Pick<RequestRow, "received" | "id"> },
): Promise<Page> {
  const rows = await unit.projections.requestsAfter(after, page);
  const own = await requestsWithin(unit, reachOf(staff), rows);
  const last = rows.length < page ? undefined : rows.at(-1);
  return {
    facts: await requestFacts(unit, controller, sweep, own),
    applications: new Map(),
    ...(last === undefined ? {} : { next: `${last.received}.${last.id}` }),
  };
}
