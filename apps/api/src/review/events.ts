/** What happens to a review of accesses; which reviews there have been of a place; and what a reader was warned of. */
import type { DataOf } from "../kernel/event-data.ts";
import type { ReviewEvent } from "@tillit/access-review";

/** The unit whose accesses are reviewed; none for the whole controller's. */
export interface OfUnit {
  readonly unit?: string;
}

export type ReviewEvents = DataOf<ReviewEvent, "type" | "by"> & { readonly ReviewDrawn: OfUnit };

export interface PlaceReviewEvents {
  readonly ReviewBegun: { readonly review: string };
}

export interface AccessFlagEvents {
  readonly AccessFlagged: { readonly flag: string };
}
