export { processingActivitySchema } from "./activity/activity.ts";
export type { ProcessingActivity, SecurityMeasure } from "./activity/activity.ts";
export { art10Schema, art6Schema, art9Schema } from "./activity/basis.ts";
export type {
  Art10,
  Art6,
  Art6Letter,
  Art9,
  ConsentTerms,
  Law,
  NationalIdGround,
  RequiredGiver,
} from "./activity/basis.ts";
export type { DataCategory, IndirectInformation, Source, SubjectGroup } from "./activity/collection.ts";
export type { DocRef } from "./activity/document-ref.ts";
export type { ExtraConsent } from "./activity/extra-consent.ts";
export { parseActivity, parseRegister } from "./activity/parse.ts";
export type {
  Contact,
  Controller,
  Recipient,
  RequestChannel,
  Transfer,
  Transfers,
} from "./activity/parties.ts";
export { recordColumns, toArticle30 } from "./art30/record-of-processing.ts";
export type { RecordColumn, RecordOfProcessing, RecordRow } from "./art30/record-of-processing.ts";
export { recordCsv, recordHtml, recordJson } from "./art30/render-record.ts";
export { checkActivity } from "./check/check-activity.ts";
export type { CheckOptions } from "./check/check-activity.ts";
export type { Finding, FindingCode, Path, Severity } from "./check/finding.ts";
export type { KnownRetention } from "./check/rule.ts";
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
export {
  covers,
  difference,
  everything,
  granted,
  intersection,
  nothing,
  scopeOf,
  union,
  within,
} from "./consent/scope.ts";
export type { Scope, ScopeTriple } from "./consent/scope.ts";
export { consentFindings } from "./consent/validity.ts";
export type { ValidityContext } from "./consent/validity.ts";
export { withdrawalEffects } from "./consent/withdrawal.ts";
export type { WithdrawalEffects, WithdrawalItem } from "./consent/withdrawal.ts";
export { dpvContext } from "./dpv/context.ts";
export { toJsonLd } from "./dpv/to-json-ld.ts";
export type { DpvOptions, JsonLd } from "./dpv/to-json-ld.ts";
export { drift } from "./drift/drift.ts";
export type { DriftFinding, DriftReport } from "./drift/drift.ts";
export { driftMarkdown } from "./drift/render-drift.ts";
export { ConsentBasisError } from "./errors.ts";
export type { ConsentBasisErrorCode } from "./errors.ts";
export { inForceOn } from "./law/in-force.ts";
export type { InForce } from "./law/in-force.ts";
export { citeLaw, gdpr, shortCite } from "./law/law-ref.ts";
export { lawRefSchema } from "./law/law-schema.ts";
export type { ControllerKind, LawRef } from "./law/law-ref.ts";
export type {
  NationalLaw,
  NationalTopic,
  Renamed,
  RepealedAct,
  SupervisoryAuthority,
} from "./law/national-law.ts";
export { lint } from "./lint/lint.ts";
export type { LintReport } from "./lint/lint.ts";
export type { LintFinding, LintOptions } from "./lint/lint-finding.ts";
export type { LintProblem } from "./lint/lint-rule.ts";
export { foldSpace, sentencesOf } from "./lint/sentences.ts";
export type { Sentence } from "./lint/sentences.ts";
export type {
  NoticeArticle,
  NoticeBlock,
  NoticeDocument,
  NoticeLevel,
  NoticeRef,
} from "./notice/notice-document.ts";
export { legalBases } from "./notice/legal-bases.ts";
export { noticeHtml } from "./notice/render-html.ts";
export { noticeMarkdown } from "./notice/render-markdown.ts";
export { toNotice } from "./notice/to-notice.ts";
export type { NoticeOptions } from "./notice/to-notice.ts";
export { receiptBytes, receiptSchema, textHash, toReceipt, verifyReceipt } from "./receipt/receipt.ts";
export type {
  ConsentReceipt,
  ReceiptContext,
  ReceiptEvent,
  ReceiptProof,
  ReceiptVerdict,
} from "./receipt/receipt.ts";
export type { RightsOverride } from "./rights/override.ts";
export type { RetentionVerdict } from "./rights/retention-verdict.ts";
export { rights } from "./rights/right.ts";
export type { Right, Verdict } from "./rights/right.ts";
export { verdictOnErasure } from "./rights/verdict-on-erasure.ts";
export type { RetentionAnswer } from "./rights/verdict-on-erasure.ts";
export { rightsFor } from "./rights/rights-for.ts";
export type { Applicability, Reason, RightsOptions } from "./rights/rights-for.ts";
