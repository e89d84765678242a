import { dropReasons, itemResults, listStatuses } from "@tillit/retention-policy";
import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { keptRecord } from "../extensions/shapes.ts";
import { applicationOnList } from "../records/application-shapes.ts";
import { disposable, language, readingPurpose, recordId, sealedWords } from "../ground/shapes.ts";

const tags = ["Disposal"];

export const id = z.object({ id: z.string().regex(/^d-[0-9a-f]{20}$/) });

const day = z.iso.date();

const spoken = z.object({ lang: language });

const dry = spoken.extend({ dryRun: z.enum(["true", "false"]).default("false") });

const listSchema = z
  .object({
    id: z.string(),
    status: z.enum(listStatuses),
    asOf: z.string(),
    required: z.int(),
    approvals: z.int(),
    coolUntil: z.string().optional(),
    items: z.array(
      z.object({
        record: z.string(),
        rule: z.string(),
        ruleText: z.string(),
        outcome: z.string(),
        earliest: z.string(),
        latest: z.string().optional(),
        answer: z
          .object({ kind: z.enum(["dispose", "keep", "reclassify"]), until: z.string().optional() })
          .optional(),
        result: z.enum(itemResults).optional(),
        application: applicationOnList.optional(),
      }),
    ),
    dropped: z.array(z.object({ record: z.string(), reason: z.enum(dropReasons), text: z.string() })),
  })
  .openapi("DisposalList");

const proposedSchema = listSchema
  .extend({
    /** More is due than two persons can look through at once: it comes on the next list. */
    more: z.literal(true).optional(),
  })
  .openapi("ProposedDisposal");

const readSchema = listSchema
  .extend({
    words: z.array(
      z.object({
        id: recordId,
        kind: z.enum(["keep", "reclassify", "changes", "abort"]),
        record: z.string().optional(),
        at: z.string(),
        by: z.string(),
      }),
    ),
    kept: z.array(keptRecord.extend({ record: z.string() })),
  })
  .openapi("DisposalListWithWords");

const review = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("Approve") }),
    z.strictObject({
      type: z.literal("Answer"),
      record: disposable,
      answer: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("dispose") }),
        z.strictObject({ kind: z.literal("keep"), until: day, words: sealedWords }),
        z.strictObject({ kind: z.literal("reclassify"), words: sealedWords }),
      ]),
    }),
    z.strictObject({ type: z.literal("RequestChanges"), words: sealedWords }),
    z.strictObject({ type: z.literal("Abort"), words: sealedWords }),
  ])
  .openapi("DisposalReview");

export const certificateSchema = z
  .object({
    certificate: z.object({ proof: z.looseObject({}), leaves: z.array(z.looseObject({})) }),
    protocol: z.string(),
    log: z.object({
      index: z.int(),
      size: z.int(),
      checkpoint: z.string(),
      key: z.string(),
      inclusion: z.array(z.string()),
    }),
  })
  .openapi("DisposalCertificate");

export const propose = createRoute({
  method: "post",
  path: "/api/desk/disposals",
  tags,
  summary: "Put everything that is due on a list for a second person",
  description:
    "A record that is to be handed over comes on a list when its receiver has accepted it. A dry run keeps nothing.",
  ...desk("disposal:propose"),
  request: { query: dry },
  responses: { 201: json(proposedSchema, "Waits for review."), ...refusals },
});

export const list = createRoute({
  method: "get",
  path: "/api/desk/disposals",
  tags,
  summary: "All disposal lists",
  ...desk("retention:plan"),
  request: { query: spoken },
  responses: { 200: json(z.object({ disposals: z.array(listSchema) }), "Every list."), ...refusals },
});

export const read = createRoute({
  method: "get",
  path: "/api/desk/disposals/{id}",
  tags,
  summary: "One disposal list",
  ...desk("retention:plan"),
  request: { params: id, query: spoken },
  responses: { 200: json(readSchema, "The list, and what has been said about it."), ...refusals },
});

export const look = createRoute({
  method: "post",
  path: "/api/desk/disposals/{id}/review",
  tags,
  summary: "The second person answers, approves or stops",
  description:
    "What is not an approval takes words, sealed to the own controller for the purpose `disposal-list/` and the list's id. A record that is kept until a day is on no list before the day after, whatever becomes of this one; where the rules' last day comes first, `conflict` says so.",
  ...desk("disposal:approve"),
  request: { params: id, query: spoken, body: jsonBody(review) },
  responses: { 200: json(readSchema, "Where it stands now."), ...refusals },
});

export const words = createRoute({
  method: "get",
  path: "/api/desk/disposals/{id}/words/{words}",
  tags,
  summary: "Sealed words about a list or a record on it",
  description: "In the log before they leave. What was said about a record goes with the record.",
  ...desk("retention:plan"),
  request: { params: id.extend({ words: recordId }), query: readingPurpose },
  responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
});

export const execute = createRoute({
  method: "post",
  path: "/api/desk/disposals/{id}/execution",
  tags,
  summary: "Carry out an approved list: keys, bytes and rows are destroyed",
  description:
    "Every record is decided again first; what is held or has changed stays. Recipients that were noted get a notice. A dry run says what would go and what would stay.",
  ...desk("disposal:approve"),
  request: { params: id, query: dry },
  responses: { 200: json(listSchema, "Done."), ...refusals },
});

export const certificate = createRoute({
  method: "get",
  path: "/api/desk/disposals/{id}/certificate",
  tags,
  summary: "Proof of what was destroyed, by which rule, decided by whom",
  ...desk("retention:plan"),
  request: { params: id },
  responses: {
    200: json(certificateSchema, "Names no record in the clear."),
    ...refusals,
  },
});
