/** The machine as data: every lawful step of a case, and nothing else. */
import { answerRows } from "./answer-rows.ts";
import { intakeRows } from "./intake-rows.ts";
import { remedyRows } from "./remedy-rows.ts";
import { reviewRows } from "./review-rows.ts";
import type { Transition } from "./transition.ts";

/** Every row, in the order of a case's life. */
export const transitions: readonly Transition[] = [
  ...intakeRows,
  ...reviewRows,
  ...answerRows,
  ...remedyRows,
];
