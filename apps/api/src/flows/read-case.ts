import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { Session } from "../identity/session.ts";
import type { CaseRow, Unit } from "../store/store.ts";
import { accessStream } from "./access-log.ts";
import { applicationStream } from "./case-events.ts";
import { dispositionOf } from "./plan-retention.ts";

/** The case in the unit's controller; another controller's case does not exist here. */
export async function caseOf(unit: Unit, id: string): Promise<CaseRow> {
  const found = await unit.projections.case(id);
  if (found === undefined) throw new Problem("NOT_FOUND");
  return found;
}

/** One application without its content: state, history, words by reference, and what retention says. */
export async function readCase(deps: Deps, staff: Session, id: string, lang: "sv" | "en") {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  return deps.store.read(staff.controller, async (unit) => {
    const found = await caseOf(unit, id);
    const events = [
      ...(await unit.log.load(applicationStream(id))),
      ...(await unit.log.load(accessStream(id))),
    ];
    const words = await unit.projections.words(id);
    const { app, number, status, receivedAt, assignments } = found;
    return {
      id,
      app,
      number,
      status,
      receivedAt,
      assignments: [...assignments],
      history: events.toSorted((a, b) => a.seq - b.seq).map(({ type, at, by }) => ({ type, at, by })),
      disposition: await dispositionOf(deps, { unit, controller, row: found }, lang),
      words: words.map(({ id: wordsId, kind, at, by, outcome }) => ({ id: wordsId, kind, at, by, outcome })),
    };
  });
}
