/** Sentences compared by what they say: case, punctuation, order and small words do not count. */
import { sentencesOf } from "../lint/sentences.ts";

export type Statement = { readonly text: string; readonly key: string; readonly words: ReadonlySet<string> };

const small: ReadonlySet<string> = new Set(
  (
    "och att i på av för till från med om som en ett den det de är kan du vi din ditt dina vår vårt våra sig så här där eller " +
    "också även vid hos under the a an of to in on for from with and or that which is are be you we your our it this they as by at"
  ).split(" "),
);

/** The statements of a plain text; headings are labels, not statements. */
export function statementsOf(text: string): readonly Statement[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (sentence.heading) return [];
    const words = contentWords(sentence.text);
    if (words.length === 0) return [];
    return [{ text: sentence.text, key: words.toSorted().join(" "), words: new Set(words) }];
  });
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
