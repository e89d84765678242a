/**
 * Which notices a controller has shown, and when each became another: noted in the log before the notice leaves, so
 * that what was promised when can be shown, and an application names one that was really there to read.
 */
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { type Store, StoreError } from "@tillit/record-store";
import { noticeVersion } from "./notice-of.ts";

type Noting = Pick<Deps, "store" | "clock">;

export interface NoticeVersion {
  readonly version: string;
  /** When it was first noted here. */
  readonly since: string;
  /** When another took its place; left out for the one in use. */
  readonly until?: string;
}

/** What the log says of one controller's notices, as far as this process has read it: noted once, noted for ever. */
interface Noted {
  readonly all: ReadonlySet<string>;
  readonly last: string | undefined;
}

const read = new WeakMap<Store, Map<string, Noted>>();

function known(store: Store): Map<string, Noted> {
  const found = read.get(store) ?? new Map<string, Noted>();
  read.set(store, found);
  return found;
}

function notedIn(versions: readonly string[]): Noted {
  return { all: new Set(versions), last: versions.at(-1) };
}

/** Compares today's notice with the last one noted; true when it was another, which then is in the log. */
export async function noteNotice(deps: Deps, controller: string): Promise<boolean> {
  const version = await noticeVersion(deps, controller);
  return version !== undefined && noteVersion(deps, controller, version);
}

/** Notes a version that is about to be shown; true when the last one noted was another. */
export async function noteVersion(deps: Noting, controller: string, version: string): Promise<boolean> {
  if (known(deps.store).get(controller)?.last === version) return false;
  return noteNow(deps, controller, version).catch((error: unknown) => {
    // Somebody else noted one at the same moment: read again.
    if (!(error instanceof StoreError) || error.code !== "STORE_VERSION_CONFLICT") throw error;
    return noteNow(deps, controller, version);
  });
}

async function noteNow({ store, clock }: Noting, controller: string, version: string): Promise<boolean> {
  const { before, changed } = await store.write(controller, async (unit) => {
    const events = await load(unit, "notice", controller);
    const versions = events.map(({ data }) => data.version);
    if (versions.at(-1) === version) return { before: versions, changed: false };
    const type = events.length === 0 ? "NoticeNoted" : "NoticeChanged";
    const news = { type, at: instant(clock()), by: "system", data: { version } } as const;
    await append(unit, "notice", controller, events.length, news);
    return { before: versions, changed: true };
  });
  known(store).set(controller, notedIn(changed ? [...before, version] : before));
  return changed;
}

/** Whether a controller has ever shown this version of its notice. */
export async function wasShown(
  { store }: Pick<Deps, "store">,
  controller: string,
  version: string,
): Promise<boolean> {
  if (known(store).get(controller)?.all.has(version) === true) return true;
  const events = await store.read(controller, (unit) => load(unit, "notice", controller));
  const noted = notedIn(events.map(({ data }) => data.version));
  known(store).set(controller, noted);
  return noted.all.has(version);
}

/** Today's version, and every one that has been noted, oldest first. */
export async function noticeVersions(deps: Deps, controller: string) {
  const current = await noticeVersion(deps, controller);
  if (current === undefined) throw new Problem("NOT_FOUND");
  const events = await deps.store.read(controller, (unit) => load(unit, "notice", controller));
  const versions = events.map((event, index): NoticeVersion => {
    const next = events[index + 1];
    const noted = { version: event.data.version, since: event.at };
    return next === undefined ? noted : Object.assign(noted, { until: next.at });
  });
  return { current, versions };
}
