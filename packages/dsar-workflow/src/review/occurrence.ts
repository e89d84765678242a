/** Where protected words stand in a text. */

const longEnough = 5;

/**
 * Case folded one code unit for one, so that places in the folded text are places in the text. The few letters whose
 * lower case is longer stay as they are.
 */
export function folded(text: string): string {
  let out = "";
  for (const unit of text.split("")) {
    const lower = unit.toLowerCase();
    out += lower.length === 1 ? lower : unit;
  }
  return out;
}

const letter = /[\p{L}\p{N}]/u;

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && letter.test(text.charAt(at));
}

// "Ann" is in "Anns" and in "Ann." but not in "Annons".
function standsAlone(text: string, from: number, to: number): boolean {
  if (isLetter(text, from - 1)) return false;
  return !isLetter(text, to) || (text.charAt(to) === "s" && !isLetter(text, to + 1));
}

/**
 * Every place where words stand, in capitals or not. Words of five letters and more are found inside longer words too;
 * shorter ones only alone or in the genitive, since a short name is a part of many words that name nobody.
 */
export function occurrencesOf(words: string, text: string): readonly { from: number; to: number }[] {
  const needle = folded(words.trim());
  if (needle.length < 2) return [];
  const haystack = folded(text);
  const found: { from: number; to: number }[] = [];
  for (let from = haystack.indexOf(needle); from !== -1; from = haystack.indexOf(needle, from + 1)) {
    const to = from + needle.length;
    if (needle.length >= longEnough || standsAlone(haystack, from, to)) found.push({ from, to });
  }
  return found;
}
