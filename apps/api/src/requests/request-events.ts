/** A command on a request: decided by `dsar-workflow`, kept in the log. */
import { decide, type Command, type DsarEvent, type Env, type Outcome } from "@tillit/dsar-workflow";
import { activityOf } from "../kernel/activities.ts";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { project } from "../projections.ts";
import { foldRequest, requestRow, requestStream } from "./row.ts";
import type { Controller, JsonObject, NewEvent, RequestRow, StoredEvent, Unit } from "@tillit/record-store";
import { keptByRetention } from "../erasure/erasable-items.ts";
import { replan } from "../retention/plan-sweep.ts";

export function erasureStream(request: string): string {
  return `erasure/${request}`;
}

/** Whether a request's erasure has been carried out and is not certified yet. */
export async function awaitsCertificate(unit: Unit, request: string): Promise<boolean> {
  return (await unit.log.load(erasureStream(request))).at(-1)?.type === "RequestErasureBegun";
}

/** The first of the actor's roles that the rules let act decides; else the last refusal stands. */
export async function actOnRequest(
  deps: Pick<Deps, "clock">,
  { unit, controller }: { readonly unit: Unit; readonly controller: Controller },
  id: string,
  commands: readonly Command[],
  by: string,
): Promise<RequestRow> {
  const { events, decided } = await decideOnRequest(deps, { unit, controller }, id, commands);
  const activity = activityOf(unit.controller);
  const news = decided.map(({ type, at, ...rest }): NewEvent => {
    return { type, at, by, activity, data: rest as unknown as JsonObject };
  });
  const stored = await unit.log.append(requestStream(id), events.length, news);
  await project(unit, stored);
  const row = requestRow(id, [...events, ...stored]);
  if (row === undefined) throw new Problem("STATE_CONFLICT");
  // A restriction that begins or ends moves what is planned for the record, as a hold does.
  if (row.restricted !== (requestRow(id, events)?.restricted ?? false))
    await replan(deps, unit, controller, row.application);
  return row;
}

/**
 * What would follow, without writing it down.
 *
 * @throws Problem STATE_CONFLICT with the refusal's code as reason
 */
export async function decideOnRequest(
  deps: Pick<Deps, "clock">,
  { unit, controller }: { readonly unit: Unit; readonly controller: Controller },
  id: string,
  commands: readonly Command[],
): Promise<{ readonly events: readonly StoredEvent[]; readonly decided: readonly DsarEvent[] }> {
  const events = await unit.log.load(requestStream(id));
  const state = foldRequest(events);
  const now = deps.clock();
  const env: Env = {
    now: instant(now),
    today: swedishDay(now),
    ...(state.phase === "none" ? {} : { closedCases: await closedWith(unit, state.matter) }),
    ...(state.phase === "none"
      ? {}
      : { retentionKeeps: await keptByRetention(deps, unit, controller, state) }),
  };
  let outcome: Outcome | undefined;
  for (const command of commands) {
    outcome = decide(command, state, env);
    if (outcome.ok || outcome.reason !== "DSAR_ROLE_NOT_ALLOWED") break;
  }
  if (outcome?.ok !== true) throw new Problem("STATE_CONFLICT", outcome?.reason);
  return { events, decided: outcome.events };
}

/** Requests about the same application that are closed: what a bundle's erasure waits for. */
async function closedWith(unit: Unit, matter: string | undefined): Promise<readonly string[]> {
  const siblings = matter === undefined ? [] : await unit.projections.requestsOf(matter);
  return siblings.filter(({ status }) => status === "closed").map(({ id }) => id);
}
