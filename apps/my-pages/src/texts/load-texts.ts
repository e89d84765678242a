/** Swedish is in the first load; English comes when it is asked for. The questions' words come with the answers. */
import type { Language } from "@tillit/law-reference";
import type { QuestionnaireTexts } from "@tillit/application-case";
import { createContext, type Context } from "preact";
import { useContext } from "preact/hooks";
import type { MyTexts } from "./my-texts.ts";
import { sv } from "./sv.ts";

export async function loadTexts(language: Language): Promise<MyTexts> {
  return language === "sv" ? sv : (await import("./en.ts")).en;
}

/** The words of the questions in a language. */
export async function loadQuestions(language: Language): Promise<QuestionnaireTexts> {
  return language === "sv"
    ? (await import("@tillit/application-case/sv")).sv
    : (await import("@tillit/application-case/en")).en;
}

export const TextsContext: Context<MyTexts> = createContext<MyTexts>(sv);

export function useTexts(): MyTexts {
  return useContext(TextsContext);
}
