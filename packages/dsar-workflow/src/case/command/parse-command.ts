/** From what came over a wire to a command, strictly: no field too many, no date that does not exist. */
import { isCalendarDate, type CalendarDate } from "@tillit/civil-time";
import * as z from "zod";
import { DsarError } from "../../errors.ts";
import { type ProvisionId, provisions } from "../../review/provisions.ts";
import type { Command, CommandType } from "./command.ts";
import { payloadFields } from "./payload.ts";

const ref = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/);
const digest = z.string().regex(/^[A-Za-z0-9_-]{4,128}$/);
const date = z.custom<CalendarDate>(isCalendarDate);
const age = z.int().min(0).max(150);

const harm = z.strictObject({
  provision: z.custom<ProvisionId>((value) => typeof value === "string" && Object.hasOwn(provisions, value)),
  test: z.enum(["straight", "reverse", "absolute"]),
  reasoning: digest,
});
const spans = z.array(z.strictObject({ from: z.int().min(0), to: z.int().min(1), protects: ref }));
const outcome = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("disclose"), considered: harm.exactOptional() }),
  z.strictObject({ kind: z.literal("redact"), spans, harm }),
  z.strictObject({ kind: z.literal("deidentify"), spans, harm }),
  z.strictObject({ kind: z.literal("reserve"), condition: digest, harm }),
  z.strictObject({ kind: z.literal("withhold"), harm }),
  z.strictObject({ kind: z.enum(["erase"]) }),
  z.strictObject({ kind: z.enum(["rectify"]) }),
  z.strictObject({ kind: z.enum(["restrict"]) }),
  z.strictObject({ kind: z.enum(["stop"]) }),
  z.strictObject({ kind: z.literal("keep"), harm, disputeNoted: z.boolean().exactOptional() }),
]);
const authority = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("self") }),
  z.strictObject({
    kind: z.literal("child"),
    age,
    mature: z.boolean().exactOptional(),
    evidence: digest.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("guardian"),
    childAge: age,
    evidence: digest,
    both: z.boolean().exactOptional(),
    childAgrees: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("trustee"), evidence: digest, covers: z.boolean() }),
  z.strictObject({ kind: z.literal("proxy"), evidence: digest }),
  z.strictObject({ kind: z.literal("parent-without-custody"), childAge: age }),
]);
const item = z.strictObject({
  id: ref,
  section: ref,
  sha256: digest,
  mentions: z
    .array(z.strictObject({ ref, as: z.enum(["third-party", "reporter", "protected"]) }))
    .exactOptional(),
});

// One shape a field name; where two commands use a name for different things, the command's own shape goes first.
const fields: Readonly<Record<string, z.ZodType>> = {
  id: ref,
  right: z.enum(["access", "rectification", "erasure", "restriction", "objection", "portability"]),
  regime: z.enum(["gdpr", "public-records", "party-insight", "private-file"]),
  controller: z.enum(["public-authority", "private-provider"]),
  receivedOn: date,
  authenticated: z.literal([0, 2, 3, 4]),
  assurance: z.literal([0, 2, 3, 4]),
  matter: ref,
  after: z.array(ref),
  to: ref,
  protection: z.array(
    z.enum(["sekretessmarkering", "skyddad-folkbokforing", "fingerade-uppgifter", "internal"]),
  ),
  reason: digest,
  doubt: z.enum(["identity", "authority"]),
  replyBy: date,
  method: z.enum([
    "eid",
    "id-document",
    "known",
    "receipt-key",
    "attestation",
    "protected-procedure",
    "not-required",
  ]),
  subject: ref,
  authority,
  answer: digest,
  amountSek: z.int().min(0).max(100_000),
  ground: z.enum(["manifestly-unfounded", "excessive", "complexity", "number"]),
  sources: z.array(ref),
  source: ref,
  items: z.array(item),
  recipients: z.array(ref),
  item: ref,
  outcome,
  words: digest,
  decision: digest,
  delegation: ref,
  signature: z.string().max(256),
  opinion: digest,
  releases: z.enum(["all", "part", "none"]),
  hold: ref,
  manifest: digest,
  recipientKey: digest,
  certificates: z.array(digest),
  measure: z.enum(["rectified", "restricted", "stopped", "dispute-noted", "refuse", "fee"]),
  recipient: ref,
  acknowledgement: digest,
  servedOn: date,
  excuse: z.enum(["wrong-notice", "reached-court"]),
  judgment: digest,
  filedOn: date,
  settledOn: date,
  liftOn: date,
};

const arriving = z.enum(["e-service", "form", "email", "letter", "letterbox", "phone", "in-person"]);
const leaving = z.enum([
  "self-service",
  "secure-mailbox",
  "registered-letter",
  "letter",
  "in-person",
  "through-skatteverket",
]);

const optional: ReadonlySet<string> = new Set([
  "ReceiveRequest.authenticated",
  "ReceiveRequest.matter",
  "ReceiveRequest.after",
  "AcceptIdentity.subject",
  "AcceptIdentity.authority",
  "AnswerSource.recipients",
  "SignDecision.signature",
  "ReceiveAppeal.excuse",
]);

const actor = z.strictObject({
  id: ref,
  role: z.enum(["requester", "registrar", "caseworker", "secrecy-reviewer", "decision-maker", "system"]),
});

const own: Readonly<Record<string, z.ZodType>> = {
  "ReceiveRequest.channel": arriving,
  "Disclose.channel": leaving,
  "ServeDecision.channel": leaving,
  "AssertUnfounded.ground": z.enum(["manifestly-unfounded", "excessive"]),
  "AssertUnfounded.measure": z.enum(["refuse", "fee"]),
  "ExtendDeadline.ground": z.enum(["complexity", "number"]),
  "ExecuteMeasure.measure": z.enum(["rectified", "restricted", "stopped", "dispute-noted"]),
};

function shapeOf(type: CommandType): z.ZodType {
  const shape: Record<string, z.ZodType> = { type: z.literal(type), actor };
  for (const field of payloadFields[type]) {
    const schema = own[`${type}.${field}`] ?? fields[field] ?? z.never();
    shape[field] = optional.has(`${type}.${field}`) ? z.exactOptional(schema) : schema;
  }
  return z.strictObject(shape);
}

const shapes: ReadonlyMap<string, z.ZodType> = new Map(
  (Object.keys(payloadFields) as CommandType[]).map((type) => [type, shapeOf(type)]),
);

/**
 * Reads a command from an unknown value, e.g. parsed JSON.
 *
 * @throws {@link DsarError} `COMMAND_MALFORMED` for an unknown type, a missing, extra or malformed field; which one is
 *   named, its value never
 */
export function parseCommand(value: unknown): Command {
  const type: unknown =
    typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  const shape = typeof type === "string" ? shapes.get(type) : undefined;
  if (shape === undefined) throw new DsarError("COMMAND_MALFORMED", "a command has a known type");
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data as Command;
  const [issue] = parsed.error.issues;
  const what = issue?.code === "unrecognized_keys" ? "has a field too many" : "is malformed";
  const known = (issue?.path ?? []).filter(
    (step) => typeof step === "number" || /^[A-Za-z0-9]{1,20}$/.test(String(step)),
  );
  throw new DsarError("COMMAND_MALFORMED", `the command ${what}, at ${known.join(".") || "the top"}`);
}
