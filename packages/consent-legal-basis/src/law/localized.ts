import { z } from "zod";

export type Locale = "sv" | "en";

/** One text in both languages; neither may be empty. */
export type Localized = { readonly sv: string; readonly en: string };

export const localizedSchema: z.ZodType<Localized> = z.object({
  sv: z.string().min(1),
  en: z.string().min(1),
});

/** Joins words as a reader expects: "a, b och c"; with semicolons where a word is itself a list. */
export function listWords(words: readonly string[], locale: Locale): string {
  const and = locale === "sv" ? "och" : "and";
  const last = words.at(-1);
  if (last === undefined) return "";
  if (words.length === 1) return last;
  if (words.some((word) => word.includes(",") || word.includes(` ${and} `))) return words.join("; ");
  return `${words.slice(0, -1).join(", ")} ${and} ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
