import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { planRetention } from "../flows/plan-retention.ts";
import { desk } from "../identity/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { dispositionSchema } from "../openapi/disposition.ts";
import { router } from "../openapi/router.ts";
import { language } from "../openapi/shapes.ts";

export function deskRetentionRoutes(deps: Deps) {
  const plan = createRoute({
    method: "get",
    path: "/api/desk/retention/plan",
    tags: ["Retention"],
    summary: "When each record must go, stay or move, and who says so",
    ...desk(deps, "retention:plan"),
    request: { query: z.object({ lang: language }) },
    responses: {
      200: json(
        z.object({ asOf: z.string(), dispositions: z.array(dispositionSchema) }),
        "One for each record.",
      ),
      ...refusals,
    },
  });
  return router().openapi(plan, async (c) =>
    c.json(await planRetention(deps, c.get("staff"), c.req.valid("query").lang), 200),
  );
}
