/**
 * A policy text as sections and sentences with their places. Plain rules, so that a sentence has the same
 * number for everyone: a line break ends a sentence, a short line without an end mark is a heading, list marks
 * are stripped.
 */

export type Sentence = {
  /** 0 before the first heading, then counted from 1. */
  readonly section: number;
  /** Counted from 1 within the section; the heading itself is 0. */
  readonly number: number;
  readonly heading: boolean;
  readonly listItem: boolean;
  /** White space folded, list mark stripped. */
  readonly text: string;
  /** As it stands in the text. */
  readonly raw: string;
  /** Place in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
};

const listMark = /^\s*(?:[•·*–-]|\d{1,2}[.)])\s+/u;
const endMark = /[.!?:,;…]["”’)]*\s*$/u;
const abbreviations: ReadonlySet<string> = new Set([
  "t.ex",
  "t.ex.",
  "bl.a.",
  "dvs.",
  "osv.",
  "m.m.",
  "ca.",
  "nr.",
  "kap.",
  "st.",
  "e.g.",
  "i.e.",
]);
const longestHeading = 75;

/** Folds white space and normalises to NFC: what a sentence's hash is taken over. */
export function foldSpace(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

/** Every sentence and heading of the text, in order. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let section = 0;
  let number = 0;
  let offset = 0;
  for (const line of text.split("\n")) {
    const mark = listMark.exec(line)?.[0] ?? "";
    const body = line.slice(mark.length);
    const at = offset + mark.length;
    offset += line.length + 1;
    if (foldSpace(body) === "") continue;
    const listItem = mark !== "";
    if (isHeading(body, listItem)) {
      section += 1;
      number = 0;
      found.push(piece(body, at, { section, number, heading: true, listItem }));
      continue;
    }
    for (const [from, to] of cuts(body)) {
      const part = body.slice(from, to);
      if (foldSpace(part) === "") continue;
      number += 1;
      found.push(piece(part, at + from, { section, number, heading: false, listItem }));
    }
  }
  return found;
}

function isHeading(line: string, listItem: boolean): boolean {
  const text = foldSpace(line);
  if (endMark.test(text))
    return text.endsWith("?") && text.length <= longestHeading && !listItem && !/[.]\s/u.test(text);
  return (
    text.length <= longestHeading &&
    (!listItem || /^\p{Lu}[\p{L} -]{2,40}$/u.test(text)) &&
    !/[@]/u.test(text)
  );
}

function piece(
  raw: string,
  at: number,
  rest: Pick<Sentence, "section" | "number" | "heading" | "listItem">,
): Sentence {
  const lead = raw.length - raw.trimStart().length;
  const inner = raw.trim();
  return { ...rest, text: foldSpace(raw), raw: inner, start: at + lead, end: at + lead + inner.length };
}

/** Where a line is cut: after an end mark before a capital, unless the mark belongs to an abbreviation. */
function cuts(line: string): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  for (const match of line.matchAll(/[.!?]["”’)]*\s+(?=["“”(]?\p{Lu})/gu)) {
    const upTo = line.slice(0, match.index + 1);
    const word = upTo.split(/\s/u).at(-1)?.toLowerCase() ?? "";
    if (!abbreviations.has(word)) ends.push(match.index + match[0].length);
  }
  return [0, ...ends].map((from, index) => [from, ends[index] ?? line.length] as const);
}
