/** A reader is told what holds a record by its ground, never by the hold's id. */
import type { Language } from "@tillit/law-reference";
import type { Explanation } from "@tillit/retention-policy";
import { holdGrounds } from "../holds/hold-rules.ts";

/** What holds a record without anybody at the desk having placed it. */
const others = {
  request: { sv: "begäran från den registrerade", en: "a request from the data subject" },
  review: { sv: "ett svar på en gallringslista", en: "an answer on a disposal list" },
  complaint: { sv: "klagomål till tillsynsmyndigheten", en: "a complaint to the supervisory authority" },
} as const;

/** The explanation with the grounds of its holds in place of their ids; one ground is named once. */
export function heldInWords(explanation: Explanation, language: Language): Explanation {
  const { disposition, facts } = explanation;
  if (disposition.heldBy === undefined) return explanation;
  const matters = new Map((facts.holds ?? []).map(({ id, matter }) => [id, matter]));
  const words: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
    ...holdGrounds,
    ...others,
  };
  const names = disposition.heldBy.map((id) => words[matters.get(id) ?? ""]?.[language] ?? id);
  return { ...explanation, disposition: { ...disposition, heldBy: [...new Set(names)] } };
}
