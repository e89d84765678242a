import type { MiddlewareHandler } from "hono";

const everywhere: readonly (readonly [string, string])[] = [
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-resource-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cache-control", "no-store"],
];

/** Set before the handler runs, which keeps the server's fast path; a route may then say otherwise for itself. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const headers = secure
    ? [...everywhere, ["strict-transport-security", "max-age=31536000; includeSubDomains"] as const]
    : everywhere;
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    await next();
  };
}
