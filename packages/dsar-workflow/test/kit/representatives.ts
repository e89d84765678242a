/**
 * For every command a few representative forms, chosen so that each guard can be met and missed. The search over the
 * machine and the property tests both draw from them.
 */
import { parseDate } from "@tillit/civil-time";
import type {
  Actor,
  Command,
  CommandType,
  ControllerKind,
  DsarState,
  Env,
  ItemAssessment,
  Regime,
  Right,
} from "../../src/index.ts";
import { decisionDigest, decisionOf } from "../../src/review.ts";

export const people = {
  requester: { id: "person", role: "requester" },
  registrar: { id: "anna", role: "registrar" },
  caseworker: { id: "bo", role: "caseworker" },
  reviewer: { id: "cecilia", role: "secrecy-reviewer" },
  signer: { id: "david", role: "decision-maker" },
  /** The reviewer who would also like to sign. */
  reviewerAsSigner: { id: "cecilia", role: "decision-maker" },
} as const satisfies Record<string, Actor>;

export const receivedOn = parseDate("2027-01-11");
export const early = parseDate("2027-01-12");
export const late = parseDate("2027-06-07");

export const environments = {
  early: { now: "2027-01-12T09:00:00Z", today: early },
  late: { now: "2027-06-07T09:00:00Z", today: late, closedCases: ["sibling"] },
  later: { now: "2028-01-10T09:00:00Z", today: parseDate("2028-01-10"), closedCases: ["sibling"] },
  last: { now: "2028-06-01T09:00:00Z", today: parseDate("2028-06-01"), closedCases: ["sibling"] },
} as const satisfies Record<string, Env>;

export type Machine = { readonly regime: Regime; readonly controller: ControllerKind; readonly right: Right };

const rights: readonly Right[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "portability",
];

/** Every regime with every kind of controller it can have, and under the GDPR every right. */
export const machines: readonly Machine[] = [
  ...rights.flatMap((right): readonly Machine[] => [
    { regime: "gdpr", controller: "public-authority", right },
    { regime: "gdpr", controller: "private-provider", right },
  ]),
  { regime: "public-records", controller: "public-authority", right: "access" },
  { regime: "party-insight", controller: "public-authority", right: "access" },
  { regime: "private-file", controller: "private-provider", right: "access" },
];

const why = "aa11";

/** A refusal of an item that fits the machine. */
export function refusalFor({ right, controller }: Machine): ItemAssessment {
  const reasons = { reasoning: why };
  switch (right) {
    case "erasure":
      return { kind: "keep", harm: { provision: "gdpr-17-3-b", test: "absolute", ...reasons } };
    case "rectification":
      return {
        kind: "keep",
        disputeNoted: true,
        harm: { provision: "gdpr-16", test: "absolute", ...reasons },
      };
    case "restriction":
      return { kind: "keep", harm: { provision: "gdpr-18-1", test: "absolute", ...reasons } };
    case "objection":
      return { kind: "keep", harm: { provision: "lag-2001-454-6", test: "absolute", ...reasons } };
    case "access":
    case "portability":
      return controller === "public-authority"
        ? { kind: "withhold", harm: { provision: "osl-26-1", test: "reverse", ...reasons } }
        : { kind: "withhold", harm: { provision: "sol-17-11", test: "reverse", ...reasons } };
  }
}

const granting: Readonly<Record<Right, ItemAssessment>> = {
  access: { kind: "disclose" },
  portability: { kind: "disclose" },
  erasure: { kind: "erase" },
  rectification: { kind: "rectify" },
  restriction: { kind: "restrict" },
  objection: { kind: "stop" },
};

/** The outcome that gives all that a right asks. */
export function grantFor(right: Right): ItemAssessment {
  return granting[right];
}

/** What carries a granted right out, where it is neither disclosure nor erasure. */
export function measureFor(right: Right): "rectified" | "restricted" | "stopped" {
  if (right === "restriction") return "restricted";
  return right === "objection" ? "stopped" : "rectified";
}

/** The representative commands in a state. */
export function commandsFor(machine: Machine, state: DsarState): readonly Command[] {
  const { registrar, caseworker, reviewer, signer, requester, reviewerAsSigner } = people;
  if (state.phase === "none") {
    const common = {
      type: "ReceiveRequest",
      actor: registrar,
      id: "case-1",
      channel: "email",
      receivedOn,
    } as const;
    return [
      { ...common, ...machine },
      { ...common, ...machine, authenticated: 3, after: ["sibling"] },
    ];
  }
  const draft = state.draft?.digest ?? "none";
  const decision = state.decision?.digest ?? "none";
  const words = "bb22";
  const recomputed = state.phase === "deciding" ? decisionDigest(decisionOf(state, words)) : "none";
  const guardian = { kind: "guardian", childAge: 9, evidence: why, both: true } as const;
  const list: Command[] = [
    { type: "ForwardToController", actor: registrar, to: "board-2" },
    { type: "RecordProtection", actor: registrar, protection: ["skyddad-folkbokforing"] },
    { type: "BlockGuardian", actor: caseworker, reason: why },
    {
      type: "AskIdentity",
      actor: caseworker,
      doubt: "identity",
      reason: why,
      replyBy: parseDate("2027-02-01"),
    },
    {
      type: "AskIdentity",
      actor: caseworker,
      doubt: "authority",
      reason: why,
      replyBy: parseDate("2027-06-20"),
    },
    { type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" },
    {
      type: "AcceptIdentity",
      actor: registrar,
      assurance: 3,
      method: "eid",
      subject: "subject-2",
      authority: guardian,
    },
    { type: "AcceptIdentity", actor: registrar, assurance: 0, method: "not-required" },
    { type: "RejectIdentity", actor: caseworker, reason: why },
    { type: "LapseIdentity", actor: caseworker, reason: why },
    { type: "AskScope", actor: caseworker, reason: why },
    { type: "AnswerScope", actor: requester, answer: why },
    { type: "AnnounceFee", actor: caseworker, reason: why, amountSek: 200 },
    { type: "AssertUnfounded", actor: caseworker, ground: "excessive", measure: "refuse", reason: why },
    { type: "AssertUnfounded", actor: caseworker, ground: "excessive", measure: "fee", reason: why },
    { type: "Triage", actor: caseworker, sources: ["journal"] },
    { type: "RecordNoData", actor: caseworker, reason: why },
    { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: why },
    { type: "AnswerSource", actor: caseworker, source: "journal", items: [] },
    {
      type: "AnswerSource",
      actor: caseworker,
      source: "journal",
      items: [
        { id: "item-1", section: "health", sha256: why, mentions: [{ ref: "person-2", as: "third-party" }] },
      ],
      recipients: ["provider-1"],
    },
    { type: "WriteOffSource", actor: caseworker, source: "journal", reason: why },
    { type: "CompleteSources", actor: caseworker },
    { type: "AssessItem", actor: reviewer, item: "item-1", outcome: granting[machine.right] },
    { type: "AssessItem", actor: reviewer, item: "item-1", outcome: refusalFor(machine) },
    { type: "CompleteReview", actor: reviewer },
    { type: "ReopenReview", actor: signer, reason: why },
    { type: "DraftDecision", actor: caseworker, words },
    { type: "SignDecision", actor: signer, decision: draft, delegation: "delegation-1" },
    { type: "SignDecision", actor: reviewerAsSigner, decision: draft, delegation: "delegation-1" },
    { type: "SignDecision", actor: signer, decision: recomputed, delegation: "delegation-1" },
    { type: "HandToIvo", actor: signer, opinion: why },
    { type: "RecordIvoDecision", actor: registrar, releases: "all", decision: why },
    { type: "RecordIvoDecision", actor: registrar, releases: "none", decision: why },
    { type: "PlaceHold", actor: caseworker, hold: "hold-1", reason: why },
    { type: "ReleaseHold", actor: caseworker, hold: "hold-1", reason: why },
    { type: "SealPackage", actor: caseworker, manifest: "cc33", decision, recipientKey: "dd44" },
    { type: "Disclose", actor: caseworker, manifest: "cc33", channel: "self-service" },
    { type: "Disclose", actor: caseworker, manifest: "cc33", channel: "in-person" },
    { type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] },
    { type: "ExecuteMeasure", actor: caseworker, measure: measureFor(machine.right) },
    { type: "NotifyRecipient", actor: caseworker, recipient: "provider-1" },
    { type: "RecordAcknowledgement", actor: caseworker, recipient: "provider-1", acknowledgement: why },
    { type: "ExcuseNotice", actor: caseworker, recipient: "provider-1", reason: why },
    { type: "ServeDecision", actor: registrar, servedOn: late, channel: "in-person" },
    { type: "ReceiveAppeal", actor: registrar, receivedOn: state.servedOn ?? late },
    { type: "ReceiveAppeal", actor: registrar, receivedOn: parseDate("2027-12-01") },
    { type: "ReceiveAppeal", actor: registrar, receivedOn: parseDate("2027-12-01"), excuse: "wrong-notice" },
    { type: "DismissAppeal", actor: signer, reason: why },
    { type: "ChangeDecision", actor: signer, reason: why },
    { type: "ForwardToCourt", actor: registrar },
    { type: "RecordCourtUpheld", actor: registrar, judgment: why },
    { type: "RecordCourtRemanded", actor: registrar, judgment: why },
    { type: "LapseAppeal", actor: registrar },
    { type: "RecordComplaint", actor: registrar, filedOn: early },
    { type: "SettleComplaint", actor: registrar, settledOn: early },
    { type: "AnnounceLifting", actor: caseworker, liftOn: parseDate("2028-02-01") },
    { type: "LiftRestriction", actor: caseworker },
    { type: "WithdrawRequest", actor: requester },
    { type: "CloseCase", actor: registrar },
  ];
  return list;
}

export const everyCommand: readonly CommandType[] = [
  ...new Set(
    commandsFor({ regime: "gdpr", controller: "public-authority", right: "access" }, {
      phase: "received",
    } as DsarState).map(({ type }) => type),
  ),
  "ReceiveRequest",
];
