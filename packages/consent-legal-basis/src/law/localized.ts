import type { Language } from "@tillit/law-reference";

/**
 * Joins words as a reader expects: "a, b och c". Where a word holds the conjunction itself the last one gets
 * another ("a och b, c samt d"); where one holds a comma, semicolons part them.
 */
export function listWords(words: readonly string[], locale: Language): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  if (words.length === 1) return last;
  if (words.some((word) => word.includes(","))) return words.join("; ");
  const first = words.slice(0, -1).join(", ");
  const and = locale === "sv" ? "och" : "and";
  if (!words.some((word) => word.includes(` ${and} `))) return `${first} ${and} ${last}`;
  return locale === "sv" ? `${first} samt ${last}` : `${first}, and ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
