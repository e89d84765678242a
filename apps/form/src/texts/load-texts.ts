/** Swedish is in the first load; English comes when it is asked for. */
import type { QuestionnaireTexts } from "@tillit/application-case";
import { sv as svQuestions } from "@tillit/application-case/sv";
import type { Language } from "@tillit/web-kit";
import type { FormTexts } from "./form-texts.ts";
import { sv } from "./sv.ts";

export interface AllTexts {
  readonly language: Language;
  readonly form: FormTexts;
  readonly questions: QuestionnaireTexts;
}

export const swedish: AllTexts = { language: "sv", form: sv, questions: svQuestions };

/** All words in a language. */
export async function loadTexts(language: Language): Promise<AllTexts> {
  if (language === "sv") return swedish;
  const [{ en }, { en: questions }] = await Promise.all([
    import("./en.ts"),
    import("@tillit/application-case/en"),
  ]);
  return { language: "en", form: en, questions };
}
