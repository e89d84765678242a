import { createRoute, z } from "@hono/zod-openapi";
import { caseContents } from "@tillit/application-case";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { fewIn } from "../ground/few-in.ts";
import { next, pageQuery } from "../ground/pages.ts";
import {
  controllerId,
  handoverLinks,
  keyringSchema,
  recordId,
  sealedEnvelope,
  sealedWords,
} from "../ground/shapes.ts";

const tags = ["Transfer"];

export const id = z.object({ id: z.string().regex(/^t-[0-9a-f]{20}$/) });

export const manifest = z
  .object({
    format: z.literal("tillit-transfer/1"),
    list: z.string(),
    receiver: z.string(),
    entries: z.array(
      z.object({
        record: z.string(),
        status: z.string(),
        date: z.string(),
        reference: z.string(),
        checksum: z.object({ alg: z.string(), value: z.string() }),
      }),
    ),
  })
  .openapi("TransferManifest");

export const envelopes = z.array(z.object({ id: recordId, kind: z.enum(caseContents), digest: z.string() }));

const summary = z
  .object({
    id: z.string(),
    sender: z.string(),
    senderName: z.string(),
    receiver: z.string(),
    receiverName: z.string(),
    record: z.string(),
    offeredAt: z.string(),
    state: z.enum(["offered", "accepted", "declined", "withdrawn"]),
  })
  .openapi("Transfer");

/** The rule that sends the record, for a reader. */
export const basis = z.object({ sv: z.string(), en: z.string() });

const detail = summary
  .extend({
    manifest,
    basis,
    envelopes,
    /** Whom the sealed context names: the sender, or whoever the sender had it from. */
    sealedFor: z.string(),
    history: z.array(z.object({ type: z.string(), at: z.string() })),
    /** The application it belongs to, until neither side has it. */
    app: z.string().optional(),
    /** The sender's copy has been disposed of. */
    gone: z.boolean(),
    /** The case's number at the reader's own, where it is one. */
    number: z.string().optional(),
    words: sealedWords.optional(),
    log: z.object({
      index: z.int(),
      size: z.int(),
      checkpoint: z.string(),
      key: z.string(),
      inclusion: z.array(z.string()),
      entry: z.string(),
      handovers: handoverLinks,
    }),
  })
  .openapi("TransferDetail");

const metadata = z
  .object({
    label: z.string(),
    creator: z.object({ name: z.string() }),
    manifest,
    events: z.array(z.object({ type: z.string(), at: z.string(), detail: z.string().optional() })),
    accesses: z.int(),
    envelopes,
    sections: z.array(z.object({ id: z.string(), class: z.string(), size: z.int(), hash: z.string() })),
  })
  .openapi("ArchiveMetadata");

/** An application and every text about it: more than fit into a body. */
const mostKeyrings = 4096;

export const gate = desk("transfer:handle", { whole: true });

export const offer = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/transfers",
  tags,
  summary: "Offer a record to the board that the rules send it to",
  description:
    "The browser adds the receiver's keys to the keyring of the application and of each words about it. A dry run gives the manifest and which envelopes those are.",
  ...gate,
  request: {
    params: z.object({ id: recordId }),
    body: jsonBody(
      z.strictObject({
        receiver: controllerId,
        keyrings: fewIn(mostKeyrings, z.record(recordId, keyringSchema)).optional(),
        dryRun: z.boolean().default(false),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({
        dryRun: z.boolean(),
        id: z.string().optional(),
        receiver: z.string(),
        manifest,
        basis,
        envelopes,
      }),
      "Offered, or what would be.",
    ),
    ...refusals,
  },
});

export const archive = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/archive-metadata",
  tags,
  summary: "What is known in the clear about a record that goes to an archive",
  description:
    "For `tillit retention package`, which packs the opened content on the archivist's machine: dates, codes, digests, retention mark.",
  ...gate,
  request: { params: z.object({ id: recordId }) },
  responses: { 200: json(metadata, "No content."), ...refusals },
});

export const list = createRoute({
  method: "get",
  path: "/api/desk/transfers",
  tags,
  summary: "Records offered to and by the own controller",
  description: "Those that wait for an answer, the oldest first; behind them the others, the newest first.",
  ...gate,
  request: { query: pageQuery },
  responses: {
    200: json(
      z.object({ incoming: z.array(summary), outgoing: z.array(summary), next }),
      "With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const read = createRoute({
  method: "get",
  path: "/api/desk/transfers/{id}",
  tags,
  summary: "One offer with its manifest, and the proof that it stands in the sender's signed log",
  ...gate,
  request: { params: id },
  responses: { 200: json(detail, "For sender and receiver."), ...refusals },
});

export const examine = createRoute({
  method: "get",
  path: "/api/desk/transfers/{id}/envelopes/{record}",
  tags,
  summary: "An offered envelope's manifest and keyring, for the receiver to check before answering",
  description: "No sealed content. That it was looked at is in the receiver's log before the answer leaves.",
  ...gate,
  request: { params: id.extend({ record: recordId }) },
  responses: { 200: json(sealedEnvelope, "To be checked in the browser."), ...refusals },
});

export const accept = createRoute({
  method: "post",
  path: "/api/desk/transfers/{id}/acceptance",
  tags,
  summary: "Accept a record: the sealed bytes become the own controller's",
  description: "The sender's copy goes by the sender's own disposal list, with this as receipt.",
  ...gate,
  request: { params: id },
  responses: {
    201: json(
      z.object({ id: z.string(), record: z.string(), number: z.string(), index: z.int() }),
      "Accepted; the place of the event in the own log.",
    ),
    ...refusals,
  },
});

export const decline = createRoute({
  method: "post",
  path: "/api/desk/transfers/{id}/refusal",
  tags,
  summary: "Decline a record; it stays with its sender",
  description:
    "Words that say why are sealed in the browser to both sides, with the purpose `transfer-refusal/{id}`.",
  ...gate,
  request: { params: id, body: jsonBody(z.strictObject({ words: sealedWords.optional() })) },
  responses: { 204: { description: "Declined, in both logs." }, ...refusals },
});

export const withdraw = createRoute({
  method: "post",
  path: "/api/desk/transfers/{id}/withdrawal",
  tags,
  summary: "Take back an offer that has not been answered",
  ...gate,
  request: { params: id },
  responses: { 204: { description: "Withdrawn." }, ...refusals },
});
