/** From a decision to the facts of its letter, so that the letter says what was decided and nothing else. */
import type { Language, Localized } from "@tillit/law-reference";
import type { DecisionOutcome } from "../decision/verdict.ts";
import type { Ref } from "../case/request.ts";
import { givenBy, type OutcomeKind } from "../review/outcome.ts";
import type { LetterFacts } from "./letter-facts.ts";

/** What the letter needs of a decision; a `Decision` has it. */
export type DecidedThings = {
  readonly items: readonly { readonly id: Ref; readonly outcome: { readonly kind: OutcomeKind } }[];
  readonly provisions: readonly { readonly act: string; readonly at: string }[];
  readonly outcome: DecisionOutcome;
};

/** How an item that is given in part is called among what is given, and the rest of it among what is not. */
const inPart = {
  redact: {
    given: { sv: "%s (delar är dolda)", en: "%s (parts are hidden)" },
    withheld: { sv: "De dolda delarna: %s", en: "The hidden parts: %s" },
  },
  deidentify: {
    given: {
      sv: "%s (utan uppgift om vilka andra det gäller)",
      en: "%s (without telling who the others are)",
    },
    withheld: { sv: "Vilka andra det gäller: %s", en: "Who the others are: %s" },
  },
} as const satisfies Readonly<Record<string, { readonly given: Localized; readonly withheld: Localized }>>;

const everything: Localized = { sv: "Allt som begärdes", en: "All that was asked for" };

/**
 * The facts `given`, `withheld`, `reserved`, `provisions` and `secrecy` of a decision letter. Each provision stands once.
 * An item given in part stands among what is given, its hidden parts among what is not, and neither line in both.
 * Nothing is named that was not handed in as a title.
 *
 * @param titles - how each item is called towards the person; a withheld item's title must reveal nothing
 */
export function decisionFacts(
  { items, provisions, outcome }: DecidedThings,
  { lang, titles }: { readonly lang: Language; readonly titles: ReadonlyMap<Ref, string> },
): LetterFacts {
  const given: string[] = [];
  const withheld: string[] = [];
  const reserved: string[] = [];
  for (const { id, outcome: one } of items) {
    const title = titles.get(id) ?? id;
    if (one.kind === "redact" || one.kind === "deidentify") {
      given.push(inPart[one.kind].given[lang].replace("%s", () => title));
      withheld.push(inPart[one.kind].withheld[lang].replace("%s", () => title));
    } else if (one.kind === "reserve") {
      given.push(title);
      reserved.push(title);
    } else (givenBy(one.kind) === "all" ? given : withheld).push(title);
  }
  if (items.length === 0 && outcome === "refused") withheld.push(everything[lang]);
  const cited = [...new Set(provisions.map(({ act, at }) => `${act} ${at}`))];
  const secrecy = cited.filter((provision) => provision.startsWith("OSL"));
  const facts = { given, withheld, reserved, provisions: cited, secrecy };
  return Object.fromEntries(Object.entries(facts).filter(([, lines]) => lines.length > 0));
}
