import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";
import { disposable } from "../ground/shapes.ts";

export const release = createRoute({
  method: "post",
  path: "/api/desk/keeps/{record}/release",
  tags: ["Disposal"],
  summary: "Let a record go that a reviewer has kept until a day, before that day",
  description: "The next disposal list has it again, if it is due. In the log.",
  ...desk("disposal:approve"),
  request: { params: z.object({ record: disposable }) },
  responses: {
    200: json(
      z.object({ record: z.string(), list: z.string(), until: z.string() }),
      "The answer that counts no longer.",
    ),
    ...refusals,
  },
});
