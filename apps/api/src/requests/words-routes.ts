import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { keepRequestWords, readRequestWords, requestWordsKinds } from "./request-words.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { recordId, requestId, sealedWords } from "../openapi/shapes.ts";

const tags = ["Requests"];
const id = z.object({ id: requestId });

export function deskRequestWordsRoutes(deps: Deps) {
  const keep = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/words",
    tags,
    summary: "Keep sealed words about a request; a command then names them by their digest",
    ...desk(deps, "request:handle"),
    request: {
      params: id,
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
    request: { params: id.extend({ words: recordId }) },
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
