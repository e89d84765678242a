import { createContext, type Context } from "preact";
import { useContext } from "preact/hooks";
import { swedish, type AllTexts } from "./texts/load-texts.ts";

export const TextsContext: Context<AllTexts> = createContext<AllTexts>(swedish);

/** All words in the language of the page. */
export function useTexts(): AllTexts {
  return useContext(TextsContext);
}
