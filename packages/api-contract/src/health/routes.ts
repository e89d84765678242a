import { createRoute, z } from "@hono/zod-openapi";
import { json, refusals } from "../ground/answers.ts";

const tags = ["Operation"];

const ok = z.object({ status: z.literal("ok") });

export const health = createRoute({
  method: "get",
  path: "/healthz",
  tags,
  summary: "The process answers",
  responses: { 200: json(ok, "Alive."), ...refusals },
});

export const ready = createRoute({
  method: "get",
  path: "/readyz",
  tags,
  summary: "The database answers too, and the erasure journal could be written last",
  responses: { 200: json(ok, "Ready for requests."), ...refusals },
});

export const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  tags,
  summary: "Counts for Prometheus, for who has the token",
  security: [{ metrics: [] }],
  responses: {
    200: {
      description: "Text exposition format.",
      content: { "application/octet-stream": { schema: z.string() } },
    },
    ...refusals,
  },
});
