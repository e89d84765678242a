import type { Context } from "hono";
import { Problem } from "../../problem.ts";
import { requestHeader } from "../node-side.ts";

const mebibyte = 1024 * 1024;

/** Enough for the largest manifest and keyring that the format allows, and for sealed words in base64. */
const jsonBytes = 4 * mebibyte;

/** Content types whose bodies are streamed to the store. */
const sealedBytes: ReadonlySet<string> = new Set(["application/octet-stream", "application/partial-upload"]);

/** Why a request is not taken; undefined when it is. */
export type Limit = (c: Context) => Problem | undefined;

/**
 * Says no by the announced length, before a byte is read; a body without one is refused, so nothing can grow.
 * (Hono's own bodyLimit takes the request off the server's fast path: measured five times dearer.)
 */
export function bodyLimit(maxBlobBytes: number): Limit {
  return (c) => {
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return undefined;
    if (requestHeader(c, "transfer-encoding") !== undefined) return new Problem("LENGTH_REQUIRED");
    const type = requestHeader(c, "content-type");
    const length = Number(requestHeader(c, "content-length") ?? 0);
    if (!Number.isSafeInteger(length) || length < 0) return new Problem("LENGTH_REQUIRED");
    const most = type !== undefined && sealedBytes.has(type) ? maxBlobBytes : jsonBytes;
    if (length > most) return new Problem("TOO_LARGE");
    return length > 0 && type === undefined ? new Problem("MEDIA_TYPE") : undefined;
  };
}
