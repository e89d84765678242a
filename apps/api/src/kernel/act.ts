/** The one way in which something becomes an entry of the log: loaded, decided, appended, and at once seen in the lists. */
import type { StoredEvent, Unit } from "@tillit/record-store";
import { project } from "../projections.ts";
import { activityOf } from "./activities.ts";
import { only, streamName, type Happening, type Logged, type StreamKind } from "./load.ts";
import { decideAll, standing, type Standing, type Story } from "./story.ts";

/** When and by whom; for the controller's own activity where no other is named. */
export type Doing = Pick<StoredEvent, "at" | "by"> & Partial<Pick<StoredEvent, "activity">>;

export type NewsOf<K extends StreamKind> = Doing & Happening<K>;

/**
 * Appends what needs no deciding, in the caller's transaction.
 *
 * @param expected - how many entries the stream has, or `any`
 * @throws StoreError STORE_VERSION_CONFLICT when the stream has moved on
 */
export async function append<K extends StreamKind>(
  unit: Unit,
  kind: K,
  id: string,
  expected: number | "any",
  ...news: readonly NewsOf<K>[]
): Promise<readonly Logged<K>[]> {
  const activity = activityOf(unit.controller);
  const stored = await unit.log.append(
    streamName(kind, id),
    expected,
    news.map((event) => Object.assign({ activity }, event)),
  );
  await project(unit, stored);
  return only(stored, kind);
}

/** Commands on a story, one after another; what follows is appended together. */
export interface Deed<K extends StreamKind, Command, State, Context> extends Doing {
  readonly commands: readonly Command[];
  readonly context: Context;
  /** What the log says with each event; ids only. */
  readonly also?: object;
  /** Where the story stands, if the caller has loaded it. */
  readonly from?: Standing<K, State>;
}

/**
 * In the caller's transaction.
 *
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export async function act<K extends StreamKind, Command, State, Event, Context>(
  unit: Unit,
  story: Story<K, Command, State, Event, Context>,
  id: string,
  { commands, context, also = {}, from, ...doing }: Deed<K, Command, State, Context>,
): Promise<Standing<K, State>> {
  const { state: before, entries } = from ?? (await standing(unit, story, id));
  const { state, events } = decideAll(story, before, commands, context);
  const news = events.map((event) => Object.assign({}, doing, story.write(event, also)));
  const stored = await append(unit, story.kind, id, entries.length, ...news);
  return { state, entries: [...entries, ...stored] };
}
