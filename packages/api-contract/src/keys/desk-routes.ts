import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { dsseSchema } from "../ground/shapes.ts";

export const publish = createRoute({
  method: "post",
  path: "/api/desk/keys",
  tags: ["Keys"],
  summary: "Publish the next key document: rotation or revocation",
  ...desk("key:publish", { whole: true }),
  request: { body: jsonBody(z.strictObject({ document: dsseSchema })) },
  responses: { 201: json(z.object({ seq: z.int() }), "Published and logged."), ...refusals },
});
