import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { publishKeys } from "./publish-keys.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { dsseSchema } from "../openapi/shapes.ts";

export function deskKeyRoutes(deps: Deps) {
  const publish = createRoute({
    method: "post",
    path: "/api/desk/keys",
    tags: ["Keys"],
    summary: "Publish the next key document: rotation or revocation",
    ...desk(deps, "key:publish", { whole: true }),
    request: { body: jsonBody(z.strictObject({ document: dsseSchema })) },
    responses: { 201: json(z.object({ seq: z.int() }), "Published and logged."), ...refusals },
  });
  return router().openapi(publish, async (c) =>
    c.json(await publishKeys(deps, c.get("staff"), c.req.valid("json").document), 201),
  );
}
