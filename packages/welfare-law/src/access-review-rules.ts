import type { ReviewRules } from "@tillit/access-review";

/**
 * How the log of accesses is reviewed. The statute wants control of access that is systematic and comes again, and leaves
 * every number to whoever is responsible: these are our reading of it (grade I). A change is a new id.
 */
export const accessReviewRules: ReviewRules = {
  id: "access-review/1",
  law: {
    act: "lagen om behandling av personuppgifter inom socialtjänsten",
    sfs: "2001:454",
    at: "10 §",
    grade: "I",
  },
  everyDays: 31,
  graceDays: 14,
  signWithinDays: 14,
  share: 0.05,
  atLeast: 10,
  atMost: 200,
  mostPicked: 1000,
  hours: { from: 6, to: 20 },
  longClosedDays: 90,
  manyRecords: 40,
};
