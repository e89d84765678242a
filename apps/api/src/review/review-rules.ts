/**
 * How the log of accesses is reviewed, as data. The statute (lag (2001:454) 10 §) wants reviews that are systematic and
 * come again, and leaves the numbers to the operator: these are ours. A change is a new id, and every review names its.
 */
export const reviewRules = {
  id: "access-review/1",
  /** Days that one review should at most cover, and how late it may be after that. */
  everyDays: 31,
  graceDays: 14,
  /** Days from drawing to signing. */
  signWithinDays: 14,
  /** Of accesses that no rule picks: this share, but not fewer and not more than. */
  share: 0.05,
  atLeast: 10,
  atMost: 200,
  /** More than this of picked ones is no longer read: then so many of them are drawn. */
  mostPicked: 1000,
  /** Swedish hours of ordinary work, on working days. */
  hours: { from: 6, to: 20 },
  /** An access so many days after the case was closed wants a reason. */
  longClosedDays: 90,
  /** One person at more records than this in a day is browsing, or very busy. */
  manyRecords: 40,
} as const;

/** Why an access is on the list. All but `sampled` are picked by rule. */
export type Why =
  | "protected-identity"
  | "outside-assignment"
  | "odd-hours"
  | "long-closed"
  | "many-in-a-day"
  | "flagged"
  | "sampled";
