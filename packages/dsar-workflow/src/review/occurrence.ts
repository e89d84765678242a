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

const space = /\s/;

// Where the words that begin at a place end; between two of them any white space may stand, a new line too.
function endOf(words: readonly string[], text: string, from: number): number | undefined {
  let at = from;
  for (const [n, word] of words.entries()) {
    const gap = at;
    while (n > 0 && space.test(text.charAt(at))) at += 1;
    if ((n > 0 && at === gap) || !text.startsWith(word, at)) return undefined;
    at += word.length;
  }
  return at;
}

/**
 * Every place where words stand, in capitals or not, whatever white space is between them. Words of five letters and more are found inside longer words too;
 * shorter ones only alone or in the genitive, since a short name is a part of many words that name nobody.
 */
export function occurrencesOf(words: string, text: string): readonly { from: number; to: number }[] {
  const needle = folded(words.trim());
  if (needle.length < 2) return [];
  const haystack = folded(text);
  const parts = needle.split(/\s+/);
  const [first = needle] = parts;
  const found: { from: number; to: number }[] = [];
  for (let from = haystack.indexOf(first); from !== -1; from = haystack.indexOf(first, from + 1)) {
    const to = endOf(parts, haystack, from);
    if (to === undefined) continue;
    if (needle.length >= longEnough || standsAlone(haystack, from, to)) found.push({ from, to });
  }
  return found;
}
