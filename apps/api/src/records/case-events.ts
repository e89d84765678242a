/** The log of one application, as `application-case` speaks it and as the store keeps it. */
import {
  decide,
  evolve,
  initialState,
  type ApplicationCommand,
  type ApplicationEvent,
  type ApplicationState,
} from "@tillit/application-case";
import { Problem } from "../problem.ts";
import { project } from "../projections.ts";
import type { JsonObject, NewEvent, StoredEvent, Unit } from "@tillit/record-store";

export function applicationStream(id: string): string {
  return `application/${id}`;
}

/** Who acts, and for which registered activity. */
export interface Acting {
  readonly by: string;
  readonly activity: string;
  /** What the log says besides the event itself; ids only. */
  readonly also?: JsonObject;
}

export interface Loaded {
  readonly state: ApplicationState;
  readonly events: readonly StoredEvent[];
}

export async function loadApplication(unit: Unit, id: string): Promise<Loaded> {
  const events = await unit.log.load(applicationStream(id));
  const state = events.map(toApplicationEvent).reduce(evolve, initialState);
  return { state, events };
}

/**
 * What follows from a command in a state, as the store keeps it.
 *
 * @throws Problem STATE_CONFLICT with the refusal's code as reason
 */
export function decided(
  command: ApplicationCommand,
  state: ApplicationState,
  { by, activity, also = {} }: Acting,
): readonly NewEvent[] {
  const outcome = decide(command, state);
  if (!outcome.ok) throw new Problem("STATE_CONFLICT", outcome.reason);
  return outcome.events.map((event): NewEvent => {
    const { type, at, ...rest } = event;
    return { type, at, by, activity, data: { ...(rest as JsonObject), ...also } };
  });
}

/**
 * Decides a command on the current state and appends what follows, in the caller's transaction.
 *
 * @throws Problem STATE_CONFLICT with the refusal's code as reason
 */
export async function act(
  unit: Unit,
  id: string,
  command: ApplicationCommand,
  acting: Acting,
): Promise<readonly StoredEvent[]> {
  const { state, events } = await loadApplication(unit, id);
  const news = decided(command, state, acting);
  const stored = await unit.log.append(applicationStream(id), events.length, news);
  await project(unit, stored);
  return stored;
}

function toApplicationEvent({ type, at, by, data }: StoredEvent): ApplicationEvent {
  return { by, ...data, type, at } as unknown as ApplicationEvent;
}
