import type { AccessReviewDetail } from "@tillit/api-contract/client";

/** One access that was drawn for a review, with what has been said of it. */
export type ReviewedAccess = AccessReviewDetail["accesses"][number];
