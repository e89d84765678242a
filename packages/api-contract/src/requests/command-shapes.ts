import { z } from "@hono/zod-openapi";
import type { ProvisionId } from "@tillit/dsar-workflow";
import { provisions } from "@tillit/dsar-workflow/review";
import { isCalendarDate, type CalendarDate } from "@tillit/civil-time";
import { maybe } from "../ground/maybe.ts";

/** The commands a member of staff may give about a request. Codes, dates, references and digests; words come sealed. */

export const ref = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/);

export const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$|^[0-9a-f]{64}$/);

export const day = z
  .custom<CalendarDate>((value) => isCalendarDate(value))
  .openapi({ type: "string", format: "date" });

export const reason = { reason: digest };

export const provision = z.enum(Object.keys(provisions) as [ProvisionId, ...ProvisionId[]]);

export const harm = z.strictObject({
  provision,
  test: z.enum(["straight", "reverse", "absolute"]),
  reasoning: digest,
});

export const spans = z
  .array(z.strictObject({ from: z.int().min(0), to: z.int().min(0), protects: ref }))
  .min(1)
  .max(1000);

export const outcome = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("disclose"), considered: maybe(harm) }),
  z.strictObject({ kind: z.literal("redact"), spans, harm }),
  z.strictObject({ kind: z.literal("deidentify"), spans, harm }),
  z.strictObject({ kind: z.literal("reserve"), condition: digest, harm }),
  z.strictObject({ kind: z.literal("withhold"), harm }),
  z.strictObject({ kind: z.literal("erase") }),
  z.strictObject({ kind: z.literal("rectify") }),
  z.strictObject({ kind: z.literal("restrict") }),
  z.strictObject({ kind: z.literal("stop") }),
  z.strictObject({ kind: z.literal("keep"), harm, disputeNoted: maybe(z.boolean()) }),
]);

export const item = z.strictObject({
  id: ref,
  section: ref,
  sha256: digest,
  mentions: maybe(
    z.array(z.strictObject({ ref, as: z.enum(["third-party", "reporter", "protected"]) })).max(100),
  ),
});

export const channel = z.enum([
  "self-service",
  "secure-mailbox",
  "registered-letter",
  "letter",
  "in-person",
  "through-skatteverket",
]);

export const protection = z.enum([
  "sekretessmarkering",
  "skyddad-folkbokforing",
  "fingerade-uppgifter",
  "internal",
]);

export const age = z.int().min(0).max(150);

export const authority = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("self") }),
  z.strictObject({
    kind: z.literal("child"),
    age,
    mature: maybe(z.boolean()),
    evidence: maybe(digest),
  }),
  z.strictObject({
    kind: z.literal("guardian"),
    childAge: age,
    evidence: digest,
    both: maybe(z.boolean()),
    childAgrees: maybe(z.boolean()),
  }),
  z.strictObject({ kind: z.literal("trustee"), evidence: digest, covers: z.boolean() }),
  z.strictObject({ kind: z.literal("proxy"), evidence: digest }),
  z.strictObject({ kind: z.literal("parent-without-custody"), childAge: age }),
]);

export const some = z.array(ref).min(1).max(100);

export function command<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), ...shape });
}

export const requestCommand = z
  .discriminatedUnion("type", [
    command("ForwardToController", { to: ref }),
    command("RecordProtection", { protection: z.array(protection).max(4) }),
    command("BlockGuardian", reason),
    command("AskIdentity", { doubt: z.enum(["identity", "authority"]), ...reason, replyBy: day }),
    command("AcceptIdentity", {
      assurance: z.union([z.literal(2), z.literal(3), z.literal(4)]),
      method: z.enum(["eid", "id-document", "known", "receipt-key", "attestation", "protected-procedure"]),
      subject: maybe(ref),
      authority: maybe(authority),
    }),
    command("RejectIdentity", reason),
    command("LapseIdentity", reason),
    command("AskScope", reason),
    command("AnswerScope", { answer: digest }),
    command("AnnounceFee", { ...reason, amountSek: z.int().min(0).max(100_000) }),
    command("AssertUnfounded", {
      ground: z.enum(["manifestly-unfounded", "excessive"]),
      measure: z.enum(["refuse", "fee"]),
      ...reason,
    }),
    command("Triage", { sources: some }),
    command("RecordNoData", reason),
    command("ExtendDeadline", { ground: z.enum(["complexity", "number"]), ...reason }),
    command("AnswerSource", {
      source: ref,
      items: z.array(item).max(1000),
      recipients: maybe(some),
    }),
    command("WriteOffSource", { source: ref, ...reason }),
    command("CompleteSources", {}),
    command("AssessItem", { item: ref, outcome }),
    command("CompleteReview", {}),
    command("ReopenReview", reason),
    command("DraftDecision", { words: digest }),
    command("SignDecision", { decision: digest, delegation: ref }),
    command("HandToIvo", { opinion: digest }),
    command("RecordIvoDecision", { releases: z.enum(["all", "part", "none"]), decision: digest }),
    command("PlaceHold", { hold: ref, ...reason }),
    command("ReleaseHold", { hold: ref, ...reason }),
    command("SealPackage", { manifest: digest, decision: digest, recipientKey: digest }),
    command("ExecuteMeasure", { measure: z.enum(["rectified", "restricted", "stopped", "dispute-noted"]) }),
    command("NotifyRecipient", { recipient: ref }),
    command("RecordAcknowledgement", { recipient: ref, acknowledgement: digest }),
    command("ExcuseNotice", { recipient: ref, ...reason }),
    command("Disclose", { manifest: digest, channel }),
    command("ServeDecision", { servedOn: day, channel }),
    command("ReceiveAppeal", {
      receivedOn: day,
      excuse: maybe(z.enum(["wrong-notice", "reached-court"])),
    }),
    command("DismissAppeal", reason),
    command("ChangeDecision", reason),
    command("RecordCourtUpheld", { judgment: digest }),
    command("RecordCourtRemanded", { judgment: digest }),
    command("RecordComplaint", { filedOn: day }),
    command("SettleComplaint", { settledOn: day }),
    command("AnnounceLifting", { liftOn: day }),
    command("LiftRestriction", {}),
    command("ForwardToCourt", {}),
    command("LapseAppeal", {}),
    command("WithdrawRequest", {}),
    command("CloseCase", {}),
  ])
  .openapi("RequestCommand");
