import type { Language } from "@tillit/law-reference";
import type { QuestionId } from "../questionnaire/question-id.ts";
import { en } from "./en.ts";
import type { QuestionnaireTexts, QuestionText } from "./question-text.ts";
import { sv } from "./sv.ts";

const languages: Record<Language, QuestionnaireTexts> = { sv, en };

/** The words of a question in a language. */
export function questionText(language: Language, id: QuestionId): QuestionText {
  return languages[language].questions[id];
}

/** The words of one option; a code this version has no words for is shown as the code. */
export function optionText(language: Language, id: QuestionId, code: string): string {
  return questionText(language, id).options?.[code] ?? code;
}
