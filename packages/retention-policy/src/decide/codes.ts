/** Outcomes, statuses and reasons as the small integers that columns hold; the order never changes. */
import type { Outcome, Reason, Status } from "../disposition.ts";

export const outcomes: readonly Outcome[] = [
  "preserve",
  "transfer",
  "dispose",
  "partial",
  "review",
  "conflict",
  "undetermined",
];

export const statuses: readonly Status[] = ["pending", "running", "held", "due", "overdue", "settled"];

export const reasons: readonly Reason[] = [
  "RULE",
  "OTHERWISE",
  "FLOOR_ONLY",
  "FACT_MISSING",
  "RULE_ASKS",
  "WINDOW_EMPTY",
  "TWO_RECEIVERS",
  "HELD_PAST_LATEST",
  "EVENT_AHEAD",
  "WAITING",
  "PARTS_DIFFER",
];

export const PRESERVE = 0;
export const TRANSFER = 1;
export const DISPOSE = 2;
export const PARTIAL = 3;
export const REVIEW = 4;
export const CONFLICT = 5;
export const UNDETERMINED = 6;

export const PENDING = 0;
export const RUNNING = 1;
export const HELD = 2;
export const DUE = 3;
export const OVERDUE = 4;
export const SETTLED = 5;

export const R_RULE = 0;
export const R_OTHERWISE = 1;
export const R_FLOOR_ONLY = 2;
export const R_FACT_MISSING = 3;
export const R_RULE_ASKS = 4;
export const R_WINDOW_EMPTY = 5;
export const R_TWO_RECEIVERS = 6;
export const R_HELD_PAST_LATEST = 7;
export const R_EVENT_AHEAD = 8;
export const R_WAITING = 9;
