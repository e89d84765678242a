/** When the notice of a controller became another: noted in the log, so that what was promised when can be shown. */
import { activityOf } from "../activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { StoredEvent } from "../store/store.ts";
import { noticeVersion } from "./notice-of.ts";

export interface NoticeVersion {
  readonly version: string;
  /** When it was first noted here. */
  readonly since: string;
}

function streamOf(controller: string): string {
  return `notice/${controller}`;
}

function versionOf({ data, at }: StoredEvent): NoticeVersion {
  const { version } = data as { readonly version: string };
  return { version, since: at };
}

/** Compares today's notice with the last one noted; true when it was another, which then is in the log. */
export async function noteNotice(deps: Deps, controller: string): Promise<boolean> {
  const version = await noticeVersion(deps, controller);
  if (version === undefined) return false;
  return deps.store.write(controller, async (unit) => {
    const events = await unit.log.load(streamOf(controller));
    const last = events.at(-1);
    if (last !== undefined && versionOf(last).version === version) return false;
    const type = last === undefined ? "NoticeNoted" : "NoticeChanged";
    const at = instant(deps.clock());
    await unit.log.append(streamOf(controller), events.length, [
      { type, at, by: "system", activity: activityOf(controller), data: { version } },
    ]);
    return true;
  });
}

/** Today's version, and every one that has been noted, oldest first. */
export async function noticeVersions(deps: Deps, controller: string) {
  const current = await noticeVersion(deps, controller);
  if (current === undefined) throw new Problem("NOT_FOUND");
  const events = await deps.store.read(controller, (unit) => unit.log.load(streamOf(controller)));
  return { current, versions: events.map(versionOf) };
}
