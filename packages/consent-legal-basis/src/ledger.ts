/** `@tillit/consent-legal-basis/ledger`: consents over time, without checks, notices and linter. */
export { consentAt, stoodAt } from "./consent/consent-at.ts";
export type { ConsentStanding, ConsentState, FoldOptions } from "./consent/consent-at.ts";
export { parseConsentEvent } from "./consent/consent-event.ts";
export type { ConsentEvent, Giver, Instant, ShownNotice, SubjectRef } from "./consent/consent-event.ts";
export { appendConsent } from "./consent/ledger.ts";
export type { ConsentLedger } from "./consent/ledger.ts";
export { statutoryConsentAt, waiverAt } from "./consent/other-consents.ts";
export type {
  SecrecyWaiverEvent,
  StatutoryConsentEvent,
  StatutoryStanding,
  WaiverStanding,
} from "./consent/other-consents.ts";
export { ConsentBasisError } from "./errors.ts";
export type { ConsentBasisErrorCode } from "./errors.ts";
