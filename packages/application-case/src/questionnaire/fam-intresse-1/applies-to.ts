/** The letters of the questionnaire's table: F familjehem, J jourhem, P kontaktperson, K kontaktfamilj. */
import type { AssignmentKind } from "../../assignment.ts";

export const FJPK: readonly AssignmentKind[] = [
  "family-home",
  "emergency-home",
  "contact-person",
  "contact-family",
];
export const FJK: readonly AssignmentKind[] = ["family-home", "emergency-home", "contact-family"];
export const FJ: readonly AssignmentKind[] = ["family-home", "emergency-home"];
export const J: readonly AssignmentKind[] = ["emergency-home"];
export const K: readonly AssignmentKind[] = ["contact-family"];
export const P: readonly AssignmentKind[] = ["contact-person"];
