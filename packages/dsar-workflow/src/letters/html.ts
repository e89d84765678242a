import { escapeHtml } from "@tillit/text-encoding";
import { page } from "../export/html.ts";
import { dateInWords, type LetterBlock, type LetterDocument } from "./compose.ts";

function block(one: LetterBlock): string {
  if (one.kind === "paragraph") return `<p data-part="${one.part}">${escapeHtml(one.text)}</p>`;
  const items = one.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("");
  return `<ul data-part="${one.part}">${items}</ul>`;
}

/** A letter as one accessible page: language, title, one heading, paragraphs and lists, no script. */
export function letterHtml(letter: LetterDocument): string {
  const { lang, title, date, from, to, blocks } = letter;
  const address = to.length === 0 ? "" : `<address>${to.map(escapeHtml).join("<br>")}</address>`;
  const when = `<p>${escapeHtml(from)}, <time datetime="${date}">${dateInWords(date, lang)}</time></p>`;
  const body = `${when}${address}<h1>${escapeHtml(title)}</h1>${blocks.map(block).join("")}`;
  return page({ lang, title: `${title}, ${from}`, body });
}
