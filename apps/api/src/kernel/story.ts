/** A kind of stream that a package decides about: its events as the package speaks them, and as the log keeps them. */
import type { Unit } from "@tillit/record-store";
import { Problem } from "../problem.ts";
import { load, type Happening, type Logged, type StreamKind } from "./load.ts";

export type Decision<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly reason: string };

/** What decides: in all packages the same. */
export interface Decider<Command, State, Event, Context> {
  readonly initial: State;
  readonly decide: (command: Command, state: State, context: Context) => Decision<Event>;
  readonly evolve: (state: State, event: Event) => State;
}

export interface Story<K extends StreamKind, Command, State, Event, Context> extends Decider<
  Command,
  State,
  Event,
  Context
> {
  readonly kind: K;
  readonly read: (entry: Logged<K>) => Event;
  /** `also`: what the log says besides the event itself; ids only. */
  readonly write: (event: Event, also: object) => Happening<K>;
}

/**
 * Events kept as they are spoken, save for what the entry itself says: its type, and its time or who did it.
 *
 * @example asSpoken<"request", DsarEvent>("at")
 */
export function asSpoken<K extends StreamKind, Event extends { readonly type: string }>(
  said: "at" | "by",
): Pick<Story<K, never, unknown, Event, never>, "read" | "write"> {
  return {
    read: (entry) => ({ ...entry.data, type: entry.type, [said]: entry[said] }) as Event,
    write(event, also) {
      const own = Object.entries(event).filter(([name]) => name !== "type" && name !== said);
      return { type: event.type, data: { ...Object.fromEntries(own), ...also } } as Happening<K>;
    },
  };
}

/** Where a story stands, and the entries that led there. */
export interface Standing<K extends StreamKind, State> {
  readonly state: State;
  readonly entries: readonly Logged<K>[];
}

type Told<K extends StreamKind, State, Event> = Pick<
  Story<K, never, State, Event, never>,
  "kind" | "initial" | "read" | "evolve"
>;

export function fold<K extends StreamKind, State, Event>(
  { initial, read, evolve }: Told<K, State, Event>,
  entries: readonly Logged<K>[],
): State {
  return entries.map(read).reduce(evolve, initial);
}

export async function standing<K extends StreamKind, State, Event>(
  unit: Unit,
  story: Told<K, State, Event>,
  id: string,
): Promise<Standing<K, State>> {
  const entries = await load(unit, story.kind, id);
  return { state: fold(story, entries), entries };
}

/**
 * What would follow from commands, one after another; nothing is written.
 *
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export function decideAll<Command, State, Event, Context>(
  { decide, evolve }: Pick<Decider<Command, State, Event, Context>, "decide" | "evolve">,
  before: State,
  commands: readonly Command[],
  context: Context,
): { readonly state: State; readonly events: readonly Event[] } {
  let state = before;
  const events: Event[] = [];
  for (const command of commands) {
    const decision = decide(command, state, context);
    if (!decision.ok) throw new Problem("STATE_CONFLICT", decision.reason);
    events.push(...decision.events);
    state = decision.events.reduce(evolve, state);
  }
  return { state, events };
}
