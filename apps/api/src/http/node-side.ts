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
  return side === undefined ? c.req.header(name) : side.incoming.headers[name];
}
