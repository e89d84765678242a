/** A command on a request: decided by `dsar-workflow`, kept in the log. */
import { decide, type Command, type Outcome } from "@tillit/dsar-workflow";
import { activityOf } from "../activities.ts";
import { instant, swedishDay } from "../clock.ts";
import { Problem } from "../problem.ts";
import { project } from "../projections/project.ts";
import { foldRequest, requestRow, requestStream } from "../projections/request-row.ts";
import type { JsonObject, NewEvent, RequestRow, Unit } from "../store/store.ts";

/** The first of the actor's roles that the rules let act decides; else the last refusal stands. */
export async function actOnRequest(
  unit: Unit,
  id: string,
  commands: readonly Command[],
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<RequestRow> {
  const events = await unit.log.load(requestStream(id));
  const state = foldRequest(events);
  const env = { now: instant(now), today: swedishDay(now) };
  let outcome: Outcome | undefined;
  for (const command of commands) {
    outcome = decide(command, state, env);
    if (outcome.ok || outcome.code !== "DSAR_ROLE_NOT_ALLOWED") break;
  }
  if (outcome?.ok !== true) throw new Problem("STATE_CONFLICT", outcome?.code);
  const activity = activityOf(unit.controller);
  const news = outcome.events.map(({ type, at, ...rest }): NewEvent => {
    return { type, at, by, activity, data: rest as unknown as JsonObject };
  });
  const stored = await unit.log.append(requestStream(id), events.length, news);
  await project(unit, stored);
  const row = requestRow(id, [...events, ...stored]);
  if (row === undefined) throw new Problem("STATE_CONFLICT");
  return row;
}
