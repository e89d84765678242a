/** The language of the desk: Swedish unless the user chooses English. Kept in memory only. */
import type { Language } from "@tillit/law-reference";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { sv, type Texts } from "./sv.ts";

export interface Words {
  readonly lang: Language;
  readonly texts: Texts;
  readonly choose: (lang: Language) => void;
}

export const WordsContext = createContext<Words>({ lang: "sv", texts: sv, choose: () => undefined });

export function useTexts(): Words {
  return useContext(WordsContext);
}

const zone = "Europe/Stockholm";

/** A calendar date as the reader writes it; anything else is shown as it came. */
export function showDate(text: string | undefined, lang: Language): string {
  if (text === undefined) return "–";
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T12:00:00Z` : text;
  const at = new Date(day);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat(lang === "sv" ? "sv-SE" : "en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  }).format(at);
}

/** An instant with hours and minutes, Swedish time. */
export function showTime(text: string, lang: Language): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat(lang === "sv" ? "sv-SE" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(at);
}
