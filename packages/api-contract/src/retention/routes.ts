import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";
import { dispositionSchema } from "./shapes.ts";
import { applicationOnList } from "../records/application-shapes.ts";
import { language } from "../ground/shapes.ts";

/** Where a page ended: time of receipt and application, or day of receipt and request. */
const cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z\.[0-9a-f]{32}|\.r-[0-9a-f]{20})$/);

const planned = dispositionSchema
  .extend({ application: applicationOnList.optional() })
  .openapi("PlannedDisposition");

const planSchema = z
  .object({ asOf: z.string(), dispositions: z.array(planned), next: z.string().optional() })
  .openapi("RetentionPlan");

export const plan = createRoute({
  method: "get",
  path: "/api/desk/retention/plan",
  tags: ["Retention"],
  summary: "When each record must go, stay or move, and who says so",
  ...desk("retention:plan"),
  request: { query: z.object({ lang: language, after: cursor.optional() }) },
  responses: {
    200: json(
      planSchema,
      "Applications, then requests, each oldest first. With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});
