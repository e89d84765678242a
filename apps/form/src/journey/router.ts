/** The URL says which step is shown and in which language, and never anything a person typed. */
import type { Language } from "@tillit/law-reference";
import { isPlace, type Place } from "./places.ts";

/** The place the URL asks for. */
export function askedPlace(search: string): Place {
  const asked = new URLSearchParams(search).get("steg");
  return isPlace(asked) ? asked : "start";
}

/** The language the URL asks for; Swedish otherwise. */
export function askedLanguage(search: string): Language {
  return new URLSearchParams(search).get("lang") === "en" ? "en" : "sv";
}

/** The query of a place in a language; empty for the Swedish start. */
export function queryOf(place: Place, language: Language): string {
  const query = new URLSearchParams();
  if (place !== "start") query.set("steg", place);
  if (language !== "sv") query.set("lang", language);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
