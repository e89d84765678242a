/** The complete list of what may be known in the clear about a record; a new key here needs a decision record. */
import type { Day } from "./day/civil-day.ts";

export type Unit = "file" | "document" | "section" | "register";

/** A legal hold: blocks execution from `placed` until `released`, and never moves a date. */
export interface Hold {
  readonly id: string;
  readonly matter: string;
  readonly placed: Day;
  readonly released?: Day | undefined;
  readonly by: string;
}

/** A value of the vocabulary; `null` means asked for and not known. A list holds the occurrences of an event. */
export type FactValue = string | number | boolean | null | readonly Day[];

/** One record. `subject` is a pseudonym; parts inherit the values of their file. */
export interface Facts {
  readonly id: string;
  readonly unit: Unit;
  readonly subject?: string | undefined;
  readonly parts?: readonly Facts[] | undefined;
  readonly holds?: readonly Hold[] | undefined;
  readonly values: Readonly<Record<string, FactValue>>;
}
