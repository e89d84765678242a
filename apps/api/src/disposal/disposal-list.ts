/** A disposal list over the log: `retention-policy` decides each step, the log keeps it. */
import {
  decideList,
  evolveList,
  initialList,
  type DisposalList,
  type ListCommand,
  type ListEvent,
} from "@tillit/retention-policy";
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { project } from "../projections.ts";
import type { JsonObject, Unit } from "@tillit/record-store";
import { applicationsAmong, type ListedApplication } from "../records/listed-applications.ts";

const prefix = "disposal/";

export function disposalStream(id: string): string {
  return prefix + id;
}

export interface LoadedList {
  readonly list: DisposalList;
  readonly version: number;
  /** Where each event stands in the log. */
  readonly places: readonly number[];
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
  const events = await unit.log.load(disposalStream(id));
  if (events.length === 0) throw new Problem("NOT_FOUND");
  const list = events.map(({ data }) => (data as { event: ListEvent }).event).reduce(evolveList, initialList);
  const orgUnit = events[0]?.data["unit"];
  return {
    list,
    version: events.length,
    places: events.map(({ seq }) => seq),
    ...(typeof orgUnit === "string" ? { orgUnit } : {}),
  };
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

export async function listIds(unit: Unit): Promise<readonly string[]> {
  return (await unit.log.streams(prefix)).map((stream) => stream.slice(prefix.length));
}

/**
 * What would follow from commands, one after another; nothing is written.
 *
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export function decideAll(
  before: DisposalList,
  commands: readonly ListCommand[],
): { readonly list: DisposalList; readonly news: readonly ListEvent[] } {
  let list = before;
  const news: ListEvent[] = [];
  for (const command of commands) {
    const decision = decideList(command, list);
    if (!decision.ok) throw new Problem("STATE_CONFLICT", decision.reason);
    news.push(...decision.events);
    list = decision.events.reduce(evolveList, list);
  }
  return { list, news };
}

/** Decides commands one after another; what follows is appended together, in the caller's transaction. */
export async function actOnList(
  deps: Deps,
  unit: Unit,
  { id, from, by, commands }: { id: string; from: LoadedList; by: string; commands: readonly ListCommand[] },
): Promise<DisposalList> {
  const { list, news } = decideAll(from.list, commands);
  const at = instant(deps.clock());
  const activity = activityOf(unit.controller);
  const stored = await unit.log.append(
    disposalStream(id),
    from.version,
    news.map((event) => ({
      type: `Disposal${event.type}`,
      at,
      by,
      activity,
      data: {
        event: event as unknown as JsonObject,
        ...(from.orgUnit === undefined ? {} : { unit: from.orgUnit }),
      },
    })),
  );
  await project(unit, stored);
  return list;
}
