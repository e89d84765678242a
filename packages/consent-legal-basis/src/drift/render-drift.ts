import type { Language } from "@tillit/law-reference";
import { shortCite } from "../law/law-ref.ts";
import type { DriftReport } from "./drift.ts";

const words = {
  sv: {
    title: "Publicerad text mot modell",
    kept: (kept: number, total: number) => `${kept} av modellens ${total} påståenden finns i texten.`,
    change: {
      none: "Ingen skillnad.",
      cosmetic: "Bara ordval och form skiljer.",
      material: "Innehållet skiljer.",
    },
    action: {
      none: "Inget behöver göras.",
      "re-notify": "Informera de registrerade på nytt.",
      "re-consent": "Informera på nytt och begär nytt samtycke.",
    },
    model: "modellen",
    text: "texten",
  },
  en: {
    title: "Published text against model",
    kept: (kept: number, total: number) => `${kept} of the model's ${total} statements are in the text.`,
    change: {
      none: "No difference.",
      cosmetic: "Only wording and form differ.",
      material: "The content differs.",
    },
    action: {
      none: "Nothing needs to be done.",
      "re-notify": "Tell the data subjects again.",
      "re-consent": "Tell them again and ask for new consent.",
    },
    model: "the model",
    text: "the text",
  },
} as const;

/** The report as Markdown for a person: the verdict first, then item by item. */
export function driftMarkdown(report: DriftReport, locale: Language, excerpts: boolean = true): string {
  const say = words[locale];
  const lines = [
    `# ${say.title}`,
    "",
    `${say.change[report.change]} ${say.action[report.action]} ${say.kept(report.kept, report.total)}`,
  ];
  for (const { code, ref, message, law, expected, published } of report.findings) {
    lines.push(
      "",
      `## ${ref ?? "–"} ${message[locale]}`,
      "",
      `${code}, ${law.map(shortCite).join(", ")}`,
      "",
    );
    lines.push(...expected.map((text) => `- ${say.model}: ${text}`));
    if (excerpts) lines.push(...published.map((text) => `- ${say.text}: ${text}`));
    else if (published.length > 0) lines.push(`- ${say.text}: ${published.length}`);
  }
  return `${lines.join("\n")}\n`;
}
