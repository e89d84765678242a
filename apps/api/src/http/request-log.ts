import type { Context } from "hono";
import { routePath } from "hono/route";

const idBytes = 12;
const drawnAtOnce = 256;

/** Random ids of 16 characters; entropy is drawn for many at a time. */
export function requestIds(random: (bytes: number) => Uint8Array): () => string {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = Buffer.from(random(idBytes * drawnAtOnce));
      at = 0;
    }
    at += idBytes;
    return pool.toString("base64url", at - idBytes, at);
  };
}

/**
 * The pattern of the route that answered, for the log and the counts: never the address itself. The unmatched share
 * one name.
 */
export function pattern(c: Context): string {
  const path = routePath(c, -1);
  return path.includes("*") ? "(none)" : path;
}
