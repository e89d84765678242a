/** A reader is told what holds a record by its ground, never by the hold's id. */
import type { Language, Localized } from "@tillit/law-reference";
import type { Explanation } from "@tillit/retention-policy";
import { holdGround } from "@tillit/welfare-law";

/** What holds a record without anybody at the desk having placed it. */
const others: ReadonlyMap<string, Localized> = new Map([
  ["request", { sv: "begäran från den registrerade", en: "a request from the data subject" }],
  ["review", { sv: "ett svar på en gallringslista", en: "an answer on a disposal list" }],
  ["complaint", { sv: "klagomål till tillsynsmyndigheten", en: "a complaint to the supervisory authority" }],
]);

/** The explanation with the grounds of its holds in place of their ids; one ground is named once. */
export function heldInWords(explanation: Explanation, language: Language): Explanation {
  const { disposition, facts } = explanation;
  if (disposition.heldBy === undefined) return explanation;
  const matters = new Map((facts.holds ?? []).map(({ id, matter }) => [id, matter]));
  const names = disposition.heldBy.map((id) => {
    const matter = matters.get(id) ?? "";
    return (holdGround(matter)?.text ?? others.get(matter))?.[language] ?? id;
  });
  return { ...explanation, disposition: { ...disposition, heldBy: [...new Set(names)] } };
}
