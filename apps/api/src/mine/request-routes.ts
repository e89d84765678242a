import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { makeRequest } from "../requests/make-request.ts";
import { readMyRequest } from "./my-request.ts";
import { keepOwnWords, ownWordsKinds, readOwnWords } from "../requests/request-words.ts";
import { mine } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { keptWords } from "../requests/shapes.ts";
import { router } from "../openapi/router.ts";
import { dsseSchema, recordId, requestId, requestSummary, sealedWords } from "../openapi/shapes.ts";

const tags = ["My pages"];
const id = z.object({ id: requestId });
const rights = ["access", "rectification", "erasure", "restriction", "objection", "portability"] as const;

const ownRequest = requestSummary
  .extend({
    words: z.array(keptWords.omit({ by: true })),
    outcome: z.string().optional(),
    decidedOn: z.string().optional(),
    appealLastDay: z.string().optional(),
    extended: z.boolean(),
    /** An answer that can be fetched now. */
    export: z.object({ keptAt: z.string(), expires: z.string() }).optional(),
  })
  .openapi("OwnRequest");

export function mineRequestRoutes(deps: Deps) {
  const gate = mine(deps);
  const receiptGate = mine(deps, { receipt: true });
  const ask = createRoute({
    method: "post",
    path: "/api/mine/requests",
    tags,
    summary: "Use a right over one's data at a controller",
    description:
      "`keys` are the asker's own public keys as a key document signed with the receipt: an answer is sealed to them.",
    ...gate,
    request: {
      body: jsonBody(
        z.strictObject({ application: recordId, right: z.enum(rights), keys: dsseSchema.optional() }),
      ),
    },
    responses: { 201: json(requestSummary, "Received, with the last day for an answer."), ...refusals },
  });
  const read = createRoute({
    method: "get",
    path: "/api/mine/requests/{id}",
    tags,
    summary: "Where my request stands",
    ...gate,
    request: { params: id },
    responses: { 200: json(ownRequest, "The request, and my own words about it."), ...refusals },
  });
  const keep = createRoute({
    method: "post",
    path: "/api/mine/requests/{id}/words",
    tags,
    summary: "Say what the request is about, sealed to the controller and signed with the receipt",
    ...gate,
    request: {
      params: id,
      body: jsonBody(z.strictObject({ kind: z.enum(ownWordsKinds), words: sealedWords })),
    },
    responses: {
      201: json(z.object({ id: recordId, digest: z.string(), at: z.string() }), "Kept."),
      ...refusals,
    },
  });
  const words = createRoute({
    method: "get",
    path: "/api/mine/requests/{id}/words/{words}",
    tags,
    summary: "My own words about a request",
    ...receiptGate,
    request: { params: id.extend({ words: recordId }) },
    responses: { 200: json(sealedWords, "To be opened with the receipt."), ...refusals },
  });
  return router()
    .openapi(ask, async (c) => c.json(await makeRequest(deps, c.get("applicant"), c.req.valid("json")), 201))
    .openapi(read, async (c) => {
      return c.json(await readMyRequest(deps, c.get("applicant"), c.req.valid("param").id), 200);
    })
    .openapi(keep, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await keepOwnWords(deps, c.get("applicant"), request, c.req.valid("json")), 201);
    })
    .openapi(words, async (c) => {
      const { id: request, words: wordsId } = c.req.valid("param");
      const found = await readOwnWords(deps, c.get("applicant"), request, wordsId);
      return c.json(found as z.infer<typeof sealedWords>, 200);
    });
}
