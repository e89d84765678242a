/** What someone wants to happen in a case. Commands carry codes, dates, references and digests; never words. */
import type { CalendarDate } from "@tillit/civil-time";
import type { Authority } from "../../people/authority.ts";
import type { DeliveryChannel, Protection } from "../../people/protection.ts";
import type { ItemAssessment } from "../../review/outcome.ts";
import type { Actor } from "../actor.ts";
import type { Assurance, Doubt, Item, Measure, Method } from "../fact.ts";
import type { Channel, ControllerKind, Digest, Ref, Regime, Right } from "../request.ts";

/** What each command carries beside its actor. */
export type CommandPayloads = {
  readonly ReceiveRequest: {
    readonly id: Ref;
    readonly right: Right;
    readonly regime: Regime;
    readonly controller: ControllerKind;
    readonly channel: Channel;
    readonly receivedOn: CalendarDate;
    /** How surely the channel itself knew the person; 0 when not at all. */
    readonly authenticated?: Assurance;
    /** What the request concerns, e.g. an application. */
    readonly matter?: Ref;
    /** Sibling cases of the same bundle that must be closed before this one is carried out. */
    readonly after?: readonly Ref[];
  };
  readonly ForwardToController: { readonly to: Ref };
  readonly RecordProtection: { readonly protection: readonly Protection[] };
  readonly BlockGuardian: { readonly reason: Digest };
  readonly AskIdentity: { readonly doubt: Doubt; readonly reason: Digest; readonly replyBy: CalendarDate };
  readonly AcceptIdentity: {
    readonly assurance: Assurance;
    readonly method: Method;
    readonly subject?: Ref;
    readonly authority?: Authority;
  };
  readonly RejectIdentity: { readonly reason: Digest };
  readonly LapseIdentity: { readonly reason: Digest };
  readonly AskScope: { readonly reason: Digest };
  readonly AnswerScope: { readonly answer: Digest };
  readonly AnnounceFee: { readonly reason: Digest; readonly amountSek: number };
  readonly AssertUnfounded: {
    readonly ground: "manifestly-unfounded" | "excessive";
    readonly measure: "refuse" | "fee";
    readonly reason: Digest;
  };
  readonly Triage: { readonly sources: readonly Ref[] };
  readonly RecordNoData: { readonly reason: Digest };
  readonly ExtendDeadline: { readonly ground: "complexity" | "number"; readonly reason: Digest };
  readonly AnswerSource: {
    readonly source: Ref;
    readonly items: readonly Item[];
    readonly recipients?: readonly Ref[];
  };
  readonly WriteOffSource: { readonly source: Ref; readonly reason: Digest };
  readonly CompleteSources: Record<never, never>;
  readonly AssessItem: { readonly item: Ref; readonly outcome: ItemAssessment };
  readonly CompleteReview: Record<never, never>;
  readonly ReopenReview: { readonly reason: Digest };
  readonly DraftDecision: { readonly words: Digest };
  readonly SignDecision: { readonly decision: Digest; readonly delegation: Ref; readonly signature?: string };
  readonly HandToIvo: { readonly opinion: Digest };
  readonly RecordIvoDecision: { readonly releases: "all" | "part" | "none"; readonly decision: Digest };
  readonly PlaceHold: { readonly hold: Ref; readonly reason: Digest };
  readonly ReleaseHold: { readonly hold: Ref; readonly reason: Digest };
  readonly SealPackage: {
    readonly manifest: Digest;
    readonly decision: Digest;
    readonly recipientKey: Digest;
  };
  readonly ExecuteErasure: { readonly certificates: readonly Digest[] };
  readonly ExecuteMeasure: { readonly measure: Measure };
  readonly NotifyRecipient: { readonly recipient: Ref };
  readonly RecordAcknowledgement: { readonly recipient: Ref; readonly acknowledgement: Digest };
  readonly ExcuseNotice: { readonly recipient: Ref; readonly reason: Digest };
  readonly Disclose: { readonly manifest: Digest; readonly channel: DeliveryChannel };
  readonly ServeDecision: { readonly servedOn: CalendarDate; readonly channel: DeliveryChannel };
  readonly ReceiveAppeal: {
    readonly receivedOn: CalendarDate;
    readonly excuse?: "wrong-notice" | "reached-court";
  };
  readonly DismissAppeal: { readonly reason: Digest };
  readonly ChangeDecision: { readonly reason: Digest };
  readonly ForwardToCourt: Record<never, never>;
  readonly RecordCourtUpheld: { readonly judgment: Digest };
  readonly RecordCourtRemanded: { readonly judgment: Digest };
  readonly LapseAppeal: Record<never, never>;
  readonly RecordComplaint: { readonly filedOn: CalendarDate };
  readonly SettleComplaint: { readonly settledOn: CalendarDate };
  readonly AnnounceLifting: { readonly liftOn: CalendarDate };
  readonly LiftRestriction: Record<never, never>;
  readonly WithdrawRequest: Record<never, never>;
  readonly CloseCase: Record<never, never>;
};

/** The name of a command. */
export type CommandType = keyof CommandPayloads;

/** A command of one name. */
export type CommandOf<T extends CommandType> = {
  readonly type: T;
  readonly actor: Actor;
} & CommandPayloads[T];

/** Any command. */
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
