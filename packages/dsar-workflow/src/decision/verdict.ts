/** What a decision can come to, and what can be wrong with it. */

/** `granted`: all that was asked; `refused`: nothing; `partly-granted`: between; `no-data`: there was nothing. */
export type DecisionOutcome = "granted" | "partly-granted" | "refused" | "no-data";

/** Why there is no item-by-item answer. */
export type Ground =
  | "not-identified"
  | "authority-insufficient"
  | "manifestly-unfounded"
  | "excessive"
  | "no-data";

/** Something unlawful that happened and cannot be undone, kept with the decision. */
export type Finding =
  /** A full refusal after the first month: art. 12(4) knows no extension. */
  | "DSAR_REFUSAL_AFTER_MONTH_ONE"
  /** Decided after the last lawful day. */
  | "DSAR_OVERDUE";
