import { escapeHtml } from "@tillit/text-encoding";
import type { NoticeBlock, NoticeDocument } from "./notice-document.ts";

const style = [
  ":root{color-scheme:light dark}",
  "body{margin:0 auto;max-width:42rem;padding:1.5rem;font:1.0625rem/1.6 system-ui,sans-serif}",
  "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:2rem 0 .5rem}",
  "dt{font-weight:600;margin-top:.75rem}dd{margin:0 0 .5rem}dd,p{white-space:pre-line}",
  "table{border-collapse:collapse}th,td{border:1px solid;padding:.25rem .5rem;text-align:left}",
].join("");

/** The notice as one HTML page, or as a fragment to put into one; headings from level 2. */
export function noticeHtml(notice: NoticeDocument, shape: "page" | "fragment" = "page"): string {
  const body = notice.blocks.map(block).join("\n");
  const title = escapeHtml(notice.title);
  const main = `<h1>${title}</h1>\n${body}`;
  if (shape === "fragment") return `<section lang="${notice.locale}">\n${main}\n</section>\n`;
  return [
    "<!doctype html>",
    `<html lang="${notice.locale}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<main>\n${main}\n</main>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function block(one: NoticeBlock): string {
  const ref = ` data-ref="${one.ref}"`;
  if (one.kind === "h") return `<h2${ref}>${escapeHtml(one.text)}</h2>`;
  if (one.kind === "dl" && one.items !== undefined) {
    const items = one.items.map(
      ({ term, text }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`,
    );
    return `<dl${ref}>\n${items.join("\n")}\n</dl>`;
  }
  if (one.kind === "table" && one.rows !== undefined) {
    const [head = [], ...rest] = one.rows;
    const cells = (row: readonly string[], tag: string): string =>
      `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag.split(" ")[0] ?? tag}>`).join("")}</tr>`;
    return `<table${ref}>\n${cells(head, 'th scope="col"')}\n${rest.map((row) => cells(row, "td")).join("\n")}\n</table>`;
  }
  return `<p${ref}>${escapeHtml(one.text)}</p>`;
}
