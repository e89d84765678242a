/** The guards of the machine by name; `guards.ts` holds what each asks. */
export type GuardId = IntakeGuardId | ReviewGuardId | AnswerGuardId;

/** From arrival to the sources. */
export type IntakeGuardId =
  | "doubt-is-reasonable"
  | "reply-date-fits"
  | "reply-date-passed"
  | "assurance-enough"
  | "authority-enough"
  | "fee-announced-first"
  | "sources-named"
  | "source-open"
  | "all-sources-answered"
  | "something-found"
  | "nothing-found"
  | "not-extended-before"
  | "extension-in-time";

/** From the first item to a signature. */
export type ReviewGuardId =
  | "item-known"
  | "outcome-allowed"
  | "harm-test-given"
  | "mentions-protected"
  | "dispute-noted"
  | "all-items-assessed"
  | "identity-verified"
  | "identity-unless-no-items"
  | "draft-matches"
  | "signer-did-not-assess"
  | "ivo-decides-refusals"
  | "refusal-for-ivo"
  | "ivo-is-followed"
  | "signature-valid";

/** From a signed decision to the end. */
export type AnswerGuardId =
  | "retention-lets-go"
  | "something-is-given"
  | "something-to-carry-out"
  | "measure-fits-right"
  | "package-of-this-decision"
  | "package-is-sealed"
  | "channel-allowed"
  | "authority-stands"
  | "siblings-closed"
  | "no-hold"
  | "hold-known"
  | "certificates-for-all"
  | "carried-out"
  | "recipients-told"
  | "recipient-known"
  | "served-today-or-before"
  | "appealable"
  | "appeal-date-fits"
  | "complaint-filed"
  | "complaint-open"
  | "complaint-settled"
  | "appeal-in-time"
  | "appeal-late"
  | "appeal-time-over"
  | "nothing-to-appeal"
  | "restriction-stands"
  | "lifting-after-notice"
  | "lifting-announced";
