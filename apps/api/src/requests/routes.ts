import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { collectOwnSource } from "../erasure/collect-own-source.ts";
import { commandRequest, readRequest, receiveRequest } from "./handle-request.ts";
import { deadlineAlerts, listRequests } from "./list-requests.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { day, requestCommand } from "./command-shapes.ts";
import { next, pageQuery } from "../openapi/pages.ts";
import { requestView } from "./shapes.ts";
import { router } from "../openapi/router.ts";
import { recordId, requestId, requestSummary, sealedWords } from "../openapi/shapes.ts";
import { keepRequestWords, readRequestWords, requestWordsKinds } from "./request-words.ts";

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

export function deskRequestRoutes(deps: Deps) {
  const list = createRoute({
    method: "get",
    path: "/api/desk/requests",
    tags,
    summary: "Requests of data subjects, the most urgent first",
    description: "Open ones, the nearest last day first; behind them the closed, the newest first.",
    ...desk(deps, "request:read"),
    request: { query: pageQuery },
    responses: {
      200: json(
        z.object({ requests: z.array(listedRequest), next }),
        "With `next` there is more: ask again with it as `after`.",
      ),
      ...refusals,
    },
  });
  const alerts = createRoute({
    method: "get",
    path: "/api/desk/request-alerts",
    tags,
    summary: "Open requests whose last day is past, or within a week",
    ...desk(deps, "request:read"),
    request: { query: pageQuery },
    responses: {
      200: json(
        z.object({ asOf: z.string(), late: z.array(requestSummary), near: z.array(requestSummary), next }),
        "The most urgent first. With `next` there is more: ask again with it as `after`.",
      ),
      ...refusals,
    },
  });
  const receive = createRoute({
    method: "post",
    path: "/api/desk/requests",
    tags,
    summary: "Take in a request that came by letter, telephone or in person",
    ...desk(deps, "request:handle"),
    request: { body: jsonBody(intake) },
    responses: { 201: json(requestSummary, "Received, with the last day for an answer."), ...refusals },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/requests/{id}",
    tags,
    summary: "One request and what may be done with it now",
    ...desk(deps, "request:read"),
    request: { params: one },
    responses: { 200: json(requestView, "The request."), ...refusals },
  });
  const act = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/commands",
    tags,
    summary: "Take a request one step on",
    ...desk(deps, "request:handle"),
    request: { params: one, body: jsonBody(requestCommand) },
    responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
  });
  const collect = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/collection",
    tags,
    summary:
      "Answer the service's own source: the application's parts and what was written about it, by digest",
    ...desk(deps, "request:handle"),
    request: { params: one },
    responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
  });
  return router()
    .openapi(list, async (c) => {
      return c.json(await listRequests(deps, c.get("staff"), c.req.valid("query")), 200);
    })
    .openapi(receive, async (c) => {
      return c.json(await receiveRequest(deps, c.get("staff"), c.req.valid("json")), 201);
    })
    .openapi(alerts, async (c) => {
      return c.json(await deadlineAlerts(deps, c.get("staff"), c.req.valid("query")), 200);
    })
    .openapi(read, async (c) => {
      const view = await readRequest(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(view, 200);
    })
    .openapi(collect, async (c) => {
      return c.json(await collectOwnSource(deps, c.get("staff"), c.req.valid("param").id), 200);
    })
    .openapi(act, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await commandRequest(deps, c.get("staff"), id, c.req.valid("json")), 200);
    });
}

export function deskRequestWordsRoutes(deps: Deps) {
  const keep = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/words",
    tags,
    summary: "Keep sealed words about a request; a command then names them by their digest",
    ...desk(deps, "request:handle"),
    request: {
      params: one,
      body: jsonBody(z.strictObject({ kind: z.enum(requestWordsKinds), words: sealedWords })),
    },
    responses: {
      201: json(z.object({ id: recordId, digest: z.string(), at: z.string() }), "Kept."),
      ...refusals,
    },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/requests/{id}/words/{words}",
    tags,
    summary: "Sealed words about a request",
    description: "Who fetches them and when is in the log before the answer leaves.",
    ...desk(deps, "content:read"),
    request: { params: one.extend({ words: recordId }) },
    responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
  });
  return router()
    .openapi(keep, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await keepRequestWords(deps, c.get("staff"), request, c.req.valid("json")), 201);
    })
    .openapi(read, async (c) => {
      const { id: request, words } = c.req.valid("param");
      const found = await readRequestWords(deps, c.get("staff"), request, words);
      return c.json(found as z.infer<typeof sealedWords>, 200);
    });
}
