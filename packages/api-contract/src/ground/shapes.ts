/** Shapes that several routes speak; names appear in the OpenAPI document. */
import { z } from "@hono/zod-openapi";
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { restrictedUses } from "@tillit/dsar-workflow/regime";
import { fewIn } from "./few-in.ts";

/** What the envelope's format allows (CE1 section "Limits"). */
export const mostSections = 256;
const mostRecipients = 512;

export const dsseSchema = z
  .strictObject({
    payload: z.base64().max(400_000),
    payloadType: z.string().max(128),
    signatures: z.array(z.strictObject({ keyid: z.string().max(64), sig: z.string().max(128) })).max(8),
  })
  .openapi("Dsse");

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

export const keyringSchema = z
  .strictObject({
    v: z.literal(1),
    cid: base64url.max(64),
    stanzas: z
      .array(
        z.strictObject({
          group: z.string().max(32),
          kem: z.enum(["x25519", "xwing"]),
          kid: base64url.max(64),
          enc: base64url.max(2048),
          ct: base64url.max(128),
        }),
      )
      .max(mostRecipients),
    slots: fewIn(
      mostSections,
      z.record(
        z.string().max(32),
        z.union([
          base64url.max(256),
          z.strictObject({ shredded: z.string().max(32), rule: z.string().max(128) }),
        ]),
      ),
    ),
  })
  .openapi("Keyring");

export const sealedEnvelope = z
  .object({ manifest: dsseSchema, keyring: keyringSchema })
  .openapi("SealedEnvelope");

/** A few words: 4 MiB of JSON is what the body limit leaves. */
export const sealedWords = z
  .strictObject({
    manifest: dsseSchema,
    keyring: keyringSchema,
    blobs: z.strictObject({ words: z.base64url().max(2_000_000) }),
  })
  .openapi("SealedWords");

export const controllerId = z.string().regex(/^[a-z0-9-]{1,64}$/);
/** 32 hex characters of the SHA-256 of the manifest. */
export const recordId = z.string().regex(/^[0-9a-f]{32}$/);
export const requestId = z.string().regex(/^r-[0-9a-f]{20}$/);
/** What has a retention of its own: an application or a request. */
export const disposable = z.string().regex(/^[0-9a-f]{32}$|^r-[0-9a-f]{20}$/);
export const sectionId = z.string().regex(/^[a-z0-9-]{1,32}$/);
/** A part of a controller. */
export const unitName = z.string().regex(/^[a-z0-9-]{1,64}$/);
/** A calendar day, and a moment as {@link instant} writes it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instantText = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
export const language = z.enum(["sv", "en"]).default("sv");
/** For which of the four purposes of GDPR art. 18(2) a restricted record is read; not needed for any other. */
const restrictedPurposes = Object.keys(restrictedUses) as [RestrictedUse, ...RestrictedUse[]];

/** The purposes of art. 18(2), as a reader names one. */
export const readingPurpose = z.object({ purpose: z.enum(restrictedPurposes).optional() });
export const applicationId = z.uuid();
/** Made by the client for what it sends; sent again after a lost answer, it is known to be the same. */
export const sendingKey = z.object({
  "idempotency-key": z
    .uuid()
    .optional()
    .openapi({ description: "Of the sender's making. The same key with the same body again is done once." }),
});
export const nonce = base64url.max(128);
export const base64urlText = base64url;

export const assignmentKind = z.enum(["family-home", "emergency-home", "contact-person", "contact-family"]);

export const requestSummary = z
  .object({
    id: z.string(),
    application: z.string(),
    right: z.string(),
    status: z.string(),
    received: z.string(),
    lastDay: z.string(),
    /** Whether it restricts the processing of its application now (GDPR art. 18). */
    restricted: z.boolean(),
  })
  .openapi("RequestSummary");

/** Checkpoints at which a log changed its key, each with the proof that the log went on from there. */
export const handoverLinks = z
  .array(z.object({ checkpoint: z.string(), consistency: z.array(z.string()) }))
  .openapi("LogHandovers");
