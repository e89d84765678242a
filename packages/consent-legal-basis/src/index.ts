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
export { checkActivity } from "./check/check-activity.ts";
export type { CheckOptions } from "./check/check-activity.ts";
export type { Finding, FindingCode, Path, Severity } from "./check/finding.ts";
export type { KnownRetention } from "./check/rule.ts";
export { ConsentBasisError } from "./errors.ts";
export type { ConsentBasisErrorCode } from "./errors.ts";
export { inForceOn } from "./law/in-force.ts";
export type { InForce } from "./law/in-force.ts";
export { citeLaw, gdpr, lawRefSchema, shortCite } from "./law/law-ref.ts";
export type { ControllerKind, LawRef } from "./law/law-ref.ts";
export type { Locale, Localized } from "./law/localized.ts";
export type {
  NationalLaw,
  NationalTopic,
  Renamed,
  RepealedAct,
  SupervisoryAuthority,
} from "./law/national-law.ts";
export { foldSpace, sentencesOf } from "./lint/sentences.ts";
export type { Sentence } from "./lint/sentences.ts";
export type {
  NoticeArticle,
  NoticeBlock,
  NoticeDocument,
  NoticeLevel,
  NoticeRef,
} from "./notice/notice-document.ts";
export { noticeHtml } from "./notice/render-html.ts";
export { noticeMarkdown } from "./notice/render-markdown.ts";
export { toNotice } from "./notice/to-notice.ts";
export type { NoticeOptions } from "./notice/to-notice.ts";
export type { RightsOverride } from "./rights/override.ts";
export type { RetentionVerdict } from "./rights/retention-verdict.ts";
export { rights } from "./rights/right.ts";
export type { Right, Verdict } from "./rights/right.ts";
export { rightsFor } from "./rights/rights-for.ts";
export type { Applicability, Reason, RightsOptions } from "./rights/rights-for.ts";
