/** A command on a request: decided by `dsar-workflow`, kept in the log. */
import type { Command, DsarState, Env } from "@tillit/dsar-workflow";
import type { Controller, RequestRow, Unit } from "@tillit/record-store";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { keptByRetention } from "../erasure/erasable-items.ts";
import { act } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import { decideAll, standing } from "../kernel/story.ts";
import { Problem } from "../problem.ts";
import { replan } from "../retention/plan-sweep.ts";
import { requestRow, requests } from "./row.ts";

/** Whether a request's erasure has been carried out and is not certified yet. */
export async function awaitsCertificate(unit: Unit, request: string): Promise<boolean> {
  return (await load(unit, "erasure", request)).at(-1)?.type === "RequestErasureBegun";
}

interface Place {
  readonly unit: Unit;
  readonly controller: Controller;
}

/**
 * In the caller's transaction.
 *
 * @param commands - the same one in each of the actor's roles
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export async function actOnRequest(
  deps: Pick<Deps, "clock">,
  { unit, controller }: Place,
  id: string,
  commands: readonly Command[],
  by: string,
): Promise<RequestRow> {
  const from = await standing(unit, requests, id);
  const context = await envOf(deps, { unit, controller }, from.state);
  const { state } = await act(unit, requests, id, {
    commands: [commands],
    context,
    from,
    at: context.now,
    by,
  });
  const row = requestRow(id, state);
  if (row === undefined) throw new Problem("STATE_CONFLICT");
  // A restriction that begins or ends moves what is planned for the record, as a hold does.
  if (row.restricted !== (requestRow(id, from.state)?.restricted ?? false))
    await replan(deps, unit, controller, row.application);
  return row;
}

/** Throws Problem STATE_CONFLICT with the refusal as reason. */
export type Rehearse = (commands: readonly Command[]) => void;

/** For asking what would follow, by how everything stands at this moment; nothing is written. */
export async function rehearsalOf(
  deps: Pick<Deps, "clock">,
  { unit, controller }: Place,
  id: string,
): Promise<Rehearse> {
  const { state } = await standing(unit, requests, id);
  const env = await envOf(deps, { unit, controller }, state);
  return (commands) => {
    decideAll(requests, state, [commands], env);
  };
}

async function envOf(deps: Pick<Deps, "clock">, { unit, controller }: Place, state: DsarState): Promise<Env> {
  const now = deps.clock();
  const moment = { now: instant(now), today: swedishDay(now) };
  if (state.phase === "none") return moment;
  return {
    ...moment,
    closedCases: await closedWith(unit, state.matter),
    retentionKeeps: await keptByRetention(deps, unit, controller, state),
  };
}

/** Requests about the same application that are closed: what a bundle's erasure waits for. */
async function closedWith(unit: Unit, matter: string | undefined): Promise<readonly string[]> {
  const siblings = matter === undefined ? [] : await unit.projections.requestsOf(matter);
  return siblings.filter(({ status }) => status === "closed").map(({ id }) => id);
}
