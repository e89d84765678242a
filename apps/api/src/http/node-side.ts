import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";

/** Node's own request and answer below the app; absent where the app is called directly. */
export interface NodeSide {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export function nodeSide(c: Context): NodeSide | undefined {
  const env = c.env as Partial<NodeSide> | undefined;
  return env?.incoming === undefined || env.outgoing === undefined ? undefined : (env as NodeSide);
}

/** A request header; from Node where it is at hand already, as building a Headers object costs more than the look. */
export function requestHeader(
  c: Context,
  name: "authorization" | "content-length" | "content-type" | "cookie" | "transfer-encoding",
): string | undefined {
  const side = nodeSide(c);
  if (side === undefined) return c.req.header(name);
  // Node reads all of them at the first look into `headers`, and most requests have none of these.
  const { rawHeaders } = side.incoming;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] ?? "";
    if (given.length === name.length && given.toLowerCase() === name) return side.incoming.headers[name];
  }
  return undefined;
}
