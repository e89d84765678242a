import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { planRetention } from "../flows/plan-retention.ts";
import { desk } from "../identity/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { dispositionSchema } from "../openapi/disposition.ts";
import { router } from "../openapi/router.ts";
import { language } from "../openapi/shapes.ts";

/** Where a page ended: time of receipt and record. */
const cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\.[0-9a-f]{32}$/);

const planSchema = z
  .object({ asOf: z.string(), dispositions: z.array(dispositionSchema), next: z.string().optional() })
  .openapi("RetentionPlan");

export function deskRetentionRoutes(deps: Deps) {
  const plan = createRoute({
    method: "get",
    path: "/api/desk/retention/plan",
    tags: ["Retention"],
    summary: "When each record must go, stay or move, and who says so",
    ...desk(deps, "retention:plan"),
    request: { query: z.object({ lang: language, after: cursor.optional() }) },
    responses: {
      200: json(planSchema, "Oldest first. With `next` there is more: ask again with it as `after`."),
      ...refusals,
    },
  });
  return router().openapi(plan, async (c) => {
    const { lang, after } = c.req.valid("query");
    const [receivedAt = "", id = ""] = after?.split(".") ?? [];
    const last = after === undefined ? undefined : { receivedAt, id };
    return c.json(await planRetention(deps, c.get("staff"), lang, last), 200);
  });
}
