/** The proof of a redaction: a search for the protected words in everything that is to leave. */
import { occurrencesIn, searchable, type Searchable } from "./occurrence.ts";
import type { Secret } from "./redact.ts";
import { longEnough, type Sought, soughtFor } from "./sought.ts";
import { contentOf, type Unsearched } from "./text-of-bytes.ts";

/**
 * Something that is to leave: a file with its name, a letter, a log line. Of HTML the names of its tags are not
 * searched, its text and the values of its attributes are.
 */
export type Artefact = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly html?: boolean;
};

/** Where a protected word was found. The word itself is never repeated. */
export type Leak = { readonly artefact: number; readonly where: "name" | "content"; readonly secret: number };

type Ready = { readonly name: Searchable; readonly content: Searchable; readonly whole: boolean };

function ready({ name, content, html = false }: Artefact): Ready {
  const { texts, unsearched } = contentOf(content);
  return {
    name: searchable(name),
    content: texts.flatMap((text) => searchable(text, { html })),
    whole: unsearched === undefined,
  };
}

// In what is no text a few letters in a row mean nothing.
const telling = ({ text }: Sought): boolean => text.length >= longEnough;

/**
 * Every place where protected words stand in clear, in a name or a content, however they are spelled there: with signs
 * that are not seen, other dashes, quotes and spaces, a hyphen at a line's end, as entities, escapes or a part of an
 * address, with markup in the middle, a number in another writing. Searched are texts in UTF-8, UTF-16 and Latin-1 and
 * the PDF letters of this package; what else there is, {@link unsearchedIn} tells. Words of one letter are not searched for.
 *
 * @returns indices into `artefacts` and `secrets`, never the words; empty means proven for what can be searched
 */
export function leaksIn(artefacts: readonly Artefact[], secrets: readonly Secret[]): readonly Leak[] {
  const sought = secrets.map(({ words }) => soughtFor(words));
  const leaks: Leak[] = [];
  for (const [artefact, one] of artefacts.entries()) {
    const { name, content, whole } = ready(one);
    for (const [secret, all] of sought.entries()) {
      if (occurrencesIn(name, all).length > 0) leaks.push({ artefact, where: "name", secret });
      const wanted = whole ? all : all.filter(telling);
      if (occurrencesIn(content, wanted).length > 0) leaks.push({ artefact, where: "content", secret });
    }
  }
  return leaks;
}

/**
 * What of it cannot be searched through, or not wholly, and why. Nothing is proven of these: a person has to look.
 *
 * @returns indices into `artefacts`
 */
export function unsearchedIn(
  artefacts: readonly Pick<Artefact, "content">[],
): readonly { readonly artefact: number; readonly why: Unsearched }[] {
  return artefacts.flatMap(({ content }, artefact) => {
    const why = contentOf(content).unsearched;
    return why === undefined ? [] : [{ artefact, why }];
  });
}
