import { phaseAfter } from "../machine/lookup.ts";
import { apply } from "./apply.ts";
import { copyOf } from "./copy.ts";
import type { DsarEvent, EventOf } from "./event.ts";
import { type CaseState, type DsarState, initialState } from "./state.ts";

function begun(event: EventOf<"RequestReceived">): CaseState {
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

/**
 * The state after an event. Total and pure: an event that has no row where the case stands (it was never decided by
 * `decide`) leaves the state as it was.
 */
export function evolve(state: DsarState, event: DsarEvent): DsarState {
  if (state.phase === "none") return event.type === "RequestReceived" ? begun(event) : state;
  const phase = phaseAfter(state, event);
  if (phase === undefined) return state;
  const next = copyOf(state);
  apply(next, event);
  next.phase = phase;
  next.version = state.version + 1;
  next.asOf = event.on;
  return next;
}

/** The state after a history. */
export function fold(events: readonly DsarEvent[], from: DsarState = initialState): DsarState {
  return events.reduce<DsarState>(evolve, from);
}
