/** Where a request stands: the fold of its events, and the row that lists show. */
import {
  deadlineOf,
  decide,
  evolve,
  initialState,
  type Command,
  type DsarEvent,
  type DsarState,
  type Env,
  type Outcome,
} from "@tillit/dsar-workflow";
import type { RequestRow, Unit } from "@tillit/record-store";
import { load, type Logged } from "../kernel/load.ts";
import { asSpoken, fold, type Decision, type Story } from "../kernel/story.ts";

/** A command is the same one in each of the roles that its actor may take. */
export const requests: Story<"request", readonly Command[], DsarState, DsarEvent, Env> = {
  kind: "request",
  initial: initialState,
  decide: decideAsAny,
  evolve,
  ...asSpoken("at"),
};

/** The first of the actor's roles that the rules let act decides; else the last refusal stands. */
function decideAsAny(commands: readonly Command[], state: DsarState, env: Env): Decision<DsarEvent> {
  let outcome: Outcome | undefined;
  for (const command of commands) {
    outcome = decide(command, state, env);
    if (outcome.ok || outcome.reason !== "DSAR_ROLE_NOT_ALLOWED") break;
  }
  return outcome ?? { ok: false, reason: "DSAR_ROLE_NOT_ALLOWED" };
}

export function foldRequest(entries: readonly Logged<"request">[]): DsarState {
  return fold(requests, entries);
}

/** When it was closed for good; undefined while it is open. */
export function closedAt(entries: readonly Logged<"request">[]): string | undefined {
  let state: DsarState = initialState;
  let at: string | undefined;
  for (const entry of entries) {
    const was = state.phase;
    state = evolve(state, requests.read(entry));
    if (state.phase === "closed" && was !== "closed") ({ at } = entry);
  }
  return state.phase === "closed" ? at : undefined;
}

/** The row a list shows; undefined before the request has come. */
export function requestRow(id: string, state: DsarState): RequestRow | undefined {
  if (state.phase === "none") return undefined;
  const { legalLatest, planBy } = deadlineOf(state);
  return {
    id,
    application: state.matter ?? "",
    right: state.right,
    status: state.phase,
    received: state.receivedOn,
    lastDay: legalLatest ?? planBy,
    restricted: state.restricted,
  };
}

export async function projectRequest(unit: Unit, id: string): Promise<void> {
  const row = requestRow(id, foldRequest(await load(unit, "request", id)));
  if (row !== undefined) await unit.projections.putRequest(row);
}
