import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";

const colleague = z
  .object({
    ref: z.string(),
    role: z.string(),
    unit: z.string().optional(),
    /** The day of the last login. */
    seen: z.string(),
  })
  .openapi("Colleague");

export const list = createRoute({
  method: "get",
  path: "/api/desk/colleagues",
  tags: ["Desk"],
  summary: "The units, and the staff by pseudonym, that a case can be handed to",
  ...desk("case:place"),
  responses: {
    200: json(
      z.object({ units: z.array(z.string()), colleagues: z.array(colleague) }),
      "Whoever has logged in within thirteen months.",
    ),
    ...refusals,
  },
});
