export { decide } from "./case/decide.ts";
export { evolve, fold } from "./case/evolve.ts";
export { initialState, itemOf } from "./case/state.ts";
export { clockOf, deadlineOf } from "./case/clock-of.ts";
export { holdsIdentityNumber } from "./case/identity-number.ts";
export { deadline } from "./deadline/deadline.ts";
export { simulate } from "./deadline/simulate.ts";
export { receiptDay } from "./deadline/receipt-day.ts";
export { appealLastDay, complaintRemedy } from "./deadline/appeal.ts";
export { decisionDigest, decisionOf, outcomeOf } from "./decision/decision.ts";
export { DsarError } from "./errors.ts";
export { allowedCommands } from "./machine/lookup.ts";
export { transitions } from "./machine/transitions.ts";
export { adultAge, checkAuthority, lastGuardianAge, ownVoiceAge } from "./people/authority.ts";
export { channelsFor, effectsOf } from "./people/protection.ts";
export { remedyOf } from "./regime/remedy.ts";
export { givenBy, outcomesFor } from "./review/outcome.ts";
export { provisionApplies, provisions } from "./review/provisions.ts";
export type { Actor, Role } from "./case/actor.ts";
export type { Command, CommandOf, CommandPayloads, CommandType } from "./case/command.ts";
export type { Env } from "./case/env.ts";
export type { DsarEvent, EventOf, EventPayloads, EventType } from "./case/event.ts";
export type { Assurance, Doubt, Item, Measure, Mention, Method } from "./case/fact.ts";
export type { Outcome, Refusal, RefusalCode, RefusalDetail } from "./case/refusal.ts";
export type {
  Channel,
  ControllerKind,
  Digest,
  Instant,
  LawRef,
  Localized,
  Ref,
  Regime,
  Right,
} from "./case/request.ts";
export type { CaseItem, CaseState, DsarState, NoticeStatus, Phase, SignedDecision } from "./case/state.ts";
export type { Clock, Pause, PauseReason } from "./deadline/clock.ts";
export { draftExceptionEnds, slowMatterFrom } from "./deadline/dates.ts";
export type { DeadlineDates } from "./deadline/dates.ts";
export type { Deadline } from "./deadline/deadline.ts";
export type { WhatIf } from "./deadline/simulate.ts";
export type { TraceStep } from "./deadline/trace.ts";
export type { Decision, DecisionOutcome, Finding, Ground } from "./decision/decision.ts";
export type { DsarErrorCode } from "./errors.ts";
export type { GuardId } from "./machine/guard-id.ts";
export type { Branch, Transition } from "./machine/transition.ts";
export type { Authority, AuthorityVerdict } from "./people/authority.ts";
export type { DeliveryChannel, Protection, ProtectionEffects } from "./people/protection.ts";
export type { Remedy } from "./regime/remedy.ts";
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
