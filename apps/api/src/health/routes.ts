import { timingSafeEqual } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { Metrics } from "../http/metrics.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { Problem } from "../problem.ts";

const tags = ["Operation"];
const ok = z.object({ status: z.literal("ok") });

const health = createRoute({
  method: "get",
  path: "/healthz",
  tags,
  summary: "The process answers",
  responses: { 200: json(ok, "Alive."), ...refusals },
});

const ready = createRoute({
  method: "get",
  path: "/readyz",
  tags,
  summary: "The database answers too, and the erasure journal could be written last",
  responses: { 200: json(ok, "Ready for requests."), ...refusals },
});

const metricsRoute = createRoute({
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

function knows(token: string, c: Context): boolean {
  const given = Buffer.from(c.req.header("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function sendText(c: Context, text: string): Response {
  return c.body(text, 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
}

export function healthRoutes({ store, erasures, metricsToken }: Deps, metrics: Metrics) {
  return router()
    .openapi(health, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(ready, async (c) => {
      await store.ping().catch(() => {
        throw new Problem("NOT_READY");
      });
      if (erasures?.failing === true) throw new Problem("NOT_READY", "JOURNAL_UNWRITABLE");
      return c.json({ status: "ok" as const }, 200);
    })
    .openapi(metricsRoute, (c) => {
      if (metricsToken === undefined || !knows(metricsToken, c)) throw new Problem("NOT_FOUND");
      return sendText(c, metrics.text());
    });
}
