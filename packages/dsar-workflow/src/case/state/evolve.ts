import { phaseAfter } from "../../machine/lookup.ts";
import { apply } from "./apply.ts";
import { copyOf, type Fresh } from "./draft-state.ts";
import type { DsarEvent, EventOf } from "../event/event.ts";
import { type CaseState, type DsarState, initialState } from "./state.ts";

function begun(event: EventOf<"RequestReceived">): Fresh {
  const { id, right, regime, controller, channel, receivedOn, matter, after = [], authenticated = 0 } = event;
  return {
    phase: "received",
    version: 1,
    asOf: event.on,
    id,
    right,
    regime,
    controller,
    channel,
    receivedOn,
    ...(matter === undefined ? {} : { matter }),
    after,
    authenticated,
    identity: "none",
    assurance: 0,
    anonymous: false,
    guardianBlocked: false,
    protection: [],
    pauses: [],
    extended: false,
    feeAnnounced: false,
    sources: {},
    items: {},
    recipients: {},
    assessors: [],
    disclosed: false,
    executed: false,
    holds: [],
    restricted: false,
  };
}

function happen(next: Fresh, event: DsarEvent, phase: CaseState["phase"]): void {
  apply(next, event);
  next.phase = phase;
  next.version += 1;
  next.asOf = event.on;
}

/**
 * The state after an event. Total and pure: an event that has no row where the case stands (it was never decided by
 * `decide`) leaves the state as it was.
 */
export function evolve(state: DsarState, event: DsarEvent): DsarState {
  if (state.phase === "none") return event.type === "RequestReceived" ? begun(event) : state;
  const phase = phaseAfter(state, event);
  if (phase === undefined) return state;
  const next = copyOf(state);
  happen(next, event, phase);
  return next;
}

/** The state after a history: the same as `evolve` event by event, with one copy for them all. */
export function fold(events: readonly DsarEvent[], from: DsarState = initialState): DsarState {
  let next: Fresh | undefined = from.phase === "none" ? undefined : copyOf(from);
  for (const event of events) {
    if (next === undefined) {
      if (event.type === "RequestReceived") next = begun(event);
      continue;
    }
    const phase = phaseAfter(next, event);
    if (phase !== undefined) happen(next, event, phase);
  }
  return next ?? from;
}
