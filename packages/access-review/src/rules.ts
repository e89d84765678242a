/** The numbers of a review, as data: the statute leaves them to whoever is responsible. */
import type { GradedLawRef } from "@tillit/law-reference";

/** Why an access is on the list. All but `sampled` are picked by rule. */
export const whys = [
  "protected-identity",
  "outside-assignment",
  "odd-hours",
  "long-closed",
  "many-in-a-day",
  "flagged",
  "sampled",
] as const;

export type Why = (typeof whys)[number];

export interface ReviewRules {
  /** A change of a number is a new id, and every review names its own. */
  readonly id: string;
  /** Where the duty stands, and how sure the numbers are. */
  readonly law: GradedLawRef;
  /** Days that one review should at most cover. */
  readonly everyDays: number;
  /** How many days late it may be after that. */
  readonly graceDays: number;
  /** Days from drawing to signing. */
  readonly signWithinDays: number;
  /** Of accesses that no rule picks: this share, but not fewer than `atLeast` and not more than `atMost`. */
  readonly share: number;
  readonly atLeast: number;
  readonly atMost: number;
  /** More than this of picked ones is no longer read: then so many of them are drawn. */
  readonly mostPicked: number;
  /** Swedish hours of ordinary work, on working days: from, and up to but not including. */
  readonly hours: { readonly from: number; readonly to: number };
  /** An access more days than this after the case was closed wants a reason. */
  readonly longClosedDays: number;
  /** One person at more records than this in a day is browsing, or very busy. */
  readonly manyRecords: number;
}
