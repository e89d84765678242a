/** Finding rows quickly: by command and by event in a phase, and what is allowed now. */
import type { CommandType } from "../case/command/command.ts";
import type { DsarEvent, EventType } from "../case/event/event.ts";
import type { CaseState, DsarState, Phase } from "../case/state/state.ts";
import type { Branch, Transition } from "./rows/transition.ts";
import { transitions } from "./rows/transitions.ts";

type Index<Key extends string> = ReadonlyMap<Key, ReadonlyMap<Phase, readonly Transition[]>>;

function indexBy<Key extends string>(keyOf: (row: Transition) => Key): Index<Key> {
  const index = new Map<Key, Map<Phase, Transition[]>>();
  for (const row of transitions) {
    const phases = index.get(keyOf(row)) ?? new Map<Phase, Transition[]>();
    for (const phase of row.from) phases.set(phase, [...(phases.get(phase) ?? []), row]);
    index.set(keyOf(row), phases);
  }
  return index;
}

const byCommand = indexBy<CommandType>((row) => row.command);
const byEvent = indexBy<EventType>((row) => row.event);

function holdsFor(row: Transition, state: CaseState): boolean {
  return (
    (row.regimes?.includes(state.regime) ?? true) &&
    (row.controllers?.includes(state.controller) ?? true) &&
    (row.rights?.includes(state.right) ?? true)
  );
}

/** A row for this command in this phase, regime, right and kind of controller. */
export function rowFor(command: CommandType, state: DsarState): Transition | undefined {
  const rows = byCommand.get(command)?.get(state.phase);
  if (state.phase === "none") return rows?.[0];
  return rows?.find((row) => holdsFor(row, state));
}

// The table never changes, so what it allows in a situation is found once.
const allowed = new Map<string, readonly CommandType[]>();

/** The commands that have a row here, sorted by name; their guards may still refuse. */
export function allowedCommands(state: DsarState): readonly CommandType[] {
  const place =
    state.phase === "none" ? "none" : `${state.phase} ${state.regime} ${state.right} ${state.controller}`;
  let names = allowed.get(place);
  if (names === undefined) {
    const rows = transitions.filter(
      (row) => row.from.includes(state.phase) && (state.phase === "none" || holdsFor(row, state)),
    );
    names = [...new Set(rows.map((row) => row.command))].sort();
    allowed.set(place, names);
  }
  return names;
}

function branchHolds(branch: Branch, state: CaseState, event: DsarEvent): boolean {
  const found = Object.keys(state.items).length > 0;
  switch (branch) {
    case "identified-with-items":
      return state.identity === "verified" && found;
    case "identified-without-items":
      return state.identity === "verified" && !found;
    case "not-identified":
      return state.identity !== "verified";
    case "ivo-releases":
      return event.type === "IvoDecided" && event.releases !== "none";
    case "ivo-releases-nothing":
      return event.type === "IvoDecided" && event.releases === "none";
    case "guardian-acts":
      return state.authority?.kind === "guardian";
    case "no-guardian-acts":
      return state.authority?.kind !== "guardian";
  }
}

/** Where an event leads from a state, or `undefined` when no row knows it there. */
export function phaseAfter(state: CaseState, event: DsarEvent): CaseState["phase"] | undefined {
  const rows = byEvent.get(event.type)?.get(state.phase);
  if (rows === undefined) return undefined;
  for (const row of rows) {
    const holds = holdsFor(row, state) && (row.branch === undefined || branchHolds(row.branch, state, event));
    if (holds && row.to !== "none") return row.to === "same" ? state.phase : row.to;
  }
  return undefined;
}
