import type { Language } from "@tillit/law-reference";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { caseOf } from "../records/load-application.ts";
import type { Session } from "@tillit/login";
import { load } from "../kernel/load.ts";
import { dispositionOf } from "../retention/plan-retention.ts";
import { restrictionsOn } from "../records/restriction.ts";
import { sealedForController } from "../envelopes/sealed-for.ts";

/** One application without its content: state, history, words by reference, and what retention says. */
export async function readCase(deps: Deps, staff: Session, id: string, lang: Language) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const { origin, ...view } = await deps.store.read(staff.controller, async (unit) => {
    const found = await caseOf(unit, staff, id, "see");
    const restrictions = await restrictionsOn(unit, id);
    const events = [
      ...(await load(unit, "application", id)),
      ...(await load(unit, "access", id)),
      ...(await load(unit, "handover", id)),
      ...(await load(unit, "transferred", id)),
    ];
    const words = await unit.projections.words(id);
    const { app, number, status, receivedAt, assignments, placement } = found;
    const origin = await sealedForController(unit, id);
    return {
      id,
      app,
      number,
      status,
      receivedAt,
      assignments: [...assignments],
      origin,
      ...(placement === undefined
        ? {}
        : { placement: { ...placement, assignees: [...placement.assignees] } }),
      ...(restrictions.length === 0 ? {} : { restriction: { requests: restrictions.map((one) => one.id) } }),
      history: events.toSorted((a, b) => a.seq - b.seq).map(({ type, at, by }) => ({ type, at, by })),
      disposition: await dispositionOf(deps, { unit, controller, row: found }, lang),
      words: words.map(({ id: wordsId, kind, at, by, outcome }) => ({ id: wordsId, kind, at, by, outcome })),
    };
  });
  return origin === staff.controller ? view : { ...view, sealedFor: await named(deps, origin) };
}

async function named({ store }: Pick<Deps, "store">, id: string) {
  return { id, name: (await store.controller(id))?.name ?? id };
}
