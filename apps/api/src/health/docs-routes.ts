/** The reference one can browse: Scalar's own file served from here, no script or font from anywhere else. */
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import type { Env } from "../openapi/env.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tillit API</title></head>
<body><div id="app"></div><script src="/api/docs/scalar.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const start = `Scalar.createApiReference("#app", { url: "/api/openapi.json", telemetry: false, withDefaultFonts: false,
  agent: { disabled: true }, mcp: { disabled: true }, hideClientButton: true, persistAuth: false });`;

let scalar: Buffer<ArrayBuffer> | undefined;

/** Put beside the program when it is built, so that one file is deployed and not the hundred packages behind it. */
const built = new URL("./scalar.js", import.meta.url);

function fromPackage(): string {
  const { resolve } = createRequire(import.meta.url);
  return join(dirname(resolve("@scalar/api-reference")), "browser", "standalone.js");
}

function scalarScript(): Buffer<ArrayBuffer> {
  scalar ??= readFileSync(existsSync(built) ? built : fromPackage()) as Buffer<ArrayBuffer>;
  return scalar;
}

export function docsRoutes() {
  const script = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=3600",
  };
  return new Hono<Env>()
    .get("/api/docs", (c) =>
      c.body(page, 200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }),
    )
    .get("/api/docs/start.js", (c) => c.body(start, 200, script))
    .get("/api/docs/scalar.js", (c) => c.body(scalarScript(), 200, script));
}
