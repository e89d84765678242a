import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { Metrics } from "./metrics.ts";

/**
 * One line a request: id, method, the route's pattern (never the address itself), status, milliseconds. No body, no
 * query, no address of the sender.
 */
export function logRequests(
  log: Logger,
  random: (bytes: number) => Uint8Array,
  metrics: Metrics,
): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    const requestId = Buffer.from(random(12)).toString("base64url");
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const { method } = c.req;
    const route = pattern(c);
    const { status } = c.res;
    metrics.observe(method, route, status, ms);
    log.info({ requestId, method, route, status, ms });
  };
}

/** The pattern of the route that answered; the unmatched share one name. */
export function pattern(c: Context): string {
  const path = routePath(c, -1);
  return path.includes("*") ? "(none)" : path;
}
