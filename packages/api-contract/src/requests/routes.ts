import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { day, requestCommand } from "./command-shapes.ts";
import { next, pageQuery } from "../ground/pages.ts";
import { requestView } from "./shapes.ts";
import { recordId, requestId, requestSummary, sealedWords, sendingKey } from "../ground/shapes.ts";
import { requestWordsKinds } from "./words-kinds.ts";

const tags = ["Requests"];

const one = z.object({ id: requestId });

const intake = z.strictObject({
  application: recordId,
  right: z.enum(["access", "rectification", "erasure", "restriction", "objection", "portability"]),
  channel: z.enum(["form", "email", "letter", "letterbox", "phone", "in-person"]),
  receivedOn: day,
});

/** An open request whose last day is past, or within a week, says so. */
const listedRequest = requestSummary
  .extend({ urgency: z.enum(["late", "near"]).optional() })
  .openapi("ListedRequest");

export const list = createRoute({
  method: "get",
  path: "/api/desk/requests",
  tags,
  summary: "Requests of data subjects, the most urgent first",
  description: "Open ones, the nearest last day first; behind them the closed, the newest first.",
  ...desk("request:read"),
  request: { query: pageQuery },
  responses: {
    200: json(
      z.object({ requests: z.array(listedRequest), next }),
      "With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const alerts = createRoute({
  method: "get",
  path: "/api/desk/request-alerts",
  tags,
  summary: "Open requests whose last day is past, or within a week",
  ...desk("request:read"),
  request: { query: pageQuery },
  responses: {
    200: json(
      z.object({ asOf: z.string(), late: z.array(requestSummary), near: z.array(requestSummary), next }),
      "The most urgent first. With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const receive = createRoute({
  method: "post",
  path: "/api/desk/requests",
  tags,
  summary: "Take in a request that came by letter, telephone or in person",
  ...desk("request:handle"),
  request: { headers: sendingKey, body: jsonBody(intake) },
  responses: { 201: json(requestSummary, "Received, with the last day for an answer."), ...refusals },
});

export const read = createRoute({
  method: "get",
  path: "/api/desk/requests/{id}",
  tags,
  summary: "One request and what may be done with it now",
  ...desk("request:read"),
  request: { params: one },
  responses: { 200: json(requestView, "The request."), ...refusals },
});

export const act = createRoute({
  method: "post",
  path: "/api/desk/requests/{id}/commands",
  tags,
  summary: "Take a request one step on",
  ...desk("request:handle"),
  request: { params: one, body: jsonBody(requestCommand) },
  responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
});

export const collect = createRoute({
  method: "post",
  path: "/api/desk/requests/{id}/collection",
  tags,
  summary:
    "Answer the service's own source: the application's parts and what was written about it, by digest",
  ...desk("request:handle"),
  request: { params: one },
  responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
});

export const keep = createRoute({
  method: "post",
  path: "/api/desk/requests/{id}/words",
  tags,
  summary: "Keep sealed words about a request; a command then names them by their digest",
  ...desk("request:handle"),
  request: {
    params: one,
    body: jsonBody(z.strictObject({ kind: z.enum(requestWordsKinds), words: sealedWords })),
  },
  responses: {
    201: json(z.object({ id: recordId, digest: z.string(), at: z.string() }), "Kept."),
    ...refusals,
  },
});

export const readWords = createRoute({
  method: "get",
  path: "/api/desk/requests/{id}/words/{words}",
  tags,
  summary: "Sealed words about a request",
  description: "Who fetches them and when is in the log before the answer leaves.",
  ...desk("content:read"),
  request: { params: one.extend({ words: recordId }) },
  responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
});
