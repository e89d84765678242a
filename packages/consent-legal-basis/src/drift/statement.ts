/** Sentences compared by what they say: case, punctuation, order and small words do not count. */
import { sentencesOf } from "../lint/sentences.ts";

export type Statement = { readonly text: string; readonly key: string; readonly words: ReadonlySet<string> };

const small: ReadonlySet<string> = new Set(
  (
    "och att i på av för till från med om som en ett den det de är kan du vi din ditt dina vår vårt våra sig så här där eller " +
    "också även vid hos under the a an of to in on for from with and or that which is are be you we your our it this they as by at"
  ).split(" "),
);

/** A statement of a published text, and the term it stands under, if the terms are known. */
export type Placed = Statement & { readonly under?: string };

export function labelKey(label: string): string {
  return keyOf(contentWords(label));
}

/** The statements of a published text with the term that each stands under. */
export function placedStatements(text: string, terms: ReadonlySet<string>): readonly Placed[] {
  let under: string | undefined;
  return text.split("\n").flatMap((line) => {
    const label = labelKey(line);
    if (terms.has(label) && !/[.!?]\s*$/u.test(line)) {
      under = label;
      return statementsOf(line);
    }
    const found = statementsOf(line);
    if (under === undefined) return found;
    const term = under;
    return found.map(({ text: said, key, words }) => ({ text: said, key, words, under: term }));
  });
}

/** The statements of a plain text; headings are labels, not statements. */
export function statementsOf(text: string): readonly Statement[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (sentence.heading) return [];
    const words = contentWords(sentence.text);
    if (words.length === 0) return [];
    return [{ text: sentence.text, key: keyOf(words), words: new Set(words) }];
  });
}

const negations: ReadonlySet<string> = new Set(["inte", "ej", "aldrig", "utom", "not", "never", "except"]);

/** The order counts where it carries the meaning: with two different numbers, or with a negation. */
function keyOf(words: readonly string[]): string {
  const numbers = new Set(words.filter((word) => /^\d+$/u.test(word)));
  const ordered = numbers.size > 1 || words.some((word) => negations.has(word));
  return (ordered ? words : words.toSorted()).join(" ");
}

function contentWords(text: string): readonly string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\d@]+(?:[.:_-][\p{L}\d@]+)*/gu) ?? []
  ).filter((word) => !small.has(word));
}

/** The share of the first one's words that the second has too. */
export function overlap(one: Statement, other: Statement): number {
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared += 1;
  return shared / one.words.size;
}
