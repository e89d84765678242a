/** Finding what is written like a number of a person, in any writing: the ground for stopping it and for hiding it. */

/**
 * What is written like a number of a person. UTF-16 offsets, `end` after its last character; `digits` is the number
 * without signs, ten or twelve long, the last four beginning with a letter where the number is a temporary one.
 */
export type IdentityShape = { readonly start: number; readonly end: number; readonly digits: string };

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const digit = /\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;

// Unicode keeps the ten digits of a script in a row, so a digit's value is how many digits stand before it there.
function valueOf(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80 || sign.length > 1) return sign;
  let value = 0;
  while (isDigit.test(String.fromCharCode(code - value - 1))) value += 1;
  return String(value % 10);
}

const dash = String.raw`[\p{Pd}\u2212\u2043\u02D7]`;
const blank = String.raw`[\s\u2800]`;
const between = `(?:${blank}?(?:${dash}|[./])${blank}?|${blank})?`;
const month = "(?:0\\d|1[0-2])";
// A samordningsnummer has its day plus 60; where nobody knows the day it says 00 or 60.
const day = "(?:[0-2]\\d|3[01]|[6-8]\\d|9[01])";
const last = "(?:\\d{4}|[JKLMNRSTUWX]\\d{3})";
const sign = `${blank}?(?:${dash}|[+./])?${blank}?`;
// Four digits that begin a date of their own end a span of dates.
const anotherDate = `(?:${dash}|[./])\\d{2}(?:${dash}|[./])\\d{2}(?!\\d)`;
const shape = new RegExp(
  `(?<![\\d\\p{L}_])(?:\\d{2})?\\d{2}${between}${month}${between}${day}${sign}${last}(?![\\d\\p{L}_])(?!${anotherDate})`,
  "gu",
);

/**
 * Everything in a text that is written like a personnummer, samordningsnummer or temporary number: ten or twelve digits,
 * the date with or without dashes, dots, slashes or spaces, any dash, dot or space before the last four, digits of any
 * script, also with signs between them that are not seen. Neither the check digit nor whether the date exists is asked:
 * a mistyped number is as personal as a right one. A UUID, a date and a span of dates are none.
 *
 * @example
 * findIdentityShapes("född 1981.12.28 — 9874"); // [{ start: 5, end: 22, digits: "198112289874" }]
 */
export function findIdentityShapes(text: string): readonly IdentityShape[] {
  const places: number[] = [];
  const masked = text.replaceAll(uuid, (found) => "x".repeat(found.length));
  // Without the signs that are not seen; `places` says where each of those left stands in the text.
  let at = 0;
  for (const { index, 0: found } of masked.matchAll(unseen)) {
    for (; at < index; at += 1) places.push(at);
    at += found.length;
  }
  for (; at < masked.length; at += 1) places.push(at);
  const seen = masked.replaceAll(unseen, "").replaceAll(digit, valueOf);
  return [...seen.matchAll(shape)].map(({ index, 0: found }) => ({
    start: places[index] ?? 0,
    end: (places[index + found.length - 1] ?? 0) + 1,
    digits: found.replaceAll(/[^\dA-Z]/g, ""),
  }));
}
