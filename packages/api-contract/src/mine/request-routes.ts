import { createRoute, z } from "@hono/zod-openapi";
import { ownWordsKinds } from "../requests/words-kinds.ts";
import { mine } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { keptWords } from "../requests/shapes.ts";
import {
  dsseSchema,
  recordId,
  requestId,
  requestSummary,
  sealedWords,
  sendingKey,
} from "../ground/shapes.ts";

const tags = ["My pages"];

export const id = z.object({ id: requestId });

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

export const gate = mine();

export const receiptGate = mine({ receipt: true });

export const ask = createRoute({
  method: "post",
  path: "/api/mine/requests",
  tags,
  summary: "Use a right over one's data at a controller",
  description:
    "`keys` are the asker's own public keys as a key document signed with the receipt: an answer is sealed to them.",
  ...gate,
  request: {
    headers: sendingKey,
    body: jsonBody(
      z.strictObject({ application: recordId, right: z.enum(rights), keys: dsseSchema.optional() }),
    ),
  },
  responses: { 201: json(requestSummary, "Received, with the last day for an answer."), ...refusals },
});

export const read = createRoute({
  method: "get",
  path: "/api/mine/requests/{id}",
  tags,
  summary: "Where my request stands",
  ...gate,
  request: { params: id },
  responses: { 200: json(ownRequest, "The request, and my own words about it."), ...refusals },
});

export const keep = createRoute({
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

export const words = createRoute({
  method: "get",
  path: "/api/mine/requests/{id}/words/{words}",
  tags,
  summary: "My own words about a request",
  ...receiptGate,
  request: { params: id.extend({ words: recordId }) },
  responses: { 200: json(sealedWords, "To be opened with the receipt."), ...refusals },
});
