/**
 * A rule set as data: what a jurist writes and reviews. Conditions are a closed union, never expression strings,
 * so the checker can enumerate them; every version cites the provision it comes from.
 */
import type { Grade, SwedishFirst } from "@tillit/law-reference";
import type { Day } from "../day/civil-day.ts";

/** A text in Swedish and, where it is shown to others, English. */
/** A provision, decision or agreement, and the day a person last found it so. */
export interface Citation {
  readonly act: string;
  readonly at?: string | undefined;
  readonly amendedBy?: string | undefined;
  readonly url?: string | undefined;
  readonly checked: Day;
}

/** Type of a fact. `event` may lie ahead: absent means not happened. `absent: "none"` makes absence an answer. */
export type FieldType =
  | { readonly kind: "enum"; readonly values: readonly string[]; readonly absent?: Absent | undefined }
  | { readonly kind: "boolean"; readonly absent?: Absent | undefined }
  | {
      readonly kind: "integer";
      readonly min: number;
      readonly max: number;
      readonly absent?: Absent | undefined;
    }
  | { readonly kind: "day" }
  | { readonly kind: "event" }
  | { readonly kind: "period"; readonly absent?: Absent | undefined }
  | { readonly kind: "eventName"; readonly absent?: Absent | undefined }
  | { readonly kind: "text"; readonly absent?: Absent | undefined };

export type Absent = "unknown" | "none";

export interface Field {
  readonly title: SwedishFirst;
  readonly type: FieldType;
}

/** A named set of values, one class to the checker however many members it has. */
export interface NamedSet {
  readonly title: SwedishFirst;
  readonly values: readonly string[];
  readonly cite: readonly Citation[];
}

export type Condition =
  | { readonly always: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number)[] }
  | { readonly field: string; readonly inSet: string }
  | { readonly field: string; readonly given: boolean }
  | { readonly field: string; readonly dayOfMonthIn: readonly number[] }
  | { readonly field: string; readonly before: Day }
  | { readonly field: string; readonly onOrAfter: Day };

/** When a period ends: event day, rolled, plus a period. */
export interface Term {
  readonly from:
    | { readonly event: string; readonly pick?: "latest" | "earliest" | undefined }
    | { readonly eventIn: string };
  readonly roll?: "endOfMonth" | "endOfYear" | undefined;
  readonly plus: string | { readonly periodIn: string };
  readonly leap?: "back" | "forward" | undefined;
  readonly opens?: "dayAfter" | "sameDay" | undefined;
}

export type Complete = { readonly by: "endOfNextCalendarYear" } | { readonly within: string };

/** Not before another record of the same subject, or another event of the same record, is done. */
export type Wait =
  | { readonly same: "subject"; readonly rule: string }
  | { readonly done: string; readonly ifGiven: string };

export type Effect =
  | {
      readonly kind: "preserve";
      readonly transferTo?: string | undefined;
      readonly after?: Term | undefined;
    }
  | {
      readonly kind: "dispose";
      readonly after: Term;
      readonly complete?: Complete | undefined;
      readonly waitFor?: readonly Wait[] | undefined;
    }
  | { readonly kind: "minimum"; readonly until: Term }
  | { readonly kind: "maximum"; readonly until: Term }
  | { readonly kind: "ask"; readonly for: readonly string[] };

/** Transitional provision: which day picks the version, and a day before which nothing is disposed. */
export interface Transition {
  readonly selectBy?: { readonly event: string } | undefined;
  readonly notBefore?: Day | undefined;
  readonly cite: readonly Citation[];
}

export interface RuleVersion {
  readonly inForce: { readonly from: Day; readonly until?: Day | undefined };
  readonly grade: Grade;
  readonly cite: readonly Citation[];
  readonly transition?: Transition | undefined;
  readonly note?: SwedishFirst | undefined;
  readonly when: Condition;
  readonly effect: Effect;
}

export interface Rule {
  readonly id: string;
  readonly title: SwedishFirst;
  readonly exceptTo?: readonly string[] | undefined;
  readonly versions: readonly RuleVersion[];
}

/** What follows when no rule answers; the first whose condition holds. */
export interface Otherwise {
  readonly id: string;
  readonly when: Condition;
  readonly outcome: "preserve" | "review";
  readonly grade: Grade;
  readonly cite: readonly Citation[];
  readonly note?: SwedishFirst | undefined;
}

/** The name of an act, and the day it was repealed. */
export interface Act extends SwedishFirst {
  readonly repealed?: Day | undefined;
}

export interface RuleSet {
  readonly id: string;
  readonly release: string;
  readonly title: SwedishFirst;
  readonly jurisdiction: string;
  readonly supports: { readonly from: Day; readonly to?: Day | undefined };
  readonly acts: Readonly<Record<string, Act>>;
  readonly receivers: Readonly<Record<string, SwedishFirst>>;
  readonly vocabulary: Readonly<Record<string, Field>>;
  readonly sets: Readonly<Record<string, NamedSet>>;
  readonly otherwise: readonly Otherwise[];
  readonly rules: readonly Rule[];
}
