/** What happened to one consent of one person for one purpose: facts in the past tense, never changed. */
import type { Language } from "@tillit/law-reference";
import * as z from "zod";
import { type RequiredGiver } from "../activity/basis.ts";
import { type DocRef, docRefSchema, sha256Schema } from "../activity/document-ref.ts";
import { ConsentBasisError } from "../errors.ts";
import { dateSchema } from "../law/law-schema.ts";
import { type CalendarDate, isCalendarDate } from "@tillit/civil-time";

/** A moment in RFC 3339, UTC, to the second or finer: `2026-11-21T09:30:00Z`. Sorts as text per precision. */
export type Instant = string;

/** A pseudonym that only the controller can make; never a number, a name or an address. */
export type SubjectRef = string;

export type Giver = {
  readonly role: RequiredGiver["role"];
  readonly ref: SubjectRef;
};

type Common = {
  readonly id: string;
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down; never before `at`. */
  readonly recordedAt: Instant;
  readonly subject: SubjectRef;
  /** Id of the processing activity that the consent is for. */
  readonly purpose: string;
};

/** The notice that was shown: its hash is needed for the consent to be informed. */
export type ShownNotice = DocRef & { readonly sha256: string };

export type ConsentEvent = Common &
  (
    | { readonly type: "ConsentRequested"; readonly notice: ShownNotice; readonly locale: Language }
    | {
        readonly type: "ConsentGiven";
        readonly notice: ShownNotice;
        readonly method: "eid-signature" | "checkbox" | "paper" | "oral-recorded";
        readonly givenBy: readonly Giver[];
        /** Everyone who must give it; complete when each role is met. */
        readonly requires: readonly RequiredGiver[];
        readonly explicit: boolean;
        /** True when special categories or another rule need it explicit. */
        readonly explicitRequired: boolean;
        /** Last day of validity. */
        readonly until?: CalendarDate;
        /** For a child: what it said, and how its maturity was judged. */
        readonly childView?: { readonly asked: boolean; readonly note?: DocRef };
      }
    | { readonly type: "ConsentRefused"; readonly by: Giver }
    /** By the data subject, or by one who gave it. */
    | { readonly type: "ConsentWithdrawn"; readonly by: Giver; readonly channel: string }
    /** By the controller. */
    | { readonly type: "ConsentRevoked"; readonly reason: string }
    /** Found never to have been valid; the only one that reaches back. */
    | { readonly type: "ConsentInvalidated"; readonly findings: readonly string[] }
    | { readonly type: "ConsentExpired" }
  );

function isInstant(value: unknown): value is Instant {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?Z$/.test(value) &&
    isCalendarDate(value.slice(0, 10))
  );
}

const instantSchema: z.ZodType<Instant> = z.custom<Instant>(isInstant, "INSTANT_MALFORMED");

const giverSchema: z.ZodType<Giver> = z.object({
  role: z.enum(["subject", "guardian", "trustee", "proxy", "cohabitant"]),
  ref: z.string().min(1),
});

const noticeSchema: z.ZodType<ShownNotice> = z.object({ id: z.string().min(1), sha256: sha256Schema });

const common = {
  id: z.string().min(1),
  at: instantSchema,
  recordedAt: instantSchema,
  subject: z.string().min(1),
  purpose: z.string().min(1),
};

export const consentEventSchema: z.ZodType<ConsentEvent> = z.discriminatedUnion("type", [
  z.object({
    ...common,
    type: z.literal("ConsentRequested"),
    notice: noticeSchema,
    locale: z.enum(["sv", "en"]),
  }),
  z.object({
    ...common,
    type: z.literal("ConsentGiven"),
    notice: noticeSchema,
    method: z.enum(["eid-signature", "checkbox", "paper", "oral-recorded"]),
    givenBy: z.array(giverSchema).min(1),
    requires: z
      .array(
        z.object({
          role: z.enum(["subject", "guardian", "trustee", "proxy", "cohabitant"]),
          count: z.int().min(1),
        }),
      )
      .min(1),
    explicit: z.boolean(),
    explicitRequired: z.boolean(),
    until: dateSchema.exactOptional(),
    childView: z.object({ asked: z.boolean(), note: docRefSchema.exactOptional() }).exactOptional(),
  }),
  z.object({ ...common, type: z.literal("ConsentRefused"), by: giverSchema }),
  z.object({
    ...common,
    type: z.literal("ConsentWithdrawn"),
    by: giverSchema,
    channel: z.string().min(1),
  }),
  z.object({ ...common, type: z.literal("ConsentRevoked"), reason: z.string().min(1) }),
  z.object({ ...common, type: z.literal("ConsentInvalidated"), findings: z.array(z.string().min(1)).min(1) }),
  z.object({ ...common, type: z.literal("ConsentExpired") }),
]);

/**
 * Reads one event.
 *
 * @throws {@link ConsentBasisError} `LEDGER_MALFORMED`
 */
export function parseConsentEvent(value: unknown): ConsentEvent {
  const result = consentEventSchema.safeParse(value);
  if (result.success) return result.data;
  const path = (result.error.issues[0]?.path ?? []).filter((key) => typeof key !== "symbol");
  throw new ConsentBasisError("LEDGER_MALFORMED", "not a consent event", path);
}

/**
 * Orders instants of any precision: the fraction is padded to nine digits. A time in another form would sort
 * wrongly without a word, so it is refused.
 */
export function instantKey(instant: Instant): string {
  if (!isInstant(instant)) throw new ConsentBasisError("LEDGER_MALFORMED", "not a moment in UTC");
  const [whole, fraction = ""] = instant.slice(0, -1).split(".");
  return `${whole ?? ""}.${fraction.padEnd(9, "0")}`;
}
