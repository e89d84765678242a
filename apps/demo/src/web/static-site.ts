/**
 * Serves one built web app from memory. Only files that were in the build folder at start can be asked for, so a
 * path that climbs out of it finds nothing.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { type App, pageHeaders } from "@tillit/web-kit/page-headers";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

interface Page {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Named by the hash of its content, so it may be kept for ever. */
  readonly immutable: boolean;
  packed?: Buffer;
}

export class NotBuilt extends Error {
  override readonly name = "NotBuilt";
}

export type Site = (request: Request) => Response;

function page(name: string, body: Buffer): Page {
  return {
    body,
    type: contentTypes[extname(name)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    immutable: name.startsWith("/assets/"),
  };
}

function read(root: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const name = `/${file
      .slice(root.length + 1)
      .split(sep)
      .join("/")}`;
    pages.set(name, page(name, readFileSync(file)));
  }
  return pages;
}

/** A handler for one app's build folder; `extra` adds files of this deployment, such as /tillit-config.json. */
export function staticSite(app: App, root: string, extra: Readonly<Record<string, string>>): Site {
  if (!existsSync(join(root, "index.html"))) {
    throw new NotBuilt(`The ${app} app is not built. Run "npx pnpm@12 build" first.`);
  }
  const pages = read(root);
  for (const [name, body] of Object.entries(extra)) pages.set(name, page(name, Buffer.from(body)));
  const fixed = pageHeaders(app);

  const find = (path: string): Page | undefined => {
    const exact = pages.get(path);
    if (exact !== undefined) return exact;
    // An address of the app's own router: no file, so the app itself answers.
    return extname(path) === "" ? pages.get("/index.html") : undefined;
  };

  return (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { ...fixed, allow: "GET, HEAD" } });
    }
    const found = find(new URL(request.url).pathname);
    if (found === undefined) return new Response("Sidan finns inte.", { status: 404, headers: fixed });
    const headers: Record<string, string> = {
      ...fixed,
      "cache-control": found.immutable ? "public, max-age=31536000, immutable" : "no-cache",
      "content-type": found.type,
      etag: found.etag,
      vary: "accept-encoding",
    };
    if (request.headers.get("if-none-match") === found.etag)
      return new Response(null, { status: 304, headers });
    let body = found.body;
    if (found.body.length > 1024 && /\bgzip\b/u.test(request.headers.get("accept-encoding") ?? "")) {
      body = found.packed ??= gzipSync(found.body, { level: 9 });
      headers["content-encoding"] = "gzip";
    }
    headers["content-length"] = String(body.length);
    return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { status: 200, headers });
  };
}
