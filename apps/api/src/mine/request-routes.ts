import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { makeRequest } from "../requests/make-request.ts";
import { readMyRequest } from "./my-request.ts";
import { keepOwnWords, readOwnWords } from "../requests/request-words.ts";
import { router } from "../openapi/router.ts";
import { sealedWords } from "@tillit/api-contract/ground/shapes";
import * as routes from "@tillit/api-contract/mine/request-routes";

export function mineRequestRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.ask, async (c) => {
      const key = c.req.valid("header")["idempotency-key"];
      return c.json(await makeRequest(deps, c.get("applicant"), c.req.valid("json"), key), 201);
    })
    .openapi(routes.read, async (c) => {
      return c.json(await readMyRequest(deps, c.get("applicant"), c.req.valid("param").id), 200);
    })
    .openapi(routes.keep, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await keepOwnWords(deps, c.get("applicant"), request, c.req.valid("json")), 201);
    })
    .openapi(routes.words, async (c) => {
      const { id: request, words: wordsId } = c.req.valid("param");
      const found = await readOwnWords(deps, c.get("applicant"), request, wordsId);
      return c.json(found as z.infer<typeof sealedWords>, 200);
    });
}
