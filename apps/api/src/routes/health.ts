import { createRoute, z } from "@hono/zod-openapi";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";

const health = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["Operation"],
  summary: "The process answers",
  responses: { 200: json(z.object({ status: z.literal("ok") }), "Alive."), ...refusals },
});

export function healthRoutes() {
  return router().openapi(health, (c) => c.json({ status: "ok" as const }, 200));
}
