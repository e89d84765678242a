/** A disposal list over the log: `retention-policy` decides each step, the log keeps it. */
import {
  decideList,
  evolveList,
  initialList,
  type DisposalList,
  type ListCommand,
  type ListEvent,
} from "@tillit/retention-policy";
import type { Session } from "@tillit/login";
import type { Unit } from "@tillit/record-store";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { act } from "../kernel/act.ts";
import { idsOf, type Happening } from "../kernel/load.ts";
import { decideAll, standing, type Standing, type Story } from "../kernel/story.ts";
import { Problem } from "../problem.ts";
import { applicationsAmong, type ListedApplication } from "../records/listed-applications.ts";

const lists: Story<"disposal", ListCommand, DisposalList, ListEvent, undefined> = {
  kind: "disposal",
  initial: initialList,
  decide: decideList,
  evolve: evolveList,
  read: ({ data }) => data.event,
  write: (event, unit) =>
    ({ type: `Disposal${event.type}`, data: { event, ...unit } }) as Happening<"disposal">,
};

export interface LoadedList extends Standing<"disposal", DisposalList> {
  /** The unit whose records are on it; none for the whole controller's. */
  readonly orgUnit?: string | undefined;
}

/** A list and what its applications are, for whoever looks at it; nothing of those that are gone. */
export interface SeenList {
  readonly list: DisposalList;
  readonly applications: ReadonlyMap<string, ListedApplication>;
}

export async function seenList(unit: Unit, list: DisposalList): Promise<SeenList> {
  const records = list.items.map(({ record }) => record);
  return { list, applications: await applicationsAmong(unit, records) };
}

/** @throws Problem NOT_FOUND */
export async function loadList(unit: Unit, id: string): Promise<LoadedList> {
  const loaded = await standing(unit, lists, id);
  const [first] = loaded.entries;
  if (first === undefined) throw new Problem("NOT_FOUND");
  return { ...loaded, orgUnit: first.data.unit };
}

/**
 * The list for someone: a session of a unit sees that unit's lists only.
 *
 * @throws Problem NOT_FOUND
 */
export async function listFor(unit: Unit, staff: Session, id: string): Promise<LoadedList> {
  const loaded = await loadList(unit, id);
  if (!isOwn(loaded, staff)) throw new Problem("NOT_FOUND");
  return loaded;
}

export function isOwn({ orgUnit }: LoadedList, staff: Session): boolean {
  return staff.unit === undefined || staff.unit === orgUnit;
}

export function listIds(unit: Unit): Promise<readonly string[]> {
  return idsOf(unit, "disposal");
}

/** A list that nobody has drafted yet. */
export function newList(orgUnit: string | undefined): LoadedList {
  return { state: initialList, entries: [], orgUnit };
}

/**
 * The list as it would be after commands; nothing is written.
 *
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export function tryOnList(before: DisposalList, commands: readonly ListCommand[]): DisposalList {
  return decideAll(lists, before, commands, undefined).state;
}

/** Decides commands one after another; what follows is appended together, in the caller's transaction. */
export async function actOnList(
  deps: Deps,
  unit: Unit,
  { id, from, by, commands }: { id: string; from: LoadedList; by: string; commands: readonly ListCommand[] },
): Promise<LoadedList> {
  const { orgUnit } = from;
  const also = orgUnit === undefined ? {} : { unit: orgUnit };
  const at = instant(deps.clock());
  const moved = await act(unit, lists, id, { commands, context: undefined, also, from, at, by });
  return { ...moved, orgUnit };
}
