import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { listColleagues } from "./list-colleagues.ts";
import { desk } from "../http/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";

const colleague = z
  .object({
    ref: z.string(),
    role: z.string(),
    unit: z.string().optional(),
    /** The day of the last login. */
    seen: z.string(),
  })
  .openapi("Colleague");

export function deskColleagueRoutes(deps: Deps) {
  const list = createRoute({
    method: "get",
    path: "/api/desk/colleagues",
    tags: ["Desk"],
    summary: "The units, and the staff by pseudonym, that a case can be handed to",
    ...desk(deps, "case:place"),
    responses: {
      200: json(
        z.object({ units: z.array(z.string()), colleagues: z.array(colleague) }),
        "Whoever has logged in within thirteen months.",
      ),
      ...refusals,
    },
  });
  return router().openapi(list, async (c) => c.json(await listColleagues(deps, c.get("staff")), 200));
}
