import type { MiddlewareHandler } from "hono";
import { Problem } from "../problem.ts";

const mebibyte = 1024 * 1024;

/** Enough for the largest manifest and keyring that the format allows, and for sealed words in base64. */
const jsonBytes = 4 * mebibyte;

/**
 * Says no by the announced length, before a byte is read; a body without one is refused, so nothing can grow.
 * (Hono's own bodyLimit takes the request off the server's fast path: measured five times dearer.)
 */
export function limitBodies(maxBlobBytes: number): MiddlewareHandler {
  return async (c, next) => {
    const { method } = c.req;
    if (method !== "GET" && method !== "HEAD") {
      if (c.req.header("transfer-encoding") !== undefined) throw new Problem("LENGTH_REQUIRED");
      const type = c.req.header("content-type");
      const length = Number(c.req.header("content-length") ?? 0);
      if (!Number.isSafeInteger(length) || length < 0) throw new Problem("LENGTH_REQUIRED");
      const most = type === "application/octet-stream" ? maxBlobBytes : jsonBytes;
      if (length > most) throw new Problem("TOO_LARGE");
      if (length > 0 && type === undefined) throw new Problem("MEDIA_TYPE");
    }
    await next();
  };
}
