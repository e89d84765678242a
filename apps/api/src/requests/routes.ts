import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { collectOwnSource } from "../erasure/collect-own-source.ts";
import { commandRequest, readRequest, receiveRequest } from "./handle-request.ts";
import { deadlineAlerts, listRequests } from "./list-requests.ts";
import { router } from "../openapi/router.ts";
import { sealedWords } from "@tillit/api-contract/ground/shapes";
import { keepRequestWords, readRequestWords } from "./request-words.ts";
import * as routes from "@tillit/api-contract/requests/routes";

export function deskRequestRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => {
      return c.json(await listRequests(deps, c.get("staff"), c.req.valid("query")), 200);
    })
    .openapi(routes.receive, async (c) => {
      const key = c.req.valid("header")["idempotency-key"];
      return c.json(await receiveRequest(deps, c.get("staff"), c.req.valid("json"), key), 201);
    })
    .openapi(routes.alerts, async (c) => {
      return c.json(await deadlineAlerts(deps, c.get("staff"), c.req.valid("query")), 200);
    })
    .openapi(routes.read, async (c) => {
      const view = await readRequest(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(view, 200);
    })
    .openapi(routes.collect, async (c) => {
      return c.json(await collectOwnSource(deps, c.get("staff"), c.req.valid("param").id), 200);
    })
    .openapi(routes.act, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await commandRequest(deps, c.get("staff"), id, c.req.valid("json")), 200);
    });
}

export function deskRequestWordsRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.keep, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await keepRequestWords(deps, c.get("staff"), request, c.req.valid("json")), 201);
    })
    .openapi(routes.readWords, async (c) => {
      const { id: request, words } = c.req.valid("param");
      const found = await readRequestWords(deps, c.get("staff"), request, words);
      return c.json(found as z.infer<typeof sealedWords>, 200);
    });
}
