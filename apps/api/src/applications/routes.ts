import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { handOutBlob, handOutEnvelope } from "./hand-out-envelope.ts";
import { listApplications, namedApplications } from "./list-applications.ts";
import { placeCase } from "./place-case.ts";
import { readCase } from "./read-case.ts";
import { readWords, recordWords } from "./record-words.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, octets, refusals } from "../openapi/answers.ts";
import { dispositionSchema } from "../retention/shapes.ts";
import { next, pageQuery } from "../openapi/pages.ts";
import { router } from "../openapi/router.ts";
import {
  language,
  readingPurpose,
  recordId,
  sealedEnvelope,
  sealedWords as words,
  sectionId,
  unitName,
} from "../openapi/shapes.ts";
import { sendBlob } from "../http/send-blob.ts";

const tags = ["Desk"];
const id = z.object({ id: recordId });
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

export function deskApplicationRoutes(deps: Deps) {
  const list = createRoute({
    method: "get",
    path: "/api/desk/applications",
    tags,
    summary: "The inbox of the own controller, in the order of work",
    description:
      "What is open or asked about, the nearest day first and then what has waited longest; behind it what is closed, the newest first.",
    ...desk(deps, "case:list"),
    request: { query: pageQuery.extend({ records: named.optional() }) },
    responses: {
      200: json(
        z.object({ applications: z.array(inboxRow), next }),
        "With `next` there is more: ask again with it as `after`.",
      ),
      ...refusals,
    },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}",
    tags,
    summary: "One application without its content",
    ...desk(deps, "case:list"),
    request: { params: id, query: z.object({ lang: language }) },
    responses: { 200: json(caseSchema, "State, history, disposition."), ...refusals },
  });
  const envelope = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}/envelope",
    tags,
    summary: "The sealed application",
    description:
      "Who fetches it, when and why is in the log before the answer leaves. A restricted record takes a purpose.",
    ...desk(deps, "content:read"),
    request: { params: id, query: readingPurpose },
    responses: { 200: json(sealedEnvelope, "To be opened in the browser."), ...refusals },
  });
  const blob = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}/blobs/{section}",
    tags,
    summary: "One sealed part of an application",
    ...desk(deps, "content:read"),
    request: { params: id.extend({ section: sectionId }), query: readingPurpose },
    responses: { 200: octets, ...refusals },
  });
  const assess = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/assessment",
    tags,
    summary: "Record an assessment; its words are sealed",
    ...desk(deps, "assessment:write"),
    request: {
      params: id,
      body: jsonBody(z.strictObject({ outcome: z.enum(["proceed", "needs-talk", "decline"]), words })),
    },
    responses: { 201: created, ...refusals },
  });
  const decideOn = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/decision",
    tags,
    summary: "Record a decision; its words are sealed",
    ...desk(deps, "decision:write"),
    request: {
      params: id,
      body: jsonBody(z.strictObject({ outcome: z.enum(["approved", "declined"]), words })),
    },
    responses: { 201: created, ...refusals },
  });
  const place = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/placement",
    tags,
    summary: "Say which unit a case belongs to, who handles it, and whether it is guarded",
    description:
      "Replaces what was said before. With a protected identity only the assignees reach the case. A decision-maker may place a case of the unit without reaching it.",
    ...desk(deps, "case:place"),
    request: { params: id, body: jsonBody(placementSchema) },
    responses: { 204: { description: "Placed, and in the log." }, ...refusals },
  });
  const oneOfWords = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}/words/{words}",
    tags,
    summary: "Sealed words of an assessment or decision",
    ...desk(deps, "content:read"),
    request: { params: id.extend({ words: recordId }), query: readingPurpose },
    responses: { 200: json(words, "To be opened in the browser."), ...refusals },
  });
  return router()
    .openapi(list, async (c) => {
      const { records, ...page } = c.req.valid("query");
      if (records === undefined) return c.json(await listApplications(deps, c.get("staff"), page), 200);
      return c.json(await namedApplications(deps, c.get("staff"), records.split(",")), 200);
    })
    .openapi(read, async (c) => {
      const found = await readCase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("query").lang);
      return c.json(found, 200);
    })
    .openapi(envelope, async (c) => {
      const found = await handOutEnvelope(
        deps,
        c.get("staff"),
        c.req.valid("param").id,
        c.req.valid("query").purpose,
      );
      return c.json(found as z.infer<typeof sealedEnvelope>, 200);
    })
    .openapi(blob, async (c) => {
      const { id: record, section } = c.req.valid("param");
      const { purpose: restrictedUse } = c.req.valid("query");
      return sendBlob(c, await handOutBlob(deps, c.get("staff"), record, { section, restrictedUse }));
    })
    .openapi(assess, async (c) => {
      const { outcome, words: sealed } = c.req.valid("json");
      const judgement = { kind: "assessment", outcome } as const;
      return c.json(await recordWords(deps, c.get("staff"), c.req.valid("param").id, judgement, sealed), 201);
    })
    .openapi(decideOn, async (c) => {
      const { outcome, words: sealed } = c.req.valid("json");
      const judgement = { kind: "decision", outcome } as const;
      return c.json(await recordWords(deps, c.get("staff"), c.req.valid("param").id, judgement, sealed), 201);
    })
    .openapi(place, async (c) => {
      await placeCase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    })
    .openapi(oneOfWords, async (c) => {
      const { id: record, words: wordsId } = c.req.valid("param");
      const { purpose: restrictedUse } = c.req.valid("query");
      const found = await readWords(deps, c.get("staff"), record, { words: wordsId, restrictedUse });
      return c.json(found as z.infer<typeof words>, 200);
    });
}
