export { decide } from "./case/decide.ts";
export { evolve, fold } from "./case/state/evolve.ts";
export { initialState, itemOf } from "./case/state/state.ts";
export { clockOf, deadlineOf } from "./case/state/clock-of.ts";
export { holdsIdentityNumber } from "./case/command/identity-number.ts";
export { deadline } from "./deadline/deadline.ts";
export { simulate } from "./deadline/simulate.ts";
export { receiptDay } from "./deadline/receipt-day.ts";
export type { ReceiptDay } from "./deadline/receipt-day.ts";
export { appealLastDay, complaintRemedy } from "./deadline/appeal.ts";
export { parseCommand } from "./case/command/parse-command.ts";
export { explainRefusal, refusalText } from "./case/refusal-text.ts";
export { eventLeaf } from "./case/event/log-leaf.ts";
export { deadlineList } from "./deadline/list.ts";
export { DsarError } from "./errors.ts";
export { allowedCommands } from "./machine/lookup.ts";
export type { RestrictedUse } from "./regime/restricted-use.ts";
export type { Actor, Role } from "./case/actor.ts";
export type { Command, CommandOf, CommandPayloads, CommandType } from "./case/command/command.ts";
export type { Env } from "./case/env.ts";
export type { DsarEvent, EventOf, EventPayloads, EventType } from "./case/event/event.ts";
export type { Assurance, Doubt, Item, Measure, Mention, Method } from "./case/fact.ts";
export type { Outcome, Refusal, RefusalCode, RefusalDetail } from "./case/refusal.ts";
export type { Channel, ControllerKind, Digest, Instant, Ref, Regime, Right } from "./case/request.ts";
export type {
  CaseItem,
  CaseState,
  DsarState,
  NoticeStatus,
  Phase,
  SignedDecision,
} from "./case/state/state.ts";
export type { Clock, Pause, PauseReason } from "./deadline/clock.ts";
export { draftExceptionEnds, slowMatterFrom } from "./deadline/dates.ts";
export type { DeadlineDates } from "./deadline/dates.ts";
export type { Deadline } from "./deadline/deadline.ts";
export type { WhatIf } from "./deadline/simulate.ts";
export type { TraceStep } from "./deadline/trace.ts";
export type { Decision } from "./decision/decision.ts";
export type { DecisionOutcome, Finding, Ground } from "./decision/verdict.ts";
export type { DeadlineRow } from "./deadline/list.ts";
export type {
  Backups,
  Destroyed,
  ErasureCertificate,
  Method as DestructionMethod,
} from "./erasure/certificate.ts";
export type { ErasurePort } from "./erasure/execute.ts";
export type { Afterlife, Copy, ErasurePlan, RetentionVerdict, Survivor } from "./erasure/plan.ts";
export type { DsarErrorCode } from "./errors.ts";
export type {
  ExportFile,
  ExportManifest,
  ManifestEntry,
  OpenedItem,
  ProcessingInformation,
} from "./export/content.ts";
export type { GivenItem } from "./export/given.ts";
export type { ExportPackage, ExportSource } from "./export/package.ts";
export type { SealedExport, Sealer } from "./export/seal.ts";
export type { LetterBlock, LetterDocument, LetterRequest } from "./letters/compose.ts";
export type { LetterCase, LetterScope } from "./letters/letter-case.ts";
export type { DecidedThings } from "./letters/decision-facts.ts";
export type { LetterStanding } from "./letters/needed-facts.ts";
export type { LetterFacts } from "./letters/letter-facts.ts";
export type { FactName, LetterDefinition, LetterId, LetterPart, PartKind } from "./letters/letter.ts";
export type { GuardId } from "./machine/guards/guard-id.ts";
export type { Branch, Transition } from "./machine/rows/transition.ts";
export type { Authority, AuthorityVerdict } from "./people/authority.ts";
export type { DeliveryChannel, Protection, ProtectionEffects } from "./people/protection.ts";
export type { RecipientNotice } from "./notice/recipients.ts";
export type { RegimeRule } from "./regime/regimes.ts";
export type { Remedy } from "./regime/remedy.ts";
export type {
  Ask,
  Asker,
  BundledCase,
  Reason,
  TriageAnswer,
  TriagedCase,
  TriageFacts,
} from "./regime/triage.ts";
export type { Artefact, Leak } from "./redaction/leak.ts";
export type { Secret } from "./redaction/redact.ts";
export type { Unsearched } from "./redaction/text-of-bytes.ts";
export type {
  HarmReasons,
  HarmTest,
  ItemAssessment,
  ItemOutcome,
  OutcomeKind,
  Span,
} from "./review/outcome.ts";
export type { Provision, TestKind } from "./review/provision.ts";
export type { ProvisionId } from "./review/provisions.ts";
