/** What is looked for: from protected words to the letters, digits and gaps that any spelling of them has. */
import { findIdentityShapes } from "@tillit/swedish-identity";
import { type Letters, lettersOf, seenOf } from "./letters.ts";
import { readingsOf } from "./reading.ts";
import { telephoneOf } from "./telephone.ts";

/** Something to look for. */
export type Sought = {
  /** Letters and digits that must follow on each other. */
  readonly text: string;
  /** May this stand between letter `n - 1` and letter `n`? */
  readonly parts: (n: number, gap: string) => boolean;
  /** A short word counts only where it stands alone or in the genitive. */
  readonly alone: boolean;
  /** A number counts only whole; before it may stand one of these, as a century or the code of a country. */
  readonly fronts?: readonly string[];
  /** Signs at the ends that belong to it where they stand. */
  readonly edges: { readonly before: string; readonly after: string };
};

/** Words of so many letters are found inside longer words too. */
export const longEnough = 5;
/** So many signs may stand between two words, and between two digits of a number. */
const widest = 8;
const widestInNumber = 4;

const isDigit = /^\d$/;
const blank = /[^\S\uFEFF]/;
// A hyphen, also one that only shows at the end of a line, and a space where a number or a house's letter is grouped.
const hyphen = /^(?:\p{Pd}|[\u2212\u2043\u02D7\u00AC])$/u;
const lineEnd = /^(?:\p{Pd}|[\u2212\u2043\u02D7\u00AC\u00AD])(?:\u00AD|[^\S\n\r])*[\n\r](?:\u00AD|\s)*$/u;
const grouping = /^(?:\s|\p{Pd}|[\u2212.])$/u;
const stop = /[,;!?"()]/;

const newLine = /[\v\f\u0085\u2028\u2029]/g;
const unseenButHyphen = /(?!\u00AD)\p{Default_Ignorable_Code_Point}/gu;

/** Does a word go on after such a gap, its hyphen standing at the end of a line? */
function endsLine(gap: string): boolean {
  return lineEnd.test(gap.replaceAll(newLine, "\n").replaceAll(unseenButHyphen, ""));
}

function withinWord(gap: string, a: string, b: string): boolean {
  const seen = seenOf(gap);
  if (seen === "" || endsLine(gap)) return true;
  return isDigit.test(a) || isDigit.test(b) ? grouping.test(seen) : hyphen.test(seen);
}

function betweenWords(gap: string, a: string, b: string): boolean {
  // "12 B" and "12B", "123 45" and "12345".
  if (gap === "") return isDigit.test(a) || isDigit.test(b);
  return seenOf(gap).length <= widest;
}

/** Where the words have a hyphen, an apostrophe, a dot or something unseen, there may be that, another, or nothing. */
function aroundSign(gap: string, was: string): boolean {
  const seen = seenOf(gap);
  return seen.length <= widest && (!stop.test(seen) || stop.test(was));
}

function wordsSought(words: string, { source, text, from, to }: Letters): Sought {
  const gaps = text.split("").map((_unit, n) => (n === 0 ? "" : source.slice(to[n - 1], from[n])));
  return {
    text,
    alone: text.length + seenOf(gaps.join("")).length < longEnough,
    edges: { before: words.slice(0, from[0]), after: words.slice(to.at(-1)) },
    parts: (n, gap) => {
      const [a, b, was = ""] = [text.charAt(n - 1), text.charAt(n), gaps[n]];
      if (was === "") return withinWord(gap, a, b);
      return blank.test(was) && !endsLine(was) ? betweenWords(gap, a, b) : aroundSign(gap, was);
    },
  };
}

const inNumber = (_n: number, gap: string): boolean => seenOf(gap).length <= widestInNumber;
const noEdges = { before: "", after: "" };

function numberSought(text: string, fronts: readonly string[], edges: Sought["edges"] = noEdges): Sought {
  return { text, fronts, alone: false, parts: inNumber, edges };
}

// "Tel. 070-123 45 67": the label is not the number.
const label = /^\p{L}[\p{L}.]*[.:\s]\s*(?=[+(\d])/u;

function numbersIn(words: string): readonly Sought[] {
  const bare = words.replace(label, "").trim();
  const found: Sought[] = [];
  const [shape, another] = findIdentityShapes(bare);
  if (shape !== undefined && another === undefined && shape.start === 0 && shape.end === bare.length) {
    // The century is a part of the number where it stands, and one number is meant with it and without.
    found.push(numberSought(shape.digits.slice(-10).toLowerCase(), ["18", "19", "20", ""]));
  }
  const telephone = telephoneOf(bare);
  if (telephone !== undefined) {
    found.push(numberSought(telephone.national, telephone.fronts, { before: "(+", after: "" }));
  }
  const { text } = lettersOf(words);
  const onlyDigits = /^\d+$/.test(text) && !/\p{L}/u.test(words);
  if (onlyDigits && text.length >= longEnough) found.push(numberSought(text, [""]));
  return found;
}

function soughtIn(words: string): readonly Sought[] {
  const letters = lettersOf(words);
  if (letters.text.length < 2) return [];
  const numbers = numbersIn(words);
  return numbers.length > 0 ? numbers : [wordsSought(words, letters)];
}

/** What to look for where these words are protected; nothing for less than two letters or digits. */
export function soughtFor(words: string): readonly Sought[] {
  return readingsOf(words.trim()).flatMap(({ text }) => soughtIn(text));
}
