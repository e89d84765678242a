/** Reviews of accesses as the log keeps them: one stream for each review, and one that says which there have been. */
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import {
  decideReview,
  evolveReview,
  noReview,
  type Drawn,
  type Review,
  type ReviewCommand,
  type ReviewEvent,
} from "./review.ts";
import type { JsonObject, Unit } from "@tillit/record-store";
import { staffName } from "../kernel/staff-name.ts";

/** A review of a unit's accesses, or of the whole controller's. */
export interface KnownReview {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly at: string;
  readonly by: string;
  readonly review: Review;
  readonly version: number;
}

function stream(id: string): string {
  return `review/${id}`;
}

function placeStream(place: string | undefined): string {
  return `reviews/${place ?? "*"}`;
}

/** @throws Problem NOT_FOUND, also where the review is another unit's */
export async function loadReview(unit: Unit, staff: Session, id: string): Promise<KnownReview> {
  const events = await unit.log.load(stream(id));
  const [first] = events;
  if (first === undefined) throw new Problem("NOT_FOUND");
  const { unit: place } = first.data as { readonly unit?: string };
  if (staff.unit !== undefined && staff.unit !== place) throw new Problem("NOT_FOUND");
  const review = events.reduce((state, { type, by, data }) => {
    return evolveReview(state, { ...data, type } as unknown as ReviewEvent, by);
  }, noReview);
  return { id, unit: place, at: first.at, by: first.by, review, version: events.length };
}

/** The reviews of one unit, or with `undefined` those of the whole controller, oldest first. */
export async function reviewsOf(
  unit: Unit,
  staff: Session,
  place: string | undefined,
): Promise<readonly KnownReview[]> {
  const events = await unit.log.load(placeStream(place));
  const found: KnownReview[] = [];
  for (const { data } of events) {
    found.push(await loadReview(unit, staff, (data as { readonly review: string }).review));
  }
  return found;
}

/** Begins a review; of two who begin the same one at once, one is told so. */
export async function beginReview(
  deps: Deps,
  unit: Unit,
  staff: Session,
  { id, before, drawn }: { readonly id: string; readonly before: number; readonly drawn: Drawn },
): Promise<void> {
  const at = instant(deps.clock());
  const common = { at, by: staffName(staff), activity: activityOf(unit.controller) };
  const { type, ...data } = drawn;
  const place = staff.unit === undefined ? {} : { unit: staff.unit };
  await unit.log.append(placeStream(staff.unit), before, [
    { ...common, type: "ReviewBegun", data: { review: id } },
  ]);
  await unit.log.append(stream(id), 0, [
    { ...common, type, data: { ...(data as unknown as JsonObject), ...place } },
  ]);
}

/** @throws Problem NOT_FOUND · STATE_CONFLICT with the refusal as reason */
export async function actOnReview(
  deps: Deps,
  unit: Unit,
  staff: Session,
  { id, command }: { readonly id: string; readonly command: ReviewCommand },
): Promise<Review> {
  const { review, version } = await loadReview(unit, staff, id);
  const decision = decideReview(command, review, staff.ref);
  if (!decision.ok) throw new Problem("STATE_CONFLICT", decision.reason);
  const by = staffName(staff);
  const activity = activityOf(unit.controller);
  const at = instant(deps.clock());
  await unit.log.append(
    stream(id),
    version,
    decision.events.map(({ type, ...data }) => ({
      type,
      at,
      by,
      activity,
      data: data as unknown as JsonObject,
    })),
  );
  return decision.events.reduce((state, event) => evolveReview(state, event, by), review);
}
