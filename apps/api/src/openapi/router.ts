import { OpenAPIHono } from "@hono/zod-openapi";
import type { Gated } from "@tillit/api-contract/ground/gates";
import type { MiddlewareHandler } from "hono";
import type { Deps } from "../deps.ts";
import { gatesOf } from "../http/guard.ts";
import { bounds, boundedBody } from "../http/bounds/json-bounds.ts";
import type { Env } from "./env.ts";
import { Problem } from "../problem.ts";

type Adding = OpenAPIHono<Env>["openapi"];
type Route = Parameters<Adding>[0] & Gated & { readonly "x-most-bytes"?: number };
type Rest = Parameters<Adding> extends [unknown, ...infer Others] ? Others : never;

/**
 * A router whose validation answers as every other refusal: a code, never the input; which puts up the gates that the
 * contract asks for; and which lets no body come to it that a look finds too large.
 */
export function router(deps: Deps): OpenAPIHono<Env> {
  const made = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem("INPUT_INVALID");
    },
  });
  const { openapi } = made;
  return Object.assign(made, {
    openapi: (route: Route, ...rest: Rest) => {
      const middleware: MiddlewareHandler<Env>[] = gatesOf(deps, route);
      if (route.request?.body !== undefined) {
        const most = route.security === undefined ? bounds.stranger : bounds.known;
        middleware.push(boundedBody({ ...most, bytes: route["x-most-bytes"] ?? most.bytes }));
      }
      return openapi({ ...route, middleware }, ...rest);
    },
  });
}
