import type { Context } from "hono";
import { streamFrom } from "../envelopes/chunks.ts";

async function* bytesOf(
  lines: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const line of lines) yield Buffer.from(line);
}

/** An export of lines as a file, streamed. */
export function sendLines(
  c: Context,
  lines: AsyncGenerator<string, void, undefined>,
  name: string,
): Response {
  return c.body(streamFrom(bytesOf(lines)), 200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename=${name}`,
  });
}
