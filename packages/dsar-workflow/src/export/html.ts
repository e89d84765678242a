import type { Language } from "@tillit/law-reference";
import { escapeHtml } from "@tillit/text-encoding";

/** HTML built by parts, so that nothing from outside is ever markup. */

const style = [
  ":root{color-scheme:light dark}",
  "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}",
  "h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}",
  "dt{font-weight:600}dd{margin:0 0 .75rem}",
  "article{border-top:1px solid;padding:1rem 0}",
  "pre{white-space:pre-wrap;font:inherit}",
].join("");

/** A whole page: language, title, one main landmark, no script, nothing fetched from elsewhere. */
export function page({ lang, title, body }: { lang: Language; title: string; body: string }): string {
  return [
    `<!doctype html>`,
    `<html lang="${lang}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>`,
    `<body><main>${body}</main></body>`,
    `</html>`,
    ``,
  ].join("\n");
}
