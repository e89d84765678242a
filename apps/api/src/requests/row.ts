/** Where a request stands: the fold of its events, and the row that lists show. */
import { deadlineOf, evolve, initialState, type DsarEvent, type DsarState } from "@tillit/dsar-workflow";
import type { RequestRow, StoredEvent, Unit } from "@tillit/record-store";

export function requestStream(id: string): string {
  return `request/${id}`;
}

export function foldRequest(events: readonly StoredEvent[]): DsarState {
  return events.map(toDsarEvent).reduce(evolve, initialState);
}

/** When it was closed for good; undefined while it is open. */
export function closedAt(events: readonly StoredEvent[]): string | undefined {
  let state: DsarState = initialState;
  let at: string | undefined;
  for (const event of events) {
    const was = state.phase;
    state = evolve(state, toDsarEvent(event));
    if (state.phase === "closed" && was !== "closed") ({ at } = event);
  }
  return state.phase === "closed" ? at : undefined;
}

/** The row a list shows; undefined before the request has come. */
export function requestRow(id: string, events: readonly StoredEvent[]): RequestRow | undefined {
  const state = foldRequest(events);
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

/** An event of the log as the workflow speaks it. */
export function toDsarEvent({ type, at, data }: StoredEvent): DsarEvent {
  return { ...data, type, at } as unknown as DsarEvent;
}

export async function projectRequest(unit: Unit, id: string, { stream }: StoredEvent): Promise<void> {
  const row = requestRow(id, await unit.log.load(stream));
  if (row !== undefined) await unit.projections.putRequest(row);
}
