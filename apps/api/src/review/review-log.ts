/** Reviews of accesses as the log keeps them: one stream for each review, and one that says which there have been. */
import { instant } from "../clock.ts";
import { act, append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import { asSpoken, standing, type Standing, type Story } from "../kernel/story.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import {
  decide,
  evolve,
  initialReview,
  type Review,
  type ReviewCommand,
  type ReviewDrawn,
  type ReviewEvent,
} from "@tillit/access-review";
import type { Unit } from "@tillit/record-store";

const reviews: Story<"review", ReviewCommand, Review, ReviewEvent, undefined> = {
  kind: "review",
  initial: initialReview,
  decide,
  evolve,
  ...asSpoken("by"),
};

/** Who looks at reviews: of one unit, or of the whole. */
export type Reviewer = Pick<Session, "controller" | "unit">;

/** A review of a unit's accesses, or of the whole controller's. */
export interface KnownReview {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly at: string;
  readonly by: string;
  readonly review: Review;
}

/** A unit, or the whole controller. */
function placeOf(unit: string | undefined): string {
  return unit ?? "*";
}

/** @throws Problem NOT_FOUND, also where the review is another unit's */
export async function loadReview(
  unit: Unit,
  staff: Reviewer,
  id: string,
): Promise<KnownReview & Standing<"review", Review>> {
  const loaded = await standing(unit, reviews, id);
  const [drawn] = loaded.entries;
  if (drawn?.type !== "ReviewDrawn") throw new Problem("NOT_FOUND");
  const { at, by, data } = drawn;
  if (staff.unit !== undefined && staff.unit !== data.unit) throw new Problem("NOT_FOUND");
  return { id, unit: data.unit, at, by, review: loaded.state, ...loaded };
}

/** The reviews of one unit, or with `undefined` those of the whole controller, oldest first. */
export async function reviewsOf(
  unit: Unit,
  staff: Reviewer,
  place: string | undefined,
): Promise<readonly KnownReview[]> {
  const events = await load(unit, "reviews", placeOf(place));
  const found: KnownReview[] = [];
  for (const { data } of events) found.push(await loadReview(unit, staff, data.review));
  return found;
}

/** Begins a review; of two who begin the same one at once, one is told so. */
export async function beginReview(
  deps: Deps,
  unit: Unit,
  staff: Session,
  { id, before, drawn }: { readonly id: string; readonly before: number; readonly drawn: ReviewDrawn },
): Promise<void> {
  const doing = { at: instant(deps.clock()), by: drawn.by };
  const place = staff.unit === undefined ? {} : { unit: staff.unit };
  await append(unit, "reviews", placeOf(staff.unit), before, {
    ...doing,
    type: "ReviewBegun",
    data: { review: id },
  });
  await append(unit, "review", id, 0, { ...doing, ...reviews.write(drawn, place) });
}

/** @throws Problem NOT_FOUND · STATE_CONFLICT with the refusal as reason */
export async function actOnReview(
  deps: Deps,
  unit: Unit,
  staff: Session,
  { id, command }: { readonly id: string; readonly command: ReviewCommand },
): Promise<Review> {
  const from = await loadReview(unit, staff, id);
  const at = instant(deps.clock());
  const deed = { commands: [command], context: undefined, from, at, by: command.by };
  return (await act(unit, reviews, id, deed)).state;
}
