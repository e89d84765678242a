import { z } from "zod";

export type Locale = "sv" | "en";

/** One text in both languages; neither may be empty. */
export type Localized = { readonly sv: string; readonly en: string };

export const localizedSchema: z.ZodType<Localized> = z.object({
  sv: z.string().min(1),
  en: z.string().min(1),
});

/** Joins words as a reader expects: "a, b och c". */
export function listWords(words: readonly string[], locale: Locale): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  if (words.length === 1) return last;
  return `${words.slice(0, -1).join(", ")} ${locale === "sv" ? "och" : "and"} ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
