/** What retention says about each record of a controller, today, by the law of today. */
import type { Language } from "@tillit/law-reference";
import { compile, type Candidate, type Disposition, type Engine, type Facts } from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";
import { retentionRules } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reaches } from "../records/access-scope.ts";
import type { CaseRow, Controller, PlanRow, Reach, RequestRow, Unit } from "@tillit/record-store";
import { breath } from "../kernel/yield-to-event-loop.ts";
import { heldInWords } from "./held-in-words.ts";
import { requestFacts, requestsNamed, requestsWithin } from "./request-retention.ts";
import { circumstances, circumstancesOf, retentionFacts, sweepOf } from "./retention-facts.ts";

const engine: Engine = compile(retentionRules);

interface Known {
  readonly unit: Unit;
  readonly controller: Controller;
  readonly row: CaseRow;
}

/** The disposition of one record with its reasons as sentences. */
export async function dispositionOf(deps: Deps, { unit, controller, row }: Known, language: Language) {
  const known = await circumstances(unit, row.id, swedishDay(deps.clock()));
  return explained(deps, retentionFacts(controller, row, known), language);
}

/**
 * The disposition as it would be if nobody had asked for anything: neither a request's own hold nor a reviewer's
 * answer keeps what it asks to have erased. Holds of other kinds do.
 */
export async function dispositionOnRequest(
  { clock }: Pick<Deps, "clock">,
  { unit, controller, row }: Known,
): Promise<Disposition> {
  const today = swedishDay(clock());
  const known = await circumstances(unit, row.id, today);
  return engine.decide(retentionFacts(controller, row, { ...known, requests: [], kept: undefined }), today);
}

/** A disposition with its reasons as sentences. */
export function explained(deps: Pick<Deps, "clock">, facts: Facts, language: Language) {
  const explanation = engine.explain(facts, swedishDay(deps.clock()));
  const named = heldInWords(explanation, language);
  return { ...shown(explanation.disposition), explanation: engine.sentences(named, language) };
}

/** Records that are decided on in one reading. */
const page = 1000;
/** More than two persons can look through is no list. */
const mostOnList = 1000;

export interface DueCandidates {
  readonly due: readonly Candidate[];
  /** More is due than fits on one list. */
  readonly more: boolean;
}

/**
 * What is due today and may go on a list, oldest first: page by page, so that memory does not grow with the records, and
 * on until a list is full, so that what may not go on one hides nothing behind it.
 */
export async function dueCandidates(
  deps: Deps,
  { unit, controller, reach }: { unit: Unit; controller: Controller; reach: Reach },
  mayGo: (candidate: Candidate) => Promise<boolean>,
): Promise<DueCandidates> {
  const today = swedishDay(deps.clock());
  const sweep = await sweepOf(unit, today);
  const due: Candidate[] = [];
  const take = async (facts: Facts): Promise<void> => {
    const disposition = engine.decide(facts, today);
    if (disposition.status !== "due" && disposition.status !== "overdue") return;
    const candidate = { disposition, factsHash: contentHash(facts) };
    if (due.length <= mostOnList && (await mayGo(candidate))) due.push(candidate);
  };
  let last: CaseRow | undefined;
  do {
    const rows = await unit.projections.casesAfter(last, page, reach);
    const known = await circumstancesOf(unit, sweep, rows);
    for (const row of rows) await take(retentionFacts(controller, row, known(row.id)));
    await breath();
    last = rows.length < page || due.length > mostOnList ? undefined : rows.at(-1);
  } while (last !== undefined);
  let asked: RequestRow | undefined;
  do {
    const rows = await unit.projections.requestsAfter(asked, page);
    const own = await requestsWithin(unit, reach, rows);
    for (const facts of await requestFacts(unit, controller, sweep, own)) await take(facts);
    await breath();
    asked = rows.length < page || due.length > mostOnList ? undefined : rows.at(-1);
  } while (asked !== undefined);
  return { due: due.slice(0, mostOnList), more: due.length > mostOnList };
}

/** Named records decided again, now; one that has been moved out of reach is not among them. */
export async function candidatesOf(
  deps: Deps,
  { unit, controller, reach }: { unit: Unit; controller: Controller; reach: Reach },
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  const today = swedishDay(deps.clock());
  const sweep = await sweepOf(unit, today);
  const rows = (await unit.projections.casesOf(ids)).filter((row) => reaches(reach, row));
  const known = await circumstancesOf(unit, sweep, rows);
  const requests = await requestsWithin(unit, reach, await requestsNamed(unit, ids));
  return [
    ...rows.map((row) => retentionFacts(controller, row, known(row.id))),
    ...(await requestFacts(unit, controller, sweep, requests)),
  ].map((facts) => ({ disposition: engine.decide(facts, today), factsHash: contentHash(facts) }));
}

/** Those of the named records that are due now. */
export async function dueAmong(
  deps: Deps,
  place: { unit: Unit; controller: Controller; reach: Reach },
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  const candidates = await candidatesOf(deps, place, ids);
  return candidates.filter(({ disposition: { status } }) => status === "due" || status === "overdue");
}

/**
 * The first records that are due by the last plan and still are when decided anew; found by their day, so that it takes
 * as long however many records are not due.
 */
export async function dueAsPlanned(
  deps: Deps,
  place: { unit: Unit; controller: Controller; reach: Reach },
): Promise<DueCandidates> {
  const today = swedishDay(deps.clock());
  const planned = await place.unit.plans.due(today, undefined, mostOnList + 1, { held: false });
  const first = planned.slice(0, mostOnList).map(({ record }) => record);
  return { due: await dueAmong(deps, place, first), more: planned.length > mostOnList };
}

/** Plans a page of records anew, as lists show them. */
export async function planRows(
  { clock }: Pick<Deps, "clock">,
  unit: Unit,
  controller: Controller,
  rows: readonly CaseRow[],
): Promise<readonly PlanRow[]> {
  const today = swedishDay(clock());
  const known = await circumstancesOf(unit, await sweepOf(unit, today), rows);
  return rows.map((row) => planRow(engine.decide(retentionFacts(controller, row, known(row.id)), today)));
}

/** The same for requests of data subjects. */
export async function planRequests(
  { clock }: Pick<Deps, "clock">,
  unit: Unit,
  controller: Controller,
  rows: readonly RequestRow[],
): Promise<readonly PlanRow[]> {
  const today = swedishDay(clock());
  const facts = await requestFacts(unit, controller, await sweepOf(unit, today), rows);
  return facts.map((one) => planRow(engine.decide(one, today)));
}

function planRow({ id, outcome, status, deciding, earliest, latest }: Disposition): PlanRow {
  return {
    record: id,
    outcome,
    status,
    ...(deciding === undefined ? {} : { rule: deciding.rule }),
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
  };
}

/** The rules in force here, as a disposal list names them. */
export const ruleSet = {
  id: retentionRules.id,
  release: retentionRules.release,
  hash: contentHash(retentionRules),
};

function shown({ id, outcome, status, dutyArises, earliest, latest, transferTo, ...more }: Disposition) {
  const { deciding, missing, heldBy } = more;
  return {
    id,
    outcome,
    status,
    ...(dutyArises === undefined ? {} : { dutyArises }),
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    ...(transferTo === undefined ? {} : { transferTo }),
    ...(deciding === undefined
      ? {}
      : {
          deciding: {
            rule: deciding.rule,
            cite: deciding.cite.map(({ act, at = "" }) => ({ act, at })),
            grade: deciding.grade,
          },
        }),
    ...(missing === undefined ? {} : { missing: [...missing] }),
    ...(heldBy === undefined ? {} : { heldBy: [...heldBy] }),
  };
}
