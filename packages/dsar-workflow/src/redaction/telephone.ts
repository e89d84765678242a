/** A telephone number by what is dialled: the same at home and from abroad, in any grouping. */
import { lettersOf } from "./letters.ts";

/** The number inside its country, and what may stand before it. */
export type Telephone = { readonly national: string; readonly fronts: readonly string[] };

// Codes of countries and of what ITU-T E.164 counts as such: of one digit, of two, the rest of three.
const country = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;
const written = /^\(?(?:\+|0)[\d\s()./\p{Pd}\u2212\p{Default_Ignorable_Code_Point}]*$/u;
const shortest = 7;
const longest = 12;

const withTrunk = (code: string): readonly string[] => [`00${code}0`, `00${code}`, `${code}0`, code, "0", ""];

/**
 * The number that words are, if they are one and nothing else: with `+` or `00` and the code of a country, or with the 0
 * that Swedish numbers have at home. A zero in brackets after the code is not dialled.
 */
export function telephoneOf(words: string): Telephone | undefined {
  const plain = words.normalize("NFKC").trim();
  const { text: digits } = lettersOf(plain);
  if (!written.test(plain) || !/^\d+$/.test(digits)) return undefined;
  const abroad = /^\(?\+/.test(plain) ? digits : digits.startsWith("00") ? digits.slice(2) : undefined;
  const [, code = "46", rest = digits] = abroad === undefined ? [] : (country.exec(abroad) ?? []);
  const national = rest.replace(/^0/, "");
  if (national.length < shortest || national.length > longest) return undefined;
  return { national, fronts: withTrunk(code) };
}
