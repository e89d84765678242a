import { OpenAPIHono } from "@hono/zod-openapi";
import { bounds, boundedBody } from "../http/bounds/json-bounds.ts";
import type { Applicant, Session } from "@tillit/login";
import { Problem } from "../problem.ts";

/** What middleware puts on a request for the handlers. */
export interface Env {
  Variables: { requestId: string; staff: Session; applicant: Applicant };
}

type Adding = OpenAPIHono<Env>["openapi"];
type Route = Parameters<Adding>[0] & { readonly "x-most-bytes"?: number };
type Rest = Parameters<Adding> extends [unknown, ...infer Others] ? Others : never;

/**
 * A router whose validation answers as every other refusal: a code, never the input; and which lets no body come to it
 * that a look finds too large. A route that says of nobody that they must be known is a stranger's.
 */
export function router(): OpenAPIHono<Env> {
  const made = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem("INPUT_INVALID");
    },
  });
  const { openapi } = made;
  return Object.assign(made, {
    openapi: (route: Route, ...rest: Rest) => {
      if (route.request?.body === undefined) return openapi(route, ...rest);
      const most = route.security === undefined ? bounds.stranger : bounds.known;
      const bytes = route["x-most-bytes"] ?? most.bytes;
      const before = [route.middleware ?? []].flat();
      return openapi({ ...route, middleware: [...before, boundedBody({ ...most, bytes })] }, ...rest);
    },
  });
}
