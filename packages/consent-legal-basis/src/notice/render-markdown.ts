import { escapeMarkdown } from "./escape.ts";
import type { NoticeBlock, NoticeDocument } from "./notice-document.ts";

/** The notice as Markdown; terms as bold list items. */
export function noticeMarkdown(notice: NoticeDocument): string {
  return `# ${escapeMarkdown(notice.title)}\n\n${notice.blocks.map(block).join("\n\n")}\n`;
}

function block(one: NoticeBlock): string {
  if (one.kind === "h") return `## ${escapeMarkdown(one.text)}`;
  if (one.kind === "dl" && one.items !== undefined) {
    return one.items
      .map(
        ({ term, text }) => `- **${escapeMarkdown(term)}**: ${escapeMarkdown(text).replace(/\n/g, "\n  ")}`,
      )
      .join("\n");
  }
  if (one.kind === "table" && one.rows !== undefined) {
    const [head = [], ...rest] = one.rows.map((row) => row.map(escapeMarkdown));
    return [head, head.map(() => "---"), ...rest].map((row) => `| ${row.join(" | ")} |`).join("\n");
  }
  return escapeMarkdown(one.text);
}
