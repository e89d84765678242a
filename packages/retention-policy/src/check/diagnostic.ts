/** What the checker may find; stable codes, each with a witness. */
import type { Day } from "../day/civil-day.ts";
import type { Facts } from "../facts.ts";

export type DiagnosticCode =
  | "GAP"
  | "OVERLAP"
  | "UNREACHABLE"
  | "SHADOWED"
  | "CONTRADICTION"
  | "DANGLING_EXCEPTION"
  | "EXCEPTION_CYCLE"
  | "SELF_EXCEPTION"
  | "VERSION_GAP"
  | "VERSION_OVERLAP"
  | "OUT_OF_SUPPORT"
  | "STALE_CITATION"
  | "UNCITED_CHANGE"
  | "LEAP_SENSITIVE"
  | "UNKNOWN_SENSITIVE"
  | "UNTESTED"
  | "TOO_MANY_CELLS"
  | "MALFORMED";

export type Severity = "error" | "warning" | "note";

/** A record and day that show the finding; `facts` runs through `explain` where the rules compile. */
export interface Witness {
  readonly facts: Facts;
  readonly asOf: Day;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Rules concerned, the first the one to look at. */
  readonly rules: readonly string[];
  readonly message: { readonly sv: string; readonly en: string };
  readonly witness: Witness;
}
