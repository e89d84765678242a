/** The person has pressed "log out" in the desk already: the page answers the provider's question by itself. */
import { createHash } from "node:crypto";
import type { Context } from "oidc-provider";

const script = 'document.querySelector("button").click();';
const hash = createHash("sha256").update(script).digest("base64");

/** `form` is the provider's own, already escaped, with its token against forgery. */
export function logoutPage(context: Context, form: string): void {
  context.set(
    "content-security-policy",
    `default-src 'none'; style-src 'self'; script-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
  );
  context.body = `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Logga ut – demo</title><link rel="stylesheet" href="/login.css"></head>
<body><main><h1>Logga ut</h1>${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut ur demons inloggningstjänst</button></p>
</main><script>${script}</script></body></html>`;
}
