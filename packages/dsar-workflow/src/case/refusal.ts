/** A lawful "no": which rule stopped a command, what it needs, and what is allowed instead. */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { Role } from "./actor.ts";
import type { CommandType } from "./command/command.ts";
import type { DsarEvent } from "./event/event.ts";
import type { Ref } from "./request.ts";
import type { GradedLawRef } from "@tillit/law-reference";
import type { Phase } from "./state/state.ts";

/** Why a command is refused. Stable; removing or renaming one is a major change. */
export type RefusalCode =
  | "DSAR_ILLEGAL_TRANSITION"
  | "DSAR_REGIME_NOT_HERE"
  | "DSAR_ROLE_NOT_ALLOWED"
  | "DSAR_VERSION_CONFLICT"
  | "DSAR_IDENTITY_NUMBER"
  | "DSAR_REFERENCE_MALFORMED"
  | "DSAR_REASON_REQUIRED"
  | "DSAR_UNKNOWN_REFERENCE"
  | "DSAR_DOUBT_NOT_REASONABLE"
  | "DSAR_REPLY_DATE_WRONG"
  | "DSAR_REPLY_TIME_RUNS"
  | "DSAR_IDENTITY_NOT_VERIFIED"
  | "DSAR_AUTHORITY_INSUFFICIENT"
  | "DSAR_FEE_NOT_ANNOUNCED"
  | "DSAR_SOURCE_UNANSWERED"
  | "DSAR_NOTHING_FOUND"
  | "DSAR_SOMETHING_FOUND"
  | "DSAR_EXTENSION_TWICE"
  | "DSAR_EXTENSION_TOO_LATE"
  | "DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND"
  | "DSAR_HARM_TEST_MISSING"
  | "DSAR_PROTECTED_PERSON"
  | "DSAR_DISPUTE_NOT_NOTED"
  | "DSAR_RETENTION_KEEPS"
  | "DSAR_ITEM_UNASSESSED"
  | "DSAR_DRAFT_MISMATCH"
  | "DSAR_SAME_ACTOR"
  | "DSAR_MUST_GO_TO_IVO"
  | "DSAR_IVO_NOT_FOLLOWED"
  | "DSAR_NOTHING_REFUSED"
  | "DSAR_PROOF_INVALID"
  | "DSAR_NOTHING_GIVEN"
  | "DSAR_PACKAGE_MISMATCH"
  | "DSAR_CHANNEL_BLOCKED"
  | "DSAR_BUNDLE_ORDER"
  | "DSAR_LEGAL_HOLD"
  | "DSAR_CERTIFICATE_MISSING"
  | "DSAR_NOT_CARRIED_OUT"
  | "DSAR_RECIPIENT_NOT_TOLD"
  | "DSAR_DATE_WRONG"
  | "DSAR_NOT_APPEALABLE"
  | "DSAR_APPEAL_LATE"
  | "DSAR_APPEAL_IN_TIME"
  | "DSAR_APPEAL_TIME_RUNS"
  | "DSAR_APPEAL_POSSIBLE"
  | "DSAR_NOT_RESTRICTED"
  | "DSAR_LIFTING_NOT_ANNOUNCED"
  | "DSAR_NO_COMPLAINT";

/** What a guard adds to its reason. */
export type RefusalDetail = {
  readonly reason: RefusalCode;
  readonly needs?: readonly Role[];
  readonly references?: readonly Ref[];
  readonly lastDay?: CalendarDate;
  readonly law?: GradedLawRef;
  readonly because?: Localized;
};

/** A refused command. `allowed` names the commands that have a way from this phase. */
export type Refusal = RefusalDetail & {
  readonly ok: false;
  readonly command: CommandType;
  readonly phase: Phase;
  readonly allowed: readonly CommandType[];
};

/** What `decide` answers. */
export type Outcome = { readonly ok: true; readonly events: readonly DsarEvent[] } | Refusal;
