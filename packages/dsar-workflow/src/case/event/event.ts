/** What happened in a case: past tense, append-only, who and when. An event holds no words, names or numbers. */
import type { CalendarDate } from "@tillit/civil-time";
import type { DecisionOutcome, Finding, Ground } from "../../decision/verdict.ts";
import type { ItemOutcome } from "../../review/outcome.ts";
import type { Actor } from "../actor.ts";
import type { CommandPayloads, CommandType } from "../command/command.ts";
import type { Digest, Instant, Ref } from "../request.ts";

/** What each event carries beside its time and actor. */
export type EventPayloads = {
  readonly RequestReceived: CommandPayloads["ReceiveRequest"];
  readonly ForwardedToController: CommandPayloads["ForwardToController"];
  readonly ProtectionRecorded: CommandPayloads["RecordProtection"];
  readonly GuardianBlocked: CommandPayloads["BlockGuardian"];
  /** `pauses`: asked at once, so the clock stands still until the answer. */
  readonly IdentityEvidenceRequested: CommandPayloads["AskIdentity"] & { readonly pauses: boolean };
  readonly IdentityEvidenceAccepted: CommandPayloads["AcceptIdentity"];
  readonly IdentityEvidenceRejected: CommandPayloads["RejectIdentity"];
  readonly IdentityDeadlineLapsed: CommandPayloads["LapseIdentity"];
  readonly ScopeClarificationRequested: CommandPayloads["AskScope"] & { readonly pauses: boolean };
  readonly ScopeClarified: CommandPayloads["AnswerScope"];
  readonly FeeAnnounced: CommandPayloads["AnnounceFee"];
  readonly ManifestlyUnfoundedAsserted: CommandPayloads["AssertUnfounded"];
  readonly Triaged: CommandPayloads["Triage"];
  readonly NoDataHeld: CommandPayloads["RecordNoData"];
  readonly DeadlineExtended: CommandPayloads["ExtendDeadline"];
  readonly SourceAnswered: CommandPayloads["AnswerSource"];
  readonly SourceWrittenOff: CommandPayloads["WriteOffSource"];
  readonly SourcesCompleted: CommandPayloads["CompleteSources"];
  readonly ItemAssessed: { readonly item: Ref; readonly outcome: ItemOutcome };
  readonly ItemsAllAssessed: CommandPayloads["CompleteReview"];
  readonly ReviewReopened: CommandPayloads["ReopenReview"];
  readonly DecisionDrafted: {
    readonly words: Digest;
    readonly decision: Digest;
    readonly outcome: DecisionOutcome;
    readonly ground?: Ground;
  };
  readonly DecisionSigned: CommandPayloads["SignDecision"] & {
    readonly outcome: DecisionOutcome;
    readonly findings: readonly Finding[];
  };
  readonly HandedToIvo: CommandPayloads["HandToIvo"];
  readonly IvoDecided: CommandPayloads["RecordIvoDecision"];
  readonly LegalHoldPlaced: CommandPayloads["PlaceHold"];
  readonly LegalHoldReleased: CommandPayloads["ReleaseHold"];
  readonly PackageSealed: CommandPayloads["SealPackage"];
  readonly ErasureExecuted: CommandPayloads["ExecuteErasure"];
  readonly MeasureExecuted: CommandPayloads["ExecuteMeasure"];
  readonly RecipientNotified: CommandPayloads["NotifyRecipient"];
  readonly NoticeAcknowledged: CommandPayloads["RecordAcknowledgement"];
  readonly NoticeExcused: CommandPayloads["ExcuseNotice"];
  readonly Disclosed: CommandPayloads["Disclose"];
  readonly DecisionServed: CommandPayloads["ServeDecision"] & { readonly appealLastDay?: CalendarDate };
  readonly AppealReceived: CommandPayloads["ReceiveAppeal"] & { readonly late: boolean };
  readonly AppealDismissed: CommandPayloads["DismissAppeal"];
  readonly DecisionChangedBySelf: CommandPayloads["ChangeDecision"];
  readonly ForwardedToCourt: CommandPayloads["ForwardToCourt"];
  readonly CourtUpheld: CommandPayloads["RecordCourtUpheld"];
  readonly CourtRemanded: CommandPayloads["RecordCourtRemanded"];
  readonly AppealPeriodLapsed: CommandPayloads["LapseAppeal"];
  readonly ComplaintRecorded: CommandPayloads["RecordComplaint"];
  readonly ComplaintSettled: CommandPayloads["SettleComplaint"];
  readonly LiftingAnnounced: CommandPayloads["AnnounceLifting"];
  readonly RestrictionLifted: CommandPayloads["LiftRestriction"];
  readonly WithdrawnByRequester: CommandPayloads["WithdrawRequest"];
  readonly CaseClosed: CommandPayloads["CloseCase"];
};

/** The name of an event. */
export type EventType = keyof EventPayloads;

/** An event of one name. `at` is the moment, `on` the date in Sweden. */
export type EventOf<T extends EventType> = {
  readonly type: T;
  readonly at: Instant;
  readonly on: CalendarDate;
  readonly actor: Actor;
} & EventPayloads[T];

/** Any event. */
export type DsarEvent = { [T in EventType]: EventOf<T> }[EventType];

/** Which event a command gives. */
export type EventFor = Readonly<Record<CommandType, EventType>>;
