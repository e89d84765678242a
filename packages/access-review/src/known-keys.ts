import { AccessReviewError } from "./errors.ts";

/**
 * Refuses what nobody reads: a slip of the pen shall not leave an access out of a review.
 *
 * @throws {@link AccessReviewError} `INPUT_MALFORMED` where it is no object, `KEY_UNKNOWN`
 */
export function refuseUnknownKeys(value: unknown, known: readonly string[], what: string): void {
  if (typeof value !== "object" || value === null)
    throw new AccessReviewError("INPUT_MALFORMED", `${what} is an object`);
  // Inherited keys too: what is read from an object counts, wherever it lies.
  for (const key in value) {
    if (!known.includes(key))
      throw new AccessReviewError("KEY_UNKNOWN", `${what} has a key that is none of ${known.join(", ")}`);
  }
}
