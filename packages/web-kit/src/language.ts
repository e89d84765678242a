import type { Language } from "@tillit/law-reference";
import { createContext, type Context } from "preact";
import { useContext } from "preact/hooks";

/** The words the kit's own parts say. */
export interface KitTexts {
  readonly skip: string;
  readonly back: string;
  readonly next: string;
  readonly optional: string;
  readonly errorTitle: string;
  readonly errorPrefix: string;
  readonly stepOf: (step: number, of: number) => string;
  readonly otherLanguage: string;
  readonly cancel: string;
  readonly remove: string;
  readonly addFile: string;
  readonly charactersLeft: (count: number) => string;
  readonly wronglySetUp: (code: string) => string;
}

const sv: KitTexts = {
  skip: "Hoppa till innehållet",
  back: "Tillbaka",
  next: "Fortsätt",
  optional: "(frivilligt)",
  errorTitle: "Något behöver rättas",
  errorPrefix: "Fel:",
  stepOf: (step, of) => `Steg ${step} av ${of}`,
  otherLanguage: "In English",
  cancel: "Avbryt",
  remove: "Ta bort",
  addFile: "Välj filer",
  charactersLeft: (count) => `${count} tecken kvar`,
  wronglySetUp: (code) =>
    `Sidan är felaktigt inställd (${code}). Ingenting har skickats. Kontakta den som driver sidan.`,
};

const en: KitTexts = {
  skip: "Skip to content",
  back: "Back",
  next: "Continue",
  optional: "(optional)",
  errorTitle: "Something needs correcting",
  errorPrefix: "Error:",
  stepOf: (step, of) => `Step ${step} of ${of}`,
  otherLanguage: "På svenska",
  cancel: "Cancel",
  remove: "Remove",
  addFile: "Choose files",
  charactersLeft: (count) => `${count} characters left`,
  wronglySetUp: (code) =>
    `This site is set up wrongly (${code}). Nothing has been sent. Contact its operator.`,
};

/** The kit's words by language. */
export const kitTexts: Readonly<Record<Language, KitTexts>> = { sv, en };

/** The language of everything below; Swedish where nobody said otherwise. */
export const LanguageContext: Context<Language> = createContext<Language>("sv");

/** The kit's words in the language of the page. */
export function useKitTexts(): KitTexts {
  return kitTexts[useContext(LanguageContext)];
}
