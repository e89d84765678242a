/** The ways one text can be read: as it stands, with its escapes resolved, without its markup. */

/** A text read in one way. Code unit `n` stands for the original's units from `from[n]` to `to[n]`. */
export type Reading = {
  readonly text: string;
  /** Absent where the reading is the original. */
  readonly places?: { readonly from: readonly number[]; readonly to: readonly number[] };
};

/** Stands where something that is not seen was: it joins what it stands between, and may part two words. */
const joint = "\u200B";

/** Where a stretch of a reading stands in the original. */
export function placeOf({ places }: Reading, from: number, to: number): { from: number; to: number } {
  if (places === undefined) return { from, to };
  return { from: places.from[from] ?? 0, to: places.to[to - 1] ?? 0 };
}

function rewritten(reading: Reading, pattern: RegExp, write: (match: RegExpExecArray) => string): Reading {
  const { text } = reading;
  let out = "";
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const keep = (end: number): void => {
    for (; at < end; at += 1) {
      const place = placeOf(reading, at, at + 1);
      from.push(place.from);
      to.push(place.to);
      out += text.charAt(at);
    }
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const written = write(match);
    const place = placeOf(reading, match.index, match.index + match[0].length);
    for (let n = 0; n < written.length; n += 1) {
      from.push(place.from);
      to.push(place.to);
    }
    out += written;
    at = match.index + match[0].length;
  }
  keep(text.length);
  return { text: out, places: { from, to } };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  shy: "\u00AD",
  ndash: "–",
  mdash: "—",
  hyphen: "-",
  dash: "-",
  minus: "\u2212",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  commat: "@",
  period: ".",
  plus: "+",
  lowbar: "_",
  oslash: "ø",
  Oslash: "Ø",
  aelig: "æ",
  AElig: "Æ",
  szlig: "ß",
  eth: "ð",
  ETH: "Ð",
  thorn: "þ",
  THORN: "Þ",
  lstrok: "ł",
  Lstrok: "Ł",
};

// `&Aring;` is a letter and the name of its mark.
const marks: Readonly<Record<string, string>> = {
  ring: "\u030A",
  uml: "\u0308",
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  cedil: "\u0327",
  caron: "\u030C",
};

function signOf(code: number): string {
  // What HTML reads there are dashes and quotes of an old code page, and nothing can be lost by leaving them out.
  if (code === 0 || (code > 0x7f && code < 0xa0) || code > 0x10ffff) return joint;
  return String.fromCodePoint(code);
}

function entity(name: string): string | undefined {
  if (name.startsWith("#x") || name.startsWith("#X")) return signOf(Number.parseInt(name.slice(2), 16));
  if (name.startsWith("#")) return signOf(Number(name.slice(1)));
  const mark = marks[name.slice(1)];
  return named[name] ?? (mark === undefined ? undefined : (name.charAt(0) + mark).normalize("NFC"));
}

/** Bytes written in hex as the text they are in UTF-8, or each as the letter of its number in Latin-1. */
function bytesText(hex: readonly string[]): string {
  try {
    return decodeURIComponent(hex.map((byte) => `%${byte}`).join(""));
  } catch {
    return hex.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join("");
  }
}

// Entities of HTML and XML; escapes of JSON, JavaScript and RTF; of addresses.
const escape =
  /&(#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,8});?|\\u([\dA-Fa-f]{4})|\\u\{([\dA-Fa-f]{1,6})\}|\\(?:x|')([\dA-Fa-f]{2})|\\([nrtbfv"'\\/])|((?:%[\dA-Fa-f]{2})+)/g;
// Mail (quoted-printable). Read apart, since an equals sign before digits is mostly one.
const mailEscape = /((?:=[\dA-F]{2})+)|=\r?\n/g;

const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v" };

function unescaped(match: RegExpExecArray): string {
  const [whole, name, unit, point, byte, control, percent = ""] = match;
  if (name !== undefined) return entity(name) ?? whole;
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  if (point !== undefined) return signOf(Number.parseInt(point, 16));
  if (byte !== undefined) return String.fromCharCode(Number.parseInt(byte, 16));
  if (control !== undefined) return controls[control] ?? control;
  return bytesText(percent.match(/[\dA-Fa-f]{2}/g) ?? []);
}

function unescapedMail([, bytes]: RegExpExecArray): string {
  return bytes === undefined ? joint : bytesText(bytes.match(/[\dA-F]{2}/g) ?? []);
}

const tag = /<(?:!--[\s\S]*?--|[A-Za-z/!?][^<>]*)>/g;
const quoted = /"[^"]*"|'[^']*'/g;

// Of markup only what an author wrote: the values of its attributes, and comments.
function tagText([markup]: RegExpExecArray): string {
  if (markup.startsWith("<!--")) return joint + markup.slice(4, -3) + joint;
  const values = markup.match(quoted) ?? [];
  return joint + values.join(joint) + (values.length === 0 ? "" : joint);
}

type Rewriting = readonly [sign: RegExp, pattern: RegExp, write: (match: RegExpExecArray) => string];
const rewritings: readonly Rewriting[] = [
  [/[&\\%]/, escape, unescaped],
  [/=[\dA-F\r\n]/, mailEscape, unescapedMail],
  [/<[A-Za-z/!?]/, tag, () => joint],
];

function others(reading: Reading): readonly Reading[] {
  const { text } = reading;
  return rewritings
    .filter(([sign]) => sign.test(text))
    .map(([, pattern, write]) => rewritten(reading, pattern, write))
    .filter((one) => one.text !== text);
}

/** Escapes within escapes are resolved so many times: a page in an address in a field of a file. */
const depth = 3;

/**
 * Every way to read a text, each once, the first as it stands. Of a page the names of its tags are not read, its text
 * and the values of its attributes are.
 */
export function readingsOf(
  text: string,
  { html = false }: { readonly html?: boolean } = {},
): readonly Reading[] {
  const page: Reading = { text };
  const first = html ? [rewritten(page, tag, () => joint), rewritten(page, tag, tagText)] : [page];
  const found = new Map<string, Reading>(first.map((one) => [one.text, one]));
  let last: readonly Reading[] = [...found.values()];
  for (let round = 0; round < depth && last.length > 0; round += 1) {
    last = last.flatMap(others).filter((one) => !found.has(one.text));
    for (const one of last) found.set(one.text, one);
  }
  return [...found.values()];
}
