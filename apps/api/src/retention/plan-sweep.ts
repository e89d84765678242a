/** The plan of every record, kept for lists: swept once a day, and again for what a hold touches. Memory does not grow. */
import { addDays, isCalendarDate, type CalendarDate } from "@tillit/civil-time";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reachOf, reaches } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { CaseRow, Controller, PlanRow, RequestRow, Unit } from "@tillit/record-store";
import { breath } from "../kernel/yield-to-event-loop.ts";
import { type Kept, keptAmong } from "../extensions/list-extensions.ts";
import { applicationsAmong, type ListedApplication } from "../records/listed-applications.ts";
import { planRequests, planRows } from "./plan-retention.ts";
import { isRequestId, requestsNamed, requestsWithin } from "./request-retention.ts";

const page = 500;
/** What happened with a closed request is read from its log, which takes longer than a row. */
const requestsAtOnce = 100;

type Sweeping = Pick<Deps, "store" | "clock">;

/** More pages than this are not planned while somebody waits. */
const mostPagesNow = 10;

/** After a hold that touches many: the first records now, and where there are more, all of them by the next worker. */
export async function sweepSoon(deps: Sweeping, id: string): Promise<void> {
  const { records } = await sweepPlans(deps, id, mostPagesNow);
  if (records >= mostPagesNow * page) await deps.store.jobs.hasten("plans", id, instant(deps.clock()));
}

/**
 * Plans all records of a controller anew, applications and requests; returns how many there are and how many plans
 * changed.
 */
export async function sweepPlans(deps: Sweeping, id: string, mostPages = Number.POSITIVE_INFINITY) {
  const controller = await deps.store.controller(id);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const cases = await sweepCases(deps, controller, mostPages);
  const requests = await sweepRequests(deps, controller, mostPages - Math.floor(cases.records / page));
  return { records: cases.records + requests.records, changed: cases.changed + requests.changed };
}

async function sweepCases(deps: Sweeping, controller: Controller, mostPages: number) {
  const { id } = controller;
  let last: CaseRow | undefined;
  let records = 0;
  let changed = 0;
  do {
    const after = last;
    const rows = await deps.store.read(id, (unit) => unit.projections.casesAfter(after, page));
    changed += await deps.store.write(id, async (unit) => {
      // Read again inside: a record that went in the meantime gets no plan.
      const still = await unit.projections.casesOf(rows.map((row) => row.id));
      return unit.plans.put(await planRows(deps, unit, controller, still));
    });
    await breath();
    records += rows.length;
    last = rows.length < page ? undefined : rows.at(-1);
  } while (last !== undefined && records < mostPages * page);
  return { records, changed };
}

async function sweepRequests(deps: Sweeping, controller: Controller, mostPages: number) {
  const { id } = controller;
  let last: RequestRow | undefined;
  let records = 0;
  let changed = 0;
  while (records < mostPages * page) {
    const after = last;
    const rows = await deps.store.read(id, (unit) => unit.projections.requestsAfter(after, requestsAtOnce));
    changed += await deps.store.write(id, async (unit) => {
      const still = await requestsNamed(
        unit,
        rows.map((row) => row.id),
      );
      return unit.plans.put(await planRequests(deps, unit, controller, still));
    });
    await breath();
    records += rows.length;
    last = rows.at(-1);
    if (rows.length < requestsAtOnce) break;
  }
  return { records, changed };
}

/** Plans one record anew, in the caller's transaction. */
export async function replan(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  controller: Controller,
  record: string,
): Promise<void> {
  const requests = isRequestId(record)
    ? await requestsNamed(unit, [record])
    : await unit.projections.requestsOf(record);
  await unit.plans.put(await planRequests(deps, unit, controller, requests));
  const row = isRequestId(record) ? undefined : await unit.projections.case(record);
  if (row !== undefined) await unit.plans.put(await planRows(deps, unit, controller, [row]));
}

/** How far ahead a due list looks where nobody says. */
const aheadDays = 90;
const most = 1000;

/** Where a page of the due list ended: at a record with its day or, these being behind them, at one left to people. */
export type DueCursor =
  | { readonly earliest: string; readonly record: string }
  | { readonly unsettled: string };

export interface DueAsked {
  readonly until?: string | undefined;
  readonly after?: DueCursor | undefined;
}

/**
 * What goes until a day, first day first, and what is held though its day has come; with the last of these comes what
 * the rules leave to people.
 */
export async function dueList(deps: Deps, staff: Session, { until, after }: DueAsked) {
  const today = swedishDay(deps.clock());
  const day = dayOr(until, addDays(today, aheadDays));
  return deps.store.read(staff.controller, async (unit) => {
    const behind = after !== undefined && "unsettled" in after;
    const due = behind ? [] : await unit.plans.due(day, after, most);
    const last = due.length < most ? undefined : due.at(-1);
    const open =
      last === undefined ? await unit.plans.unsettled(most, behind ? after.unsettled : undefined) : [];
    const next = last === undefined ? nextUnsettled(open) : `${last.earliest}.${last.record}`;
    const kept = async (plans: readonly PlanRow[]): Promise<DueRow[]> =>
      withKept(unit, today, await withinReach(unit, staff, plans));
    const seen = await kept(due);
    return {
      asOf: String(today),
      until: String(day),
      due: seen.filter(({ status }) => status !== "held"),
      held: seen.filter(({ status }) => status === "held"),
      unsettled: await kept(open),
      ...(next === undefined ? {} : { next }),
    };
  });
}

function nextUnsettled(page: readonly PlanRow[]): string | undefined {
  const last = page.length < most ? undefined : page.at(-1);
  return last && `unsettled.${last.record}`;
}

/** A planned record, how it was decided and what for, and where a reviewer has kept it, by whom and until when. */
export interface DueRow extends PlanRow {
  readonly kept?: Kept;
  readonly application?: ListedApplication;
}

async function withKept(unit: Unit, today: string, plans: readonly PlanRow[]): Promise<DueRow[]> {
  const records = plans.map(({ record }) => record);
  const kept = await keptAmong(unit, today, records);
  const applications = await applicationsAmong(unit, records);
  return plans.map((plan): DueRow => {
    const [one, application] = [kept.get(plan.record), applications.get(plan.record)];
    return {
      ...plan,
      ...(one === undefined ? {} : { kept: one }),
      ...(application === undefined ? {} : { application }),
    };
  });
}

function dayOr(text: string | undefined, otherwise: CalendarDate): CalendarDate {
  return isCalendarDate(text) ? text : otherwise;
}

async function withinReach(unit: Unit, staff: Session, plans: readonly PlanRow[]): Promise<PlanRow[]> {
  const ids = plans.map(({ record }) => record);
  const reach = reachOf(staff);
  const rows = (await unit.projections.casesOf(ids)).filter((row) => reaches(reach, row));
  const requests = await requestsWithin(unit, reach, await requestsNamed(unit, ids));
  const own = new Set([...rows, ...requests].map(({ id }) => id));
  return plans.filter(({ record }) => own.has(record));
}
