/** So many requests a minute from one network and from one session; kept in memory, as counts under hashes. */
import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { Problem } from "../problem.ts";

export interface RateLimit {
  readonly perNetwork: number;
  readonly perSession: number;
  /** How many proxies of our own stand in front: the address is taken that far from the right. */
  readonly proxies: number;
}

const windowMs = 60_000;

/** The network an address belongs to: /24 of IPv4, /64 of IPv6. One person's devices share it, and so may a home. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (four?.[1] !== undefined) return four[1];
  const [head = ""] = address.split("::");
  return head.split(":").slice(0, 4).join(":");
}

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

function addressOf(c: Context, proxies: number): string {
  if (proxies > 0) {
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
    return hops.at(-proxies) ?? "";
  }
  return (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? "";
}

export function limitRate(
  { perNetwork, perSession, proxies }: RateLimit,
  clock: () => Date,
): MiddlewareHandler {
  let counts = new Map<string, number>();
  let window = 0;
  const spend = (key: string, most: number): void => {
    const hash = createHash("sha256").update(key).digest("base64url").slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (count > most) throw new Problem("TOO_MANY_REQUESTS");
  };
  return async (c, next) => {
    const now = Math.floor(clock().getTime() / windowMs);
    if (now !== window) {
      window = now;
      counts = new Map();
    }
    c.header("retry-after", "60");
    spend(`n ${networkOf(addressOf(c, proxies))}`, perNetwork);
    const session = c.req.header("authorization") ?? c.req.header("cookie");
    if (session !== undefined) spend(`s ${session}`, perSession);
    c.header("retry-after", undefined);
    await next();
  };
}
