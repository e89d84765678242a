/**
 * What happens to every request before and after its route, in one step: an id, headers, limits, a line in the log and
 * a count. One middleware instead of one each, and nothing that takes the answer off the server's fast path, as this
 * is paid for with every request.
 */
import type { MiddlewareHandler } from "hono";
import type { Deps } from "../deps.ts";
import { answerProblem } from "../problem.ts";
import { Answer } from "./response.ts";
import { bodyLimit } from "./bounds/limits.ts";
import type { Metrics } from "./metrics.ts";
import { rateLimit } from "./bounds/rate-limit.ts";
import { nodeSide } from "./node-side.ts";
import { pattern, requestIds } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";

/** Throws nothing: a refusal here is answered, logged and counted as any other answer. */
export function edge(deps: Deps, metrics: Metrics): MiddlewareHandler {
  const { log, rate, clock } = deps;
  const nextId = requestIds(deps.random);
  const headers = securityHeaders(deps.session.secure);
  const flat = headers.flat();
  const limits = [bodyLimit(deps.maxBlobBytes), ...(rate === undefined ? [] : [rateLimit(rate, clock)])];
  return async (c, next) => {
    const began = performance.now();
    const requestId = nextId();
    c.set("requestId", requestId);
    const outgoing = nodeSide(c)?.outgoing;
    // Straight to the server: a route's own headers are laid over these when the answer is written.
    if (outgoing instanceof Answer) outgoing.everywhere = ["x-request-id", requestId, ...flat];
    else {
      const set = (name: string, value: string): unknown =>
        outgoing === undefined ? c.header(name, value) : outgoing.setHeader(name, value);
      set("x-request-id", requestId);
      for (const [name, value] of headers) set(name, value);
    }
    let refused = false;
    for (const limit of limits) {
      const problem = limit(c);
      if (problem === undefined) continue;
      c.res = answerProblem(c, problem, requestId);
      refused = true;
      break;
    }
    if (!refused) await next();
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const { method } = c.req;
    const route = pattern(c);
    const { status } = c.res;
    metrics.observe(method, route, status, ms);
    log.info({ requestId, method, route, status, ms });
  };
}
