import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { planRetention, type PlanCursor } from "./plan-pages.ts";
import { desk } from "../http/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { dispositionSchema } from "./shapes.ts";
import { applicationOnList, shownApplication } from "../records/application-shapes.ts";
import { router } from "../openapi/router.ts";
import { language } from "../openapi/shapes.ts";

/** Where a page ended: time of receipt and application, or day of receipt and request. */
const cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z\.[0-9a-f]{32}|\.r-[0-9a-f]{20})$/);

function placeOf(after: string): PlanCursor {
  const [received = "", id = ""] = after.split(".");
  return received.includes("T")
    ? { application: { receivedAt: received, id } }
    : { request: { received, id } };
}

const planned = dispositionSchema
  .extend({ application: applicationOnList.optional() })
  .openapi("PlannedDisposition");

const planSchema = z
  .object({ asOf: z.string(), dispositions: z.array(planned), next: z.string().optional() })
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
      200: json(
        planSchema,
        "Applications, then requests, each oldest first. With `next` there is more: ask again with it as `after`.",
      ),
      ...refusals,
    },
  });
  return router().openapi(plan, async (c) => {
    const { lang, after } = c.req.valid("query");
    const last = after === undefined ? undefined : placeOf(after);
    const found = await planRetention(deps, c.get("staff"), lang, last);
    const dispositions = found.dispositions.map(({ application, ...one }) => ({
      ...one,
      ...shownApplication(application),
    }));
    return c.json({ ...found, dispositions }, 200);
  });
}
