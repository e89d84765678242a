import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";
import { controllerId, language } from "../ground/shapes.ts";

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

export const record = createRoute({
  method: "get",
  path: "/api/desk/record-of-processing",
  tags: ["Register"],
  summary: "The controller's record of processing activities (Art. 30), and what is missing in it",
  ...desk("register:read"),
  request: { query: z.object({ lang: language }) },
  responses: { 200: json(recordSchema, "One row for each activity that is valid today."), ...refusals },
});
