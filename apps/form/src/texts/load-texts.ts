/** The form's own words in Swedish are in the first load; the questions' words and English come after. */
import type { Language } from "@tillit/law-reference";
import type { QuestionnaireTexts } from "@tillit/application-case";
import type { FormTexts } from "./form-texts.ts";
import { sv } from "./sv.ts";

/** What the first page needs. */
export interface FirstTexts {
  readonly language: Language;
  readonly form: FormTexts;
}

export interface AllTexts extends FirstTexts {
  readonly questions: QuestionnaireTexts;
}

/** The form's own words in a language. */
export async function loadFirstTexts(language: Language): Promise<FirstTexts> {
  return { language, form: language === "sv" ? sv : (await import("./en.ts")).en };
}

/** All words in a language. */
export async function loadTexts(language: Language): Promise<AllTexts> {
  const [first, questions] = await Promise.all([
    loadFirstTexts(language),
    language === "sv"
      ? import("@tillit/application-case/sv").then(({ sv: words }) => words)
      : import("@tillit/application-case/en").then(({ en: words }) => words),
  ]);
  return { ...first, questions };
}
