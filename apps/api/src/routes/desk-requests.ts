import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { deadlineAlerts } from "../flows/deadline-alerts.ts";
import { commandRequest, listRequests, readRequest } from "../flows/handle-request.ts";
import { desk } from "../identity/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { requestCommand } from "../openapi/request-commands.ts";
import { router } from "../openapi/router.ts";
import { requestId, requestSummary } from "../openapi/shapes.ts";

const tags = ["Requests"];

const lawRef = z.object({ act: z.string(), at: z.string(), grade: z.string() });

const requestView = requestSummary
  .extend({
    allowed: z.array(z.string()),
    trace: z.array(z.object({ rule: z.string(), from: z.string(), to: z.string(), law: lawRef })),
    history: z.array(z.object({ type: z.string(), at: z.string(), by: z.string() })),
  })
  .openapi("Request");

export function deskRequestRoutes(deps: Deps) {
  const list = createRoute({
    method: "get",
    path: "/api/desk/requests",
    tags,
    summary: "Requests of data subjects, the most urgent first",
    ...desk(deps, "request:read"),
    responses: { 200: json(z.object({ requests: z.array(requestSummary) }), "All requests."), ...refusals },
  });
  const alerts = createRoute({
    method: "get",
    path: "/api/desk/requests/alerts",
    tags,
    summary: "Open requests whose last day is past, or within a week",
    ...desk(deps, "request:read"),
    responses: {
      200: json(
        z.object({ asOf: z.string(), late: z.array(requestSummary), near: z.array(requestSummary) }),
        "The most urgent first.",
      ),
      ...refusals,
    },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/requests/{id}",
    tags,
    summary: "One request and what may be done with it now",
    ...desk(deps, "request:read"),
    request: { params: z.object({ id: requestId }) },
    responses: { 200: json(requestView, "The request."), ...refusals },
  });
  const act = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/commands",
    tags,
    summary: "Take a request one step on",
    ...desk(deps, "request:handle"),
    request: { params: z.object({ id: requestId }), body: jsonBody(requestCommand) },
    responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
  });
  return router()
    .openapi(list, async (c) => c.json({ requests: [...(await listRequests(deps, c.get("staff")))] }, 200))
    .openapi(alerts, async (c) => c.json(await deadlineAlerts(deps, c.get("staff")), 200))
    .openapi(read, async (c) => {
      const view = await readRequest(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(view, 200);
    })
    .openapi(act, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await commandRequest(deps, c.get("staff"), id, c.req.valid("json")), 200);
    });
}
