import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { liftKeep } from "./lift-extension.ts";
import { desk } from "../http/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { disposable } from "../openapi/shapes.ts";

export function deskKeepRoutes(deps: Deps) {
  const release = createRoute({
    method: "post",
    path: "/api/desk/keeps/{record}/release",
    tags: ["Disposal"],
    summary: "Let a record go that a reviewer has kept until a day, before that day",
    description: "The next disposal list has it again, if it is due. In the log.",
    ...desk(deps, "disposal:approve"),
    request: { params: z.object({ record: disposable }) },
    responses: {
      200: json(
        z.object({ record: z.string(), list: z.string(), until: z.string() }),
        "The answer that counts no longer.",
      ),
      ...refusals,
    },
  });
  return router().openapi(release, async (c) =>
    c.json(await liftKeep(deps, c.get("staff"), c.req.valid("param").record), 200),
  );
}
