/** A case never holds a personal identity number: whatever looks like one is refused before it becomes a fact. */

// Date digits, optional century and sign, four digits; not inside a longer word such as a digest.
const shape = /(?<![0-9A-Za-z_])(?:\d{2})?\d{2}([01]\d)([0-9]\d)[-+]?\d{4}(?![0-9A-Za-z_])/g;

// Four digits in a row are in every such number; most texts have none.
const run = /\d{4}/;

function plausible(month: number, day: number): boolean {
  return month <= 12 && day <= 91 && (day <= 31 || day >= 60);
}

/**
 * Does a text hold something in the shape of a personnummer or samordningsnummer, with or without century and sign,
 * also with month or day 00? The check digit is not asked: a mistyped number is as personal as a right one.
 */
export function holdsIdentityNumber(text: string): boolean {
  if (text.length < 10 || !run.test(text)) return false;
  for (const match of text.matchAll(shape)) {
    if (plausible(Number(match[1]), Number(match[2]))) return true;
  }
  return false;
}
