/** Where a case stands: the fold of its events. Codes, dates, references and digests only. */
import type { CalendarDate } from "@tillit/civil-time";
import type { DecisionOutcome, Finding, Ground } from "../../decision/verdict.ts";
import type { Pause } from "../../deadline/clock.ts";
import type { Authority } from "../../people/authority.ts";
import type { Protection } from "../../people/protection.ts";
import type { ItemOutcome } from "../../review/outcome.ts";
import type { Assurance, Item } from "../fact.ts";
import type { Channel, ControllerKind, Digest, Ref, Regime, Right } from "../request.ts";

/** Where a case can be. */
export type Phase =
  | "none"
  | "received"
  | "awaiting-identity"
  | "triage"
  | "collecting"
  | "reviewing"
  | "deciding"
  | "decided"
  | "executed"
  | "appealed"
  | "at-review-body"
  | "closed";

/** An item and, once assessed, its outcome. */
export type CaseItem = Omit<Item, "id"> & { readonly outcome?: ItemOutcome };

/** How far the notice to a recipient has come (GDPR art. 19). */
export type NoticeStatus = "due" | "sent" | "acknowledged" | "excused";

/** A decision that has been signed. */
export type SignedDecision = {
  readonly digest: Digest;
  readonly outcome: DecisionOutcome;
  readonly signedOn: CalendarDate;
  readonly signer: Ref;
  readonly delegation: Ref;
  readonly findings: readonly Finding[];
};

/** A case that has begun. */
export type CaseState = {
  readonly phase: Exclude<Phase, "none">;
  /** How many events have happened. */
  readonly version: number;
  /** The date of the last event; a case never goes back in time. */
  readonly asOf: CalendarDate;
  readonly id: Ref;
  readonly right: Right;
  readonly regime: Regime;
  readonly controller: ControllerKind;
  readonly channel: Channel;
  readonly receivedOn: CalendarDate;
  readonly matter?: Ref;
  readonly after: readonly Ref[];
  readonly authenticated: Assurance;
  readonly identity: "none" | "asked" | "rejected" | "verified";
  readonly assurance: Assurance;
  readonly anonymous: boolean;
  readonly subject?: Ref;
  readonly authority?: Authority;
  readonly guardianBlocked: boolean;
  readonly identifiedOn?: CalendarDate;
  readonly replyBy?: CalendarDate;
  readonly protection: readonly Protection[];
  readonly pauses: readonly Pause[];
  readonly extended: boolean;
  readonly feeAnnounced: boolean;
  readonly sources: Readonly<Record<Ref, "open" | "answered" | "written-off">>;
  readonly items: Readonly<Record<Ref, CaseItem>>;
  readonly recipients: Readonly<Record<Ref, NoticeStatus>>;
  /** Everyone who ever assessed an item here; none of them may sign. */
  readonly assessors: readonly Ref[];
  /** Why the case goes to a decision without items. */
  readonly ground?: Ground;
  readonly draft?: { readonly digest: Digest; readonly outcome: DecisionOutcome; readonly words: Digest };
  readonly decision?: SignedDecision;
  readonly sealed?: { readonly manifest: Digest; readonly recipientKey: Digest };
  readonly disclosed: boolean;
  readonly executed: boolean;
  readonly holds: readonly Ref[];
  readonly servedOn?: CalendarDate;
  readonly appealLastDay?: CalendarDate;
  readonly appeal?: { readonly receivedOn: CalendarDate; readonly late: boolean; readonly excused: boolean };
  readonly body?: "court" | "ivo";
  readonly ivo?: "all" | "part" | "none";
  readonly restricted: boolean;
  readonly liftOn?: CalendarDate;
  /** When the last complaint to the supervisory authority was made, until it has been settled. */
  readonly complaintOn?: CalendarDate;
};

/** A case, or nothing yet. */
export type DsarState = { readonly phase: "none"; readonly version: 0 } | CaseState;

/** Before the request has come. */
export const initialState: DsarState = { phase: "none", version: 0 };

/** The item of that reference, if the case has one. */
export function itemOf(state: CaseState, id: Ref): CaseItem | undefined {
  return Object.hasOwn(state.items, id) ? state.items[id] : undefined;
}
