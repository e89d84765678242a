import { z } from "@hono/zod-openapi";
import { dsseSchema, requestSummary } from "../ground/shapes.ts";

/** What the desk is shown of one request. Codes, dates, references and digests, as the workflow has them. */

export const lawRef = z.object({ act: z.string(), at: z.string(), grade: z.string() });

export const localized = z.object({ sv: z.string(), en: z.string() });

export const span = z.object({ from: z.int(), to: z.int(), protects: z.string() });

export const item = z.object({
  id: z.string(),
  section: z.string(),
  sha256: z.string(),
  outcome: z.string().optional(),
  spans: z.array(span).optional(),
  harm: z.object({ provision: z.string(), test: z.string() }).optional(),
});

export const keptWords = z.object({
  id: z.string(),
  digest: z.string(),
  kind: z.string(),
  at: z.string(),
  by: z.string(),
});

export const waitingExport = z.object({
  id: z.string(),
  keptAt: z.string(),
  expires: z.string(),
  fetchedAt: z.string().optional(),
});

export const requestView = requestSummary
  .extend({
    /** UUID of the application: what words about the request are sealed for. */
    app: z.string(),
    allowed: z.array(z.string()),
    /** Those of `allowed` that the reader's role may give. */
    yours: z.array(z.string()),
    trace: z.array(z.object({ rule: z.string(), from: z.string(), to: z.string(), law: lawRef })),
    history: z.array(z.object({ type: z.string(), at: z.string(), by: z.string() })),
    kind: z.string(),
    regime: z.string(),
    channel: z.string(),
    identity: z.string(),
    assuranceNeeded: z.int(),
    extended: z.boolean(),
    /** Whether this or another request restricts the application: reading it then takes a purpose. */
    recordRestricted: z.boolean(),
    disclosed: z.boolean(),
    executed: z.boolean(),
    protection: z.array(z.string()),
    sources: z.array(z.object({ source: z.string(), status: z.string() })),
    items: z.array(item),
    recipients: z.array(z.object({ ref: z.string(), status: z.string() })),
    holds: z.array(z.string()),
    outcomes: z.array(z.string()),
    provisions: z.array(
      z.object({ id: z.string(), tests: z.array(z.string()), law: z.string(), text: localized }),
    ),
    channels: z.array(z.string()),
    ground: z.string().optional(),
    /** In kronor: announced or, where it was not refused instead, decided (GDPR art. 12(5)). */
    fee: z.int().optional(),
    replyBy: z.string().optional(),
    draft: z.object({ digest: z.string(), outcome: z.string(), words: z.string() }).optional(),
    decision: z
      .object({
        digest: z.string(),
        outcome: z.string(),
        signedOn: z.string(),
        delegation: z.string(),
        findings: z.array(z.string()),
      })
      .optional(),
    sealed: z.object({ manifest: z.string(), recipientKey: z.string() }).optional(),
    servedOn: z.string().optional(),
    appealLastDay: z.string().optional(),
    liftOn: z.string().optional(),
    words: z.array(keptWords),
    letters: z.array(z.object({ id: z.string(), at: z.string() })),
    /** The subject's public keys, signed with the receipt. */
    keys: dsseSchema.optional(),
    /** An answer that waits to be fetched. */
    export: waitingExport.optional(),
    /** For an erasure: whether the law keeps the data, and which law. */
    erasure: z
      .object({
        keeps: z.boolean(),
        rule: z.string().optional(),
        law: z.array(z.object({ act: z.string(), at: z.string() })),
        reasons: z.array(localized),
      })
      .optional(),
  })
  .openapi("Request");
