import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { Metrics } from "../http/metrics.ts";
import { router } from "../openapi/router.ts";
import { Problem } from "../problem.ts";
import * as routes from "@tillit/api-contract/health/routes";

function knows(token: string, c: Context): boolean {
  const given = Buffer.from(c.req.header("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function sendText(c: Context, text: string): Response {
  return c.body(text, 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
}

export function healthRoutes(deps: Deps, metrics: Metrics) {
  const { store, erasures, metricsToken } = deps;
  return router(deps)
    .openapi(routes.health, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(routes.ready, async (c) => {
      await store.ping().catch(() => {
        throw new Problem("NOT_READY");
      });
      if (erasures?.failing === true) throw new Problem("NOT_READY", "JOURNAL_UNWRITABLE");
      return c.json({ status: "ok" as const }, 200);
    })
    .openapi(routes.metricsRoute, (c) => {
      if (metricsToken === undefined || !knows(metricsToken, c)) throw new Problem("NOT_FOUND");
      return sendText(c, metrics.text());
    });
}
