import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, octets, refusals } from "../ground/answers.ts";
import { dispositionSchema } from "../retention/shapes.ts";
import { next, pageQuery } from "../ground/pages.ts";
import {
  language,
  readingPurpose,
  recordId,
  sealedEnvelope,
  sealedWords as words,
  sectionId,
  unitName,
} from "../ground/shapes.ts";

const tags = ["Desk"];

export const id = z.object({ id: recordId });

const created = json(z.object({ id: recordId, at: z.string() }), "Recorded.");

const inboxRow = z
  .object({
    id: recordId,
    app: z.string(),
    number: z.string(),
    receivedAt: z.string(),
    assignments: z.array(z.string()),
    status: z.string(),
    /** The nearest last day of a request about it that is not answered yet. */
    due: z.string().optional(),
    /** There, and true, while the record is restricted (GDPR art. 18). */
    restricted: z.literal(true).optional(),
    disposalFrom: z.string().optional(),
  })
  .openapi("InboxRow");

/** Instead of a page: these, as far as they are reached. */
const named = z
  .string()
  .regex(/^[0-9a-f]{32}(?:,[0-9a-f]{32}){0,99}$/)
  .openapi({ description: "Ids by comma, at most 100: then these alone, and no pages." });

const placementSchema = z
  .strictObject({
    unit: unitName.optional(),
    assignees: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(32),
    protectedIdentity: z.boolean(),
  })
  .openapi("Placement");

const caseSchema = inboxRow
  .extend({
    /** Whom the sealed context names, where the record came from another controller. */
    sealedFor: z.object({ id: z.string(), name: z.string() }).optional(),
    placement: placementSchema.optional(),
    /** The requests that restrict it, while they do: it is stored, and read only for one of four purposes. */
    restriction: z.object({ requests: z.array(z.string()) }).optional(),
    history: z.array(z.object({ type: z.string(), at: z.string(), by: z.string() })),
    disposition: dispositionSchema,
    words: z.array(
      z.object({
        kind: z.enum(["assessment", "decision"]),
        id: recordId,
        at: z.string(),
        by: z.string(),
        outcome: z.string(),
      }),
    ),
  })
  .openapi("Case");

export const list = createRoute({
  method: "get",
  path: "/api/desk/applications",
  tags,
  summary: "The inbox of the own controller, in the order of work",
  description:
    "What is open or asked about, the nearest day first and then what has waited longest; behind it what is closed, the newest first.",
  ...desk("case:list"),
  request: { query: pageQuery.extend({ records: named.optional() }) },
  responses: {
    200: json(
      z.object({ applications: z.array(inboxRow), next }),
      "With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const read = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}",
  tags,
  summary: "One application without its content",
  ...desk("case:list"),
  request: { params: id, query: z.object({ lang: language }) },
  responses: { 200: json(caseSchema, "State, history, disposition."), ...refusals },
});

export const envelope = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/envelope",
  tags,
  summary: "The sealed application",
  description:
    "Who fetches it, when and why is in the log before the answer leaves. A restricted record takes a purpose.",
  ...desk("content:read"),
  request: { params: id, query: readingPurpose },
  responses: { 200: json(sealedEnvelope, "To be opened in the browser."), ...refusals },
});

export const blob = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/blobs/{section}",
  tags,
  summary: "One sealed part of an application",
  ...desk("content:read"),
  request: { params: id.extend({ section: sectionId }), query: readingPurpose },
  responses: { 200: octets, ...refusals },
});

export const assess = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/assessment",
  tags,
  summary: "Record an assessment; its words are sealed",
  ...desk("assessment:write"),
  request: {
    params: id,
    body: jsonBody(z.strictObject({ outcome: z.enum(["proceed", "needs-talk", "decline"]), words })),
  },
  responses: { 201: created, ...refusals },
});

export const decideOn = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/decision",
  tags,
  summary: "Record a decision; its words are sealed",
  ...desk("decision:write"),
  request: {
    params: id,
    body: jsonBody(z.strictObject({ outcome: z.enum(["approved", "declined"]), words })),
  },
  responses: { 201: created, ...refusals },
});

export const place = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/placement",
  tags,
  summary: "Say which unit a case belongs to, who handles it, and whether it is guarded",
  description:
    "Replaces what was said before. With a protected identity only the assignees reach the case. A decision-maker may place a case of the unit without reaching it.",
  ...desk("case:place"),
  request: { params: id, body: jsonBody(placementSchema) },
  responses: { 204: { description: "Placed, and in the log." }, ...refusals },
});

export const oneOfWords = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/words/{words}",
  tags,
  summary: "Sealed words of an assessment or decision",
  ...desk("content:read"),
  request: { params: id.extend({ words: recordId }), query: readingPurpose },
  responses: { 200: json(words, "To be opened in the browser."), ...refusals },
});
