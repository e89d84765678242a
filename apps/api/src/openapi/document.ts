import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Handler } from "hono";
import type { Env } from "./router.ts";

/** What the generated OpenAPI document says about the whole. */
export const documentInfo = {
  openapi: "3.1.0",
  info: {
    title: "Tillit API",
    version: "0.1.0",
    description:
      "Receives, keeps and hands out sealed foster-care applications. It has no key that opens them: bodies carry ciphertext, states, dates and hashes.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
};

/** Made at the first question: it takes as long as hundreds of other answers, and stays the same. */
export function documentRoute(app: OpenAPIHono<Env>): Handler<Env> {
  let text: string | undefined;
  return (c) => {
    text ??= JSON.stringify(app.getOpenAPI31Document(documentInfo));
    return c.body(text, 200, { "content-type": "application/json" });
  };
}

export const securitySchemes = {
  session: { type: "apiKey", in: "cookie", name: "tillit-session", description: "Staff, by OpenID Connect." },
  receipt: {
    type: "http",
    scheme: "bearer",
    description: "An applicant, by proof of possession of a receipt.",
  },
  metrics: { type: "http", scheme: "bearer", description: "The operator, for counts only." },
} as const;
