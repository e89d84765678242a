/** The headers of the three web apps: nothing from elsewhere, nothing inline, no string becomes script. */
export type App = "form" | "my-pages" | "desk";

/** Form and my pages seal and open in a worker, whose address one named policy checks; the desk has none. */
const trustedTypes: Readonly<Record<App, string>> = {
  form: "seal-worker",
  "my-pages": "seal-worker",
  desk: "'none'",
};

/** Headers of every static answer of one app, cache-control apart. */
export function pageHeaders(app: App): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes[app]}`,
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
