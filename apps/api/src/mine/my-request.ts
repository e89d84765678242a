/** Where the applicant's own request stands, in what the applicant may know: no staff, no items, no secrecy tests. */
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import { load } from "../kernel/load.ts";
import { foldRequest } from "../requests/row.ts";
import { exportFor } from "../answers/fetch-export.ts";
import { ownRequest } from "../requests/request-reach.ts";
import { wordsOfRequest } from "../requests/request-words.ts";

export async function readMyRequest(deps: Deps, applicant: Applicant, id: string) {
  const { where, row } = await ownRequest(deps, applicant, id);
  return deps.store.read(where.controller, async (unit) => {
    const state = foldRequest(await load(unit, "request", id));
    if (state.phase === "none") throw new Problem("NOT_FOUND");
    const answer = await exportFor(deps, unit, id);
    const own = (await wordsOfRequest(unit, id)).filter(({ by }) => by === "applicant");
    // Signed is not yet told: the outcome is shown once the decision has been served, or its package disclosed.
    const told = state.servedOn !== undefined || state.disclosed;
    return {
      ...row,
      words: own.map(({ id: words, digest, kind, at }) => ({ id: words, digest, kind, at })),
      extended: state.extended,
      ...(answer === undefined ? {} : { export: { keptAt: answer.keptAt, expires: answer.expires } }),
      ...(told && state.decision !== undefined
        ? { outcome: state.decision.outcome, decidedOn: String(state.decision.signedOn) }
        : {}),
      ...(state.appealLastDay === undefined ? {} : { appealLastDay: String(state.appealLastDay) }),
    };
  });
}
