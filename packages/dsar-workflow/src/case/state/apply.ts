/** What each event changes, phase and version aside. */
import type { Fresh } from "./draft-state.ts";
import type { DsarEvent, EventOf } from "../event/event.ts";
import { dropOpenPauses, dropPause, endPause, openPause } from "./pausing.ts";
import type { CaseItem, NoticeStatus } from "./state.ts";
import { beginAgain, undecide } from "./reopen-decision.ts";

function accept(next: Fresh, event: EventOf<"IdentityEvidenceAccepted">): void {
  const { assurance, method, subject, authority, on } = event;
  next.identity = "verified";
  next.assurance = assurance;
  next.anonymous = method === "not-required";
  next.identifiedOn = on;
  if (subject !== undefined) next.subject = subject;
  if (authority !== undefined) next.authority = authority;
  endPause(next, "identity", on);
}

function blockGuardian(next: Fresh): void {
  next.guardianBlocked = true;
  const pending = next.phase === "received" || next.phase === "awaiting-identity";
  if (pending || next.authority?.kind !== "guardian") return;
  undecide(next);
  next.identity = "rejected";
  next.ground = "authority-insufficient";
}

function answer(next: Fresh, { source, items, recipients = [] }: EventOf<"SourceAnswered">): void {
  next.sources = { ...next.sources, [source]: "answered" };
  const found: Record<string, CaseItem> = { ...next.items };
  for (const { id, section, sha256, mentions } of items) {
    found[id] = mentions === undefined ? { section, sha256 } : { section, sha256, mentions };
  }
  next.items = found;
  if (recipients.length === 0) return;
  const due = Object.fromEntries(recipients.map((ref): [string, NoticeStatus] => [ref, "due"]));
  next.recipients = { ...due, ...next.recipients };
}

function assess(next: Fresh, { item, outcome, actor }: EventOf<"ItemAssessed">): void {
  const known = Object.hasOwn(next.items, item) ? next.items[item] : undefined;
  if (known === undefined) return;
  next.items = { ...next.items, [item]: { ...known, outcome } };
  if (!next.assessors.includes(actor.id)) next.assessors = [...next.assessors, actor.id];
}

function sign(next: Fresh, event: EventOf<"DecisionSigned">): void {
  const { decision: digest, delegation, outcome, findings, on, actor } = event;
  next.decision = { digest, outcome, signedOn: on, signer: actor.id, delegation, findings };
  dropOpenPauses(next);
}

function notice(next: Fresh, recipient: string, status: NoticeStatus): void {
  next.recipients = { ...next.recipients, [recipient]: status };
}

function begin(next: Fresh, { sources }: EventOf<"Triaged">): void {
  next.sources = Object.fromEntries(sources.map((source): [string, "open"] => [source, "open"]));
  // An objection or a claim of restriction freezes the data while it is looked into (art. 18(1)).
  if (next.right === "objection" || next.right === "restriction") next.restricted = true;
  dropPause(next, "scope");
}

/**
 * Changes a fresh copy of a state by an event that has a row where the case stands.
 *
 * @param next - a copy that nobody else holds, still in the phase before the event
 */
export function apply(next: Fresh, event: DsarEvent): void {
  switch (event.type) {
    case "ProtectionRecorded":
      next.protection = event.protection;
      return;
    case "GuardianBlocked":
      blockGuardian(next);
      return;
    case "IdentityEvidenceRequested":
      next.identity = "asked";
      next.replyBy = event.replyBy;
      openPause(next, event, "identity");
      return;
    case "IdentityEvidenceAccepted":
      accept(next, event);
      return;
    case "IdentityEvidenceRejected":
      next.identity = "rejected";
      return;
    case "IdentityDeadlineLapsed":
      next.ground = "not-identified";
      dropPause(next, "identity");
      return;
    case "ScopeClarificationRequested":
      openPause(next, event, "scope");
      return;
    case "ScopeClarified":
      endPause(next, "scope", event.on);
      return;
    case "FeeAnnounced":
      next.feeAnnounced = true;
      return;
    case "ManifestlyUnfoundedAsserted":
      next.ground = event.ground;
      return;
    case "Triaged":
      begin(next, event);
      return;
    case "NoDataHeld":
      next.ground = "no-data";
      return;
    case "DeadlineExtended":
      next.extended = true;
      return;
    case "SourceAnswered":
      answer(next, event);
      return;
    case "SourceWrittenOff":
      next.sources = { ...next.sources, [event.source]: "written-off" };
      return;
    case "ItemAssessed":
      assess(next, event);
      return;
    case "ReviewReopened":
      undecide(next);
      return;
    case "DecisionDrafted":
      next.draft = { digest: event.decision, outcome: event.outcome, words: event.words };
      return;
    case "DecisionSigned":
      sign(next, event);
      return;
    case "HandedToIvo":
      next.body = "ivo";
      return;
    case "IvoDecided":
      undecide(next);
      delete next.body;
      next.ivo = event.releases;
      return;
    case "LegalHoldPlaced":
      if (!next.holds.includes(event.hold)) next.holds = [...next.holds, event.hold];
      return;
    case "LegalHoldReleased":
      next.holds = next.holds.filter((hold) => hold !== event.hold);
      return;
    case "PackageSealed":
      next.sealed = { manifest: event.manifest, recipientKey: event.recipientKey };
      return;
    case "ErasureExecuted":
    case "MeasureExecuted":
      next.executed = true;
      return;
    case "RecipientNotified":
      notice(next, event.recipient, "sent");
      return;
    case "NoticeAcknowledged":
      notice(next, event.recipient, "acknowledged");
      return;
    case "NoticeExcused":
      notice(next, event.recipient, "excused");
      return;
    case "Disclosed":
      next.disclosed = true;
      return;
    case "DecisionServed":
      next.servedOn = event.servedOn;
      if (event.appealLastDay !== undefined) next.appealLastDay = event.appealLastDay;
      return;
    case "AppealReceived":
      next.appeal = { receivedOn: event.receivedOn, late: event.late, excused: event.excuse !== undefined };
      return;
    case "ForwardedToCourt":
      next.body = "court";
      return;
    case "DecisionChangedBySelf":
    case "CourtRemanded":
      beginAgain(next);
      return;
    case "LiftingAnnounced":
      next.liftOn = event.liftOn;
      return;
    case "RestrictionLifted":
      delete next.liftOn;
      next.restricted = false;
      return;
    case "ComplaintRecorded":
      next.complaintOn = event.filedOn;
      return;
    case "ComplaintSettled":
      delete next.complaintOn;
      return;
    case "RequestReceived":
    case "ForwardedToController":
    case "SourcesCompleted":
    case "ItemsAllAssessed":
    case "AppealDismissed":
    case "CourtUpheld":
    case "AppealPeriodLapsed":
    case "WithdrawnByRequester":
    case "CaseClosed":
      return;
  }
}
