import { createContext, type Context } from "preact";
import { useContext } from "preact/hooks";
import type { AllTexts, FirstTexts } from "./texts/load-texts.ts";
import { sv } from "./texts/sv.ts";

export const TextsContext: Context<FirstTexts> = createContext<FirstTexts>({ language: "sv", form: sv });

/** The form's own words in the language of the page. */
export function useFirstTexts(): FirstTexts {
  return useContext(TextsContext);
}

export const AllTextsContext: Context<AllTexts | undefined> = createContext<AllTexts | undefined>(undefined);

/** All words, for views inside the journey. */
export function useTexts(): AllTexts {
  const texts = useContext(AllTextsContext);
  if (texts === undefined) throw new Error("This view belongs inside the journey.");
  return texts;
}
