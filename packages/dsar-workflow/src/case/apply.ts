/** What each event changes, phase and version aside. */
import type { Pause, PauseReason } from "../deadline/clock.ts";
import type { CalendarDate, Ref } from "./request.ts";
import type { DsarEvent, EventOf } from "./event.ts";
import type { CaseItem, CaseState } from "./state.ts";

function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}

function opened(
  state: CaseState,
  { on, pauses }: { on: CalendarDate; pauses: boolean },
  because: PauseReason,
): readonly Pause[] {
  return pauses ? [...state.pauses, { from: on, because }] : state.pauses;
}

function ended(state: CaseState, because: PauseReason, to: CalendarDate): readonly Pause[] {
  return state.pauses.map((pause) =>
    pause.to === undefined && pause.because === because ? { ...pause, to } : pause,
  );
}

function dropped(state: CaseState, because: PauseReason): readonly Pause[] {
  return state.pauses.filter((pause) => pause.to !== undefined || pause.because !== because);
}

function answeredPauses(state: CaseState): readonly Pause[] {
  return state.pauses.filter((pause) => pause.to !== undefined);
}

function undecided(state: CaseState): CaseState {
  return { ...without(state, "draft", "decision", "sealed", "ground"), disclosed: false, executed: false };
}

function cleared(items: CaseState["items"]): CaseState["items"] {
  const entries = Object.entries(items).map(([id, item]): [Ref, CaseItem] => [id, without(item, "outcome")]);
  return Object.fromEntries(entries);
}

/** Sent back or changed: what was assessed counts no more, what happened still did. */
function again(state: CaseState): CaseState {
  const fresh = without(undecided(state), "appeal", "body", "servedOn", "appealLastDay", "replyBy", "ivo");
  return { ...fresh, items: cleared(state.items), pauses: answeredPauses(state) };
}

function accepted(state: CaseState, event: EventOf<"IdentityEvidenceAccepted">): CaseState {
  const { assurance, method, subject, authority, on } = event;
  return {
    ...state,
    identity: "verified",
    assurance,
    anonymous: method === "not-required",
    identifiedOn: on,
    ...(subject === undefined ? {} : { subject }),
    ...(authority === undefined ? {} : { authority }),
    pauses: ended(state, "identity", on),
  };
}

function guardianBlocked(state: CaseState): CaseState {
  const blocked = { ...state, guardianBlocked: true };
  const pending = state.phase === "received" || state.phase === "awaiting-identity";
  if (pending || state.authority?.kind !== "guardian") return blocked;
  return { ...undecided(blocked), identity: "rejected", ground: "authority-insufficient" };
}

function answered(
  state: CaseState,
  { source, items, recipients = [] }: EventOf<"SourceAnswered">,
): CaseState {
  return {
    ...state,
    sources: { ...state.sources, [source]: "answered" },
    items: { ...state.items, ...Object.fromEntries(items.map(({ id, ...item }) => [id, item])) },
    recipients: {
      ...Object.fromEntries(recipients.map((ref) => [ref, "due" as const])),
      ...state.recipients,
    },
  };
}

function assessed(state: CaseState, { item, outcome, actor }: EventOf<"ItemAssessed">): CaseState {
  const known = state.items[item];
  if (known === undefined) return state;
  return {
    ...state,
    items: { ...state.items, [item]: { ...known, outcome } },
    assessors: state.assessors.includes(actor.id) ? state.assessors : [...state.assessors, actor.id],
  };
}

function signed(state: CaseState, event: EventOf<"DecisionSigned">): CaseState {
  const { decision: digest, delegation, outcome, findings, on, actor } = event;
  const pauses = answeredPauses(state);
  return {
    ...state,
    pauses,
    decision: { digest, outcome, signedOn: on, signer: actor.id, delegation, findings },
  };
}

/** The state's facts after an event that has a row where the case stands. */
export function apply(state: CaseState, event: DsarEvent): CaseState {
  switch (event.type) {
    case "ProtectionRecorded":
      return { ...state, protection: event.protection };
    case "GuardianBlocked":
      return guardianBlocked(state);
    case "IdentityEvidenceRequested":
      return {
        ...state,
        identity: "asked",
        replyBy: event.replyBy,
        pauses: opened(state, event, "identity"),
      };
    case "IdentityEvidenceAccepted":
      return accepted(state, event);
    case "IdentityEvidenceRejected":
      return { ...state, identity: "rejected" };
    case "IdentityDeadlineLapsed":
      return { ...state, ground: "not-identified", pauses: dropped(state, "identity") };
    case "ScopeClarificationRequested":
      return { ...state, pauses: opened(state, event, "scope") };
    case "ScopeClarified":
      return { ...state, pauses: ended(state, "scope", event.on) };
    case "FeeAnnounced":
      return { ...state, feeAnnounced: true };
    case "ManifestlyUnfoundedAsserted":
      return { ...state, ground: event.ground };
    case "Triaged": {
      // An objection or a claim of restriction freezes the data while it is looked into (art. 18(1)).
      const freezes = state.right === "objection" || state.right === "restriction";
      return {
        ...state,
        sources: Object.fromEntries(event.sources.map((source) => [source, "open" as const])),
        restricted: state.restricted || freezes,
        pauses: dropped(state, "scope"),
      };
    }
    case "NoDataHeld":
      return { ...state, ground: "no-data" };
    case "DeadlineExtended":
      return { ...state, extended: true };
    case "SourceAnswered":
      return answered(state, event);
    case "SourceWrittenOff":
      return { ...state, sources: { ...state.sources, [event.source]: "written-off" } };
    case "ItemAssessed":
      return assessed(state, event);
    case "ReviewReopened":
      return undecided(state);
    case "DecisionDrafted":
      return { ...state, draft: { digest: event.decision, outcome: event.outcome, words: event.words } };
    case "DecisionSigned":
      return signed(state, event);
    case "HandedToIvo":
      return { ...state, body: "ivo" };
    case "IvoDecided":
      return { ...without(undecided(state), "body"), ivo: event.releases };
    case "LegalHoldPlaced":
      return state.holds.includes(event.hold) ? state : { ...state, holds: [...state.holds, event.hold] };
    case "LegalHoldReleased":
      return { ...state, holds: state.holds.filter((hold) => hold !== event.hold) };
    case "PackageSealed":
      return { ...state, sealed: { manifest: event.manifest, recipientKey: event.recipientKey } };
    case "ErasureExecuted":
    case "MeasureExecuted":
      return { ...state, executed: true };
    case "RecipientNotified":
      return { ...state, recipients: { ...state.recipients, [event.recipient]: "sent" } };
    case "NoticeAcknowledged":
      return { ...state, recipients: { ...state.recipients, [event.recipient]: "acknowledged" } };
    case "NoticeExcused":
      return { ...state, recipients: { ...state.recipients, [event.recipient]: "excused" } };
    case "Disclosed":
      return { ...state, disclosed: true };
    case "DecisionServed": {
      const { servedOn, appealLastDay } = event;
      return { ...state, servedOn, ...(appealLastDay === undefined ? {} : { appealLastDay }) };
    }
    case "AppealReceived": {
      const { receivedOn, late, excuse } = event;
      return { ...state, appeal: { receivedOn, late, excused: excuse !== undefined } };
    }
    case "ForwardedToCourt":
      return { ...state, body: "court" };
    case "DecisionChangedBySelf":
    case "CourtRemanded":
      return again(state);
    case "LiftingAnnounced":
      return { ...state, liftOn: event.liftOn };
    case "RestrictionLifted":
      return { ...without(state, "liftOn"), restricted: false };
    case "ComplaintRecorded":
      return { ...state, complaintOn: event.filedOn };
    case "RequestReceived":
    case "ForwardedToController":
    case "SourcesCompleted":
    case "ItemsAllAssessed":
    case "AppealDismissed":
    case "CourtUpheld":
    case "AppealPeriodLapsed":
    case "WithdrawnByRequester":
    case "CaseClosed":
      return state;
  }
}
