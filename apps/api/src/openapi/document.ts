import type { OpenAPIHono } from "@hono/zod-openapi";
import { documentInfo } from "@tillit/api-contract/document";
import type { Handler } from "hono";
import type { Env } from "./env.ts";

/** Made at the first question: it takes as long as hundreds of other answers, and stays the same. */
export function documentRoute(app: OpenAPIHono<Env>): Handler<Env> {
  let text: string | undefined;
  return (c) => {
    text ??= JSON.stringify(app.getOpenAPI31Document(documentInfo));
    return c.body(text, 200, { "content-type": "application/json" });
  };
}
