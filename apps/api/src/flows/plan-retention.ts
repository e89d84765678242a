/** What retention says about each record of a controller, today, by the law of today. */
import {
  compile,
  contentHash,
  type Candidate,
  type Disposition,
  type Engine,
} from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import type { CaseRow, Controller, Unit } from "../store/store.ts";
import { retentionFacts } from "./retention-facts.ts";

export type Language = "sv" | "en";

const engine: Engine = compile(retentionRules);

/** The disposition with its reasons as sentences. */
export async function dispositionOf(
  deps: Deps,
  { unit, controller, row }: { readonly unit: Unit; readonly controller: Controller; readonly row: CaseRow },
  language: Language,
) {
  const facts = retentionFacts(controller, row, await unit.projections.requestsOf(row.id));
  const explanation = engine.explain(facts, swedishDay(deps.clock()));
  return { ...shown(explanation.disposition), explanation: engine.sentences(explanation, language) };
}

/** What a disposal list rests on: each record's disposition and the hash of its facts, decided now. */
export async function candidates(
  deps: Deps,
  unit: Unit,
  controller: Controller,
): Promise<readonly Candidate[]> {
  const kept = await unit.projections.cases(10_000);
  const today = swedishDay(deps.clock());
  return Promise.all(
    kept.map(async (row) => {
      const facts = retentionFacts(controller, row, await unit.projections.requestsOf(row.id));
      return { disposition: engine.decide(facts, today), factsHash: contentHash(facts) };
    }),
  );
}

/** The rules in force here, as a disposal list names them. */
export const ruleSet = {
  id: retentionRules.id,
  release: retentionRules.release,
  hash: contentHash(retentionRules),
};

/** Every record that is still kept; a dry run, nothing is done. */
export async function planRetention(deps: Deps, staff: Session, language: Language) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const dispositions = await deps.store.read(staff.controller, async (unit) => {
    const kept = await unit.projections.cases(1000);
    return Promise.all(kept.map((row) => dispositionOf(deps, { unit, controller, row }, language)));
  });
  return { asOf: String(swedishDay(deps.clock())), dispositions };
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
