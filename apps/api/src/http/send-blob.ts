import type { Context } from "hono";

/** Sealed bytes, streamed; never a bare Response, which would go out without the security headers. */
export function sendBlob(
  c: Context,
  { size, body }: { readonly size: number; readonly body: ReadableStream<Uint8Array> },
): Response {
  return c.body(body, 200, {
    "content-type": "application/octet-stream",
    "content-length": String(size),
    "content-disposition": "attachment",
  });
}
