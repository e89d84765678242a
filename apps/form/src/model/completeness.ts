import type { Answers } from "@tillit/application-case";
import type { FormState } from "../journey/form-state.ts";
import type { Completeness } from "../journey/places.ts";
import { faultsOf, type IdentityCheck } from "../journey/validate-step.ts";
import type { AllTexts } from "../texts/load-texts.ts";
import { unreadNotices } from "./notice-faults.ts";
import type { Receivers } from "./use-receivers.ts";

/** Which receivers are chosen. */
export function chosenReceivers(answers: Answers): readonly string[] {
  return (answers["municipalities"] ?? []) as readonly string[];
}

/** Which parts of a form are complete: steps without fault, notices that have been read as they are. */
export function completenessOf(
  { answers, noticesRead }: FormState,
  checks: Receivers["checks"],
  texts: AllTexts,
  checkIdentity: IdentityCheck,
): Completeness {
  const chosen = chosenReceivers(answers);
  return (step) =>
    step === "notices"
      ? unreadNotices(chosen, noticesRead, checks).length === 0
      : faultsOf(step, answers, texts, checkIdentity).length === 0;
}
