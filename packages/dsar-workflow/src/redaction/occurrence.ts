/** Where protected words stand in a text, however they are spelled there. */
import { before, type Letters, lettersOf, seenOf } from "./letters.ts";
import { placeOf, type Reading, readingsOf } from "./reading.ts";
import { type Sought, soughtFor } from "./sought.ts";

/** A stretch of a text in UTF-16 code units, `to` not included. */
export type Stretch = { readonly from: number; readonly to: number };

/** A text made ready to be searched: each way to read it, with its letters and digits. */
export type Searchable = readonly { readonly reading: Reading; readonly letters: Letters }[];

/** Makes a text ready, once for everything that is sought in it. */
export function searchable(text: string, options: { readonly html?: boolean } = {}): Searchable {
  return readingsOf(text, options).map((reading) => ({ reading, letters: lettersOf(reading.text) }));
}

const isDigit = /^\d$/;

// Does letter `n` go on from the one before it, with nothing in between that is seen?
function joined(letters: Letters, n: number): boolean {
  return n > 0 && n < letters.text.length && seenOf(before(letters, n)) === "";
}

// "Ann" is in "Anns" and in "Ann." but not in "Annons".
function standsAlone(letters: Letters, from: number, to: number): boolean {
  if (joined(letters, from)) return false;
  return !joined(letters, to) || (letters.text.charAt(to) === "s" && !joined(letters, to + 1));
}

const digitAt = (letters: Letters, n: number): boolean => isDigit.test(letters.text.charAt(n));

/** Where a whole number begins, what may stand before it included; nothing where it is a part of a longer one. */
function frontOf(
  letters: Letters,
  { fronts = [], parts }: Sought,
  from: number,
  to: number,
): number | undefined {
  if (joined(letters, to) && digitAt(letters, to)) return undefined;
  for (const front of fronts) {
    const start = from - front.length;
    if (start < 0 || !letters.text.startsWith(front, start)) continue;
    let whole = !(joined(letters, start) && digitAt(letters, start - 1));
    for (let n = start + 1; whole && n <= from; n += 1) whole = parts(0, before(letters, n));
    if (whole) return start;
  }
  return undefined;
}

function edged({ source }: Letters, { edges }: Sought, place: Stretch): Stretch {
  let { from, to } = place;
  const { before: lead, after: tail } = edges;
  if (lead === "(+") {
    // The plus of a number, and a bracket that is closed within it.
    if (source.charAt(from - 1) === "+") from -= 1;
    if (source.charAt(from - 1) === "(" && /^[^()]*\)/.test(source.slice(from, to))) from -= 1;
  } else if (lead !== "" && source.slice(0, from).endsWith(lead)) from -= lead.length;
  if (tail !== "" && source.startsWith(tail, to)) to += tail.length;
  return { from, to };
}

function matchAt(letters: Letters, sought: Sought, at: number): Stretch | undefined {
  const end = at + sought.text.length;
  for (let n = at + 1; n < end; n += 1) if (!sought.parts(n - at, before(letters, n))) return undefined;
  if (sought.alone && !standsAlone(letters, at, end)) return undefined;
  const start = sought.fronts === undefined ? at : frontOf(letters, sought, at, end);
  if (start === undefined) return undefined;
  return edged(letters, sought, { from: letters.from[start] ?? 0, to: letters.to[end - 1] ?? 0 });
}

function placesIn(letters: Letters, sought: Sought): readonly Stretch[] {
  const found: Stretch[] = [];
  for (
    let at = letters.text.indexOf(sought.text);
    at !== -1;
    at = letters.text.indexOf(sought.text, at + 1)
  ) {
    const place = matchAt(letters, sought, at);
    if (place !== undefined) found.push(place);
  }
  return found;
}

/**
 * Every place where one of the words stands. Compared are letters and digits in one form (capitals, marks, width and
 * script aside), with what may lie between them: nothing that is seen within a word, save a hyphen, at a line's end too;
 * white space or another sign between words; any grouping in a number, which counts by its value. Words of five letters
 * and more are found inside longer words too; shorter ones only alone or in the genitive, since a short name is a part
 * of many words that name nobody.
 */
export function occurrencesIn(text: Searchable, sought: readonly Sought[]): readonly Stretch[] {
  return text.flatMap(({ reading, letters }) =>
    sought.flatMap((one) => placesIn(letters, one).map(({ from, to }) => placeOf(reading, from, to))),
  );
}

/** The same for words and a text as they come. */
export function occurrencesOf(words: string, text: string): readonly Stretch[] {
  return occurrencesIn(searchable(text), soughtFor(words));
}
