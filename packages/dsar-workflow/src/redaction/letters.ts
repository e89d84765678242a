/**
 * A text's letters and digits alone, in one form: capitals or not, whole or with marks beside, full-width or plain, of
 * whatever script its digits are. What stands between them is looked at only where it matters.
 */

/** The letters and digits of a text. Code unit `n` stands for the text's units from `from[n]` to `to[n]`. */
export type Letters = {
  readonly source: string;
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
};

// Signs that modify a letter, an apostrophe among them, are counted as letters by Unicode and by nobody else.
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const modifier = /[\u02B9-\u02FF]/g;
const digit = /\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;
// A mark that belongs to no script of its own: a ring, an accent, a stroke. In Swedish å, ä and ö are letters, so theirs stay.
const loose = /\p{Script=Inherited}/gu;
const own = /([aA])([^\u030A]*)\u030A|([oOaA])([^\u0308]*)\u0308/gu;

// Unicode keeps the ten digits of a script in a row, so a digit's value is how many digits stand before it there.
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (code > 0x7f && isDigit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return code > 0x7f ? String(value % 10) : sign;
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

function formOf(sign: string): string {
  const apart = sign.replaceAll(unseen, "").replaceAll(modifier, " ").normalize("NFKD");
  // å, ä and ö are put together before every other mark goes.
  const whole = apart.replaceAll(own, (_all, a?: string, _b?: string, o?: string) =>
    ((a ?? o ?? "") + (a === undefined ? "\u0308" : "\u030A")).normalize("NFC"),
  );
  // To lower case by way of capitals: ß as ss, and every form of a letter as one.
  const cased = whole.replaceAll(loose, "").normalize("NFKC").toLowerCase().toUpperCase().toLowerCase();
  return cased.replaceAll(loose, "").replaceAll(digit, digitOf);
}

const known = new Map<string, string>();

function normal(sign: string): string {
  const found = known.get(sign);
  if (found !== undefined) return found;
  const form = formOf(sign);
  // A text has few different signs; one that has many is not remembered.
  if (known.size < 4096) known.set(sign, form);
  return form;
}

// A sign with the marks that stand on it, also where something unseen stands between.
const cluster = /[^](?:\p{Default_Ignorable_Code_Point}*\p{M})*/uy;

/** Is the sign at a place plain ASCII, with nothing after it that could belong to it? Most of most texts is. */
function isPlain(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  return source.charCodeAt(at) < 0x80 && !(next >= 0x300) && next !== 0xad;
}

const isLetter = (code: number): boolean =>
  (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b);

/** The letters and digits of a text. */
export function lettersOf(source: string): Letters {
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const keep = (unit: string, at: number, end: number): void => {
    text.push(unit);
    from.push(at);
    to.push(end);
  };
  let at = 0;
  while (at < source.length) {
    if (isPlain(source, at)) {
      if (isLetter(source.charCodeAt(at))) keep(source.charAt(at).toLowerCase(), at, at + 1);
      at += 1;
      continue;
    }
    cluster.lastIndex = at;
    const [sign = source.charAt(at)] = cluster.exec(source) ?? [];
    for (const point of normal(sign)) {
      if (letterOrDigit.test(point)) for (const unit of point.split("")) keep(unit, at, at + sign.length);
    }
    at += sign.length;
  }
  return { source, text: text.join(""), from, to };
}

/** What stands before a letter, as written: nothing, a space, a sign that is not seen. */
export function before({ source, from, to }: Letters, n: number): string {
  return source.slice(n === 0 ? 0 : to[n - 1], n < from.length ? from[n] : source.length);
}

/** The same without what is not seen, white space as one space. */
export function seenOf(gap: string): string {
  return gap.replaceAll(/(?:[^\S\uFEFF]|[\u0085\u2800])+/g, " ").replaceAll(unseen, "");
}
