import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { recordOfProcessing } from "./record-of-processing.ts";
import { desk } from "../http/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { controllerId, language } from "../openapi/shapes.ts";

const recordSchema = z
  .object({
    controller: controllerId,
    lang: z.string(),
    asOf: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    missing: z.array(z.object({ code: z.string(), activity: z.string(), message: z.string() })),
  })
  .openapi("RecordOfProcessing");

export function deskRegisterRoutes(deps: Deps) {
  const record = createRoute({
    method: "get",
    path: "/api/desk/record-of-processing",
    tags: ["Register"],
    summary: "The controller's record of processing activities (Art. 30), and what is missing in it",
    ...desk(deps, "register:read"),
    request: { query: z.object({ lang: language }) },
    responses: { 200: json(recordSchema, "One row for each activity that is valid today."), ...refusals },
  });
  return router().openapi(record, async (c) =>
    c.json(await recordOfProcessing(deps, c.get("staff"), c.req.valid("query").lang), 200),
  );
}
