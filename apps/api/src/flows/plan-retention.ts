/** What retention says about each record of a controller, today, by the law of today. */
import {
  compile,
  contentHash,
  type Candidate,
  type Disposition,
  type Engine,
  type Facts,
} from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reachOf, reaches } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import type { CaseRow, Controller, PlanRow, Reach, Unit } from "../store/store.ts";
import { circumstances, circumstancesOf, retentionFacts, sweepOf } from "./retention-facts.ts";

export type Language = "sv" | "en";

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
 * The disposition as it would be if nobody had asked for anything: a request's own hold does not keep what it asks to
 * have erased. Holds of other kinds do.
 */
export async function dispositionOnRequest(
  { clock }: Pick<Deps, "clock">,
  { unit, controller, row }: Known,
): Promise<Disposition> {
  const today = swedishDay(clock());
  const known = await circumstances(unit, row.id, today);
  return engine.decide(retentionFacts(controller, row, { ...known, requests: [] }), today);
}

function explained(deps: Deps, facts: Facts, language: Language) {
  const explanation = engine.explain(facts, swedishDay(deps.clock()));
  return { ...shown(explanation.disposition), explanation: engine.sentences(explanation, language) };
}

/** Records that are decided on in one reading. */
const page = 1000;
/** More than two persons can look through is no list. */
const mostOnList = 1000;

/** What is due today, oldest first: page by page, so that memory does not grow with the records. */
export async function dueCandidates(
  deps: Deps,
  unit: Unit,
  controller: Controller,
  reach: Reach,
): Promise<readonly Candidate[]> {
  const today = swedishDay(deps.clock());
  const sweep = await sweepOf(unit, today);
  const due: Candidate[] = [];
  let last: CaseRow | undefined;
  do {
    const rows = await unit.projections.casesAfter(last, page, reach);
    const known = await circumstancesOf(unit, sweep, rows);
    for (const row of rows) {
      const facts = retentionFacts(controller, row, known(row.id));
      const disposition = engine.decide(facts, today);
      if (disposition.status !== "due" && disposition.status !== "overdue") continue;
      due.push({ disposition, factsHash: contentHash(facts) });
    }
    last = rows.length < page || due.length >= mostOnList ? undefined : rows.at(-1);
  } while (last !== undefined);
  return due.slice(0, mostOnList);
}

/** Named records decided again, now; one that has been moved out of reach is not among them. */
export async function candidatesOf(
  deps: Deps,
  { unit, controller, reach }: { unit: Unit; controller: Controller; reach: Reach },
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  const today = swedishDay(deps.clock());
  const found: Candidate[] = [];
  for (const id of ids) {
    const row = await unit.projections.case(id);
    if (row === undefined || !reaches(reach, row)) continue;
    const facts = retentionFacts(controller, row, await circumstances(unit, id, today));
    found.push({ disposition: engine.decide(facts, today), factsHash: contentHash(facts) });
  }
  return found;
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

/** The records that are kept, oldest first, a page at a time; a dry run, nothing is done. */
export async function planRetention(
  deps: Deps,
  staff: Session,
  language: Language,
  after?: Pick<CaseRow, "receivedAt" | "id">,
) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const today = swedishDay(deps.clock());
  const { rows, known } = await deps.store.read(staff.controller, async (unit) => {
    const found = await unit.projections.casesAfter(after, page, reachOf(staff));
    return { rows: found, known: await circumstancesOf(unit, await sweepOf(unit, today), found) };
  });
  const dispositions = rows.map((row) =>
    explained(deps, retentionFacts(controller, row, known(row.id)), language),
  );
  const last = rows.length < page ? undefined : rows.at(-1);
  return {
    asOf: String(today),
    dispositions,
    ...(last === undefined ? {} : { next: `${last.receivedAt}.${last.id}` }),
  };
}

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
