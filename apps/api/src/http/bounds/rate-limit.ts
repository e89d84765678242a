/** So many requests a minute from one network and from one session; kept in memory, as counts under hashes. */
import { hash } from "node:crypto";
import type { Context } from "hono";
import { Problem } from "../../problem.ts";
import type { Limit } from "./limits.ts";
import { nodeSide, requestHeader } from "../node-side.ts";

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

/** Connections stay open for many requests, and their other end stays the same. */
const networks = new WeakMap<object, string>();

function networkKey(c: Context, proxies: number): string {
  if (proxies > 0) {
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
    return hashOf(`n ${networkOf(hops.at(-proxies) ?? "")}`);
  }
  const socket = nodeSide(c)?.incoming.socket;
  const known = socket && networks.get(socket);
  if (known !== undefined) return known;
  const key = hashOf(`n ${networkOf(socket?.remoteAddress ?? "")}`);
  if (socket !== undefined) networks.set(socket, key);
  return key;
}

function hashOf(key: string): string {
  return hash("sha256", key, "base64url").slice(0, 16);
}

export function rateLimit({ perNetwork, perSession, proxies }: RateLimit, clock: () => Date): Limit {
  let counts = new Map<string, { spent: number }>();
  let window = 0;
  const spent = (key: string, most: number): boolean => {
    let count = counts.get(key);
    if (count === undefined) counts.set(key, (count = { spent: 0 }));
    count.spent += 1;
    return count.spent > most;
  };
  return (c) => {
    const now = Math.floor(clock().getTime() / windowMs);
    if (now !== window) {
      window = now;
      counts = new Map();
    }
    const session = requestHeader(c, "authorization") ?? requestHeader(c, "cookie");
    const tooMany =
      spent(networkKey(c, proxies), perNetwork) ||
      (session !== undefined && spent(hashOf(`s ${session}`), perSession));
    if (!tooMany) return undefined;
    c.header("retry-after", "60");
    return new Problem("TOO_MANY_REQUESTS");
  };
}
