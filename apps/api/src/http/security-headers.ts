const everywhere: readonly (readonly [string, string])[] = [
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-resource-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cache-control", "no-store"],
];

/** Set before the handler runs; a route may then say otherwise for itself. */
export function securityHeaders(secure: boolean): readonly (readonly [name: string, value: string])[] {
  return secure
    ? [...everywhere, ["strict-transport-security", "max-age=31536000; includeSubDomains"]]
    : everywhere;
}
