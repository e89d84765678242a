/** From a decision to the facts of its letter, so that the letter says what was decided and nothing else. */
import type { Localized } from "@tillit/law-reference";
import type { Decision } from "../decision/decision.ts";
import type { Ref } from "../case/request.ts";
import { givenBy, type OutcomeKind } from "../review/outcome.ts";
import type { LetterFacts } from "./compose.ts";

const inPart: Readonly<Partial<Record<OutcomeKind, Localized>>> = {
  redact: { sv: "delar är dolda", en: "parts are hidden" },
  deidentify: { sv: "utan uppgift om vilka andra det gäller", en: "without telling who the others are" },
  reserve: { sv: "med förbehåll", en: "on condition" },
};

const everything: Localized = { sv: "Allt som begärdes", en: "All that was asked for" };

/**
 * The facts `given`, `withheld` and `provisions` of a decision letter. Each provision stands once; an item given in part
 * stands among both. Nothing is named that was not handed in as a title.
 *
 * @param titles - how each item is called towards the person; a withheld item's title must reveal nothing
 */
export function decisionFacts(
  { items, provisions, outcome }: Decision,
  { lang, titles }: { readonly lang: keyof Localized; readonly titles: ReadonlyMap<Ref, string> },
): LetterFacts {
  const given: string[] = [];
  const withheld: string[] = [];
  for (const { id, outcome: one } of items) {
    const title = titles.get(id) ?? id;
    const share = givenBy(one.kind);
    const note = inPart[one.kind]?.[lang];
    if (share !== "nothing") given.push(note === undefined ? title : `${title} (${note})`);
    if (share !== "all") withheld.push(note === undefined ? title : `${title} (${note})`);
  }
  if (items.length === 0 && outcome === "refused") withheld.push(everything[lang]);
  const cited = [...new Set(provisions.map(({ act, at }) => `${act} ${at}`))];
  return {
    ...(given.length === 0 ? {} : { given }),
    ...(withheld.length === 0 ? {} : { withheld }),
    ...(cited.length === 0 ? {} : { provisions: cited }),
  };
}
