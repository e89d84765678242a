/** What retention says about one record on one day. */
import type { Grade } from "@tillit/law-reference";
import type { Day } from "./day/civil-day.ts";
import type { Citation } from "./schema/rule-set.ts";

export type Outcome =
  | "preserve"
  | "transfer"
  | "dispose"
  | "partial"
  | "review"
  | "conflict"
  | "undetermined";

export type Status = "pending" | "running" | "held" | "due" | "overdue" | "settled";

/** Why the outcome is what it is, beside the rule that decides. */
export type Reason =
  | "RULE"
  | "OTHERWISE"
  | "FLOOR_ONLY"
  | "FACT_MISSING"
  | "RULE_ASKS"
  | "WINDOW_EMPTY"
  | "TWO_RECEIVERS"
  | "HELD_PAST_LATEST"
  | "EVENT_AHEAD"
  | "WAITING"
  | "PARTS_DIFFER";

/** The rule that decides, in the version of the day asked about. */
export interface Deciding {
  readonly rule: string;
  readonly version: Day;
  readonly cite: readonly Citation[];
  readonly grade: Grade;
  readonly note?: string;
  /** The version in force when the duty arose, where that is another. */
  readonly atDuty?: { readonly version: Day; readonly cite: readonly Citation[] };
}

/** The answer for one record; dates are absent where they do not exist. */
export interface Disposition {
  readonly id: string;
  readonly outcome: Outcome;
  readonly status: Status;
  readonly reason: Reason;
  readonly dutyArises?: Day;
  readonly earliest?: Day;
  readonly latest?: Day;
  readonly transferTo?: string;
  readonly deciding?: Deciding;
  /** Two rules that pull apart, for a human. */
  readonly between?: readonly string[];
  readonly missing?: readonly string[];
  readonly heldBy?: readonly string[];
  /** Other records, or an event of this one, that must be done first. */
  readonly waitsFor?: readonly string[];
  readonly parts?: readonly Disposition[];
}
