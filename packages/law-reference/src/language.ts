/** The languages that every text exists in, the first being the one of the law. */
export const languages = ["sv", "en"] as const;

/** The language that somebody reads in. */
export type Language = (typeof languages)[number];

/** One text in every language; none may be empty. */
export type Localized = Readonly<Record<Language, string>>;

/** A text that must exist in Swedish; another language falls back to it. */
export interface SwedishFirst {
  readonly sv: string;
  readonly en?: string | undefined;
}

/**
 * Whether a value from outside names one of the languages.
 *
 * @example
 * isLanguage("sv"); // true
 * isLanguage("sv-SE"); // false
 */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The text in a language, else in Swedish.
 *
 * @example
 * textIn({ sv: "gallras" }, "en"); // "gallras"
 */
export function textIn(text: SwedishFirst, language: Language): string {
  return text[language] ?? text.sv;
}
