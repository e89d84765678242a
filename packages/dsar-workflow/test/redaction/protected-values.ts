/** Two hundred protected values and two thousand ways to write them, invented, the same in every run. */

/** Numbers from a seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Kind = "name" | "address" | "email" | "phone" | "number";
export type Value = { readonly kind: Kind; readonly words: string };
export type Spelling = Value & { readonly written: string };

const first = ["Greta", "Åke", "Anna-Karin", "Zoë", "Bo", "Lars-Åke", "Märta", "Østen", "Élodie", "Nils"];
const last = [
  "Gran",
  "Ödman",
  "O'Brien",
  "Žižek",
  "Af Klint",
  "Öberg-Ek",
  "D’Angelo",
  "Müller",
  "Strand",
  "Ek",
];
const streets = ["Storgatan", "Norra Ågatan", "S:t Eriks väg", "Östra Backen", "Per-Ols gränd"];
const towns = ["Göteborg", "Åmål", "Upplands-Bro", "Örebro"];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const two = (n: number): string => String(n).padStart(2, "0");

function check(nine: string): string {
  let sum = 0;
  for (const [n, sign] of nine.split("").entries()) {
    const weighted = Number(sign) * (n % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}

/** 80 names, 40 addresses, 20 e-mail addresses, 30 telephone numbers, 30 personnummer and samordningsnummer. */
export const values: readonly Value[] = [
  ...Array.from({ length: 80 }, (_, n): Value => ({
    kind: "name",
    words: `${pick(first, n)} ${pick(last, Math.floor(n / 10) + n)}`,
  })),
  ...Array.from({ length: 40 }, (_, n): Value => {
    const house = n % 3 === 0 ? `${n + 1} B` : `${n + 1}`;
    return { kind: "address", words: `${pick(streets, n)} ${house}, ${100 + n} ${two(n)} ${pick(towns, n)}` };
  }),
  ...Array.from({ length: 20 }, (_, n): Value => ({
    kind: "email",
    words: `anna-karin.o'brien${n}@exempel-${n}.se`,
  })),
  ...Array.from({ length: 30 }, (_, n): Value => {
    const end = String(1_234_500 + n * 37);
    const grouped = `${end.slice(0, 3)} ${end.slice(3, 5)} ${end.slice(5)}`;
    const national = [
      `070-${grouped}`,
      `08-${end.slice(0, 3)} ${end.slice(3)}`,
      `0523-${end.slice(1, 3)} ${end.slice(3)}`,
    ];
    return { kind: "phone", words: n % 4 === 3 ? `+46 70 ${grouped}` : pick(national, n) };
  }),
  ...Array.from({ length: 30 }, (_, n): Value => {
    const year = 1950 + n * 2;
    const day = two((n % 28) + 1 + (n % 5 === 0 ? 60 : 0));
    const nine = `${two(year % 100)}${two((n % 12) + 1)}${day}${String(238 + n * 7).padStart(3, "0")}`;
    const written = `${nine.slice(0, 6)}-${nine.slice(6)}${check(nine)}`;
    return { kind: "number", words: n % 2 === 0 ? written : `${Math.floor(year / 100)}${written}` };
  }),
];

const unseen = [
  "\u00AD",
  "\u200B",
  "\u200C",
  "\u200D",
  "\u2060",
  "\uFEFF",
  "\u034F",
  "\u200E",
  "\uFE0E",
  "\u{E0020}",
];
const blanks = [
  "\u00A0",
  "\u2007",
  "\u202F",
  "\u2009",
  "\u3000",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "\u2028",
  " \u00A0",
];
const dashes = ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uFE63", "\uFF0D"];
const quotes = ["'", "\u2018", "\u2019", "\u201B", "\u00B4", "\u02BC", "\uFF07", "\u2032", "`"];

type Turn = (words: string, random: () => number) => string;
const one = (list: readonly string[], random: () => number): string =>
  pick(list, Math.floor(random() * list.length));

/** Puts a sign between two letters or digits somewhere. */
function inside(words: string, sign: string, random: () => number): string {
  const places = [...words.matchAll(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)] ?? words.length;
  return words.slice(0, at) + sign + words.slice(at);
}

const anywhere: readonly Turn[] = [
  (words, random) => inside(inside(words, one(unseen, random), random), one(unseen, random), random),
  (words, random) => words.replaceAll(" ", () => one(blanks, random)),
  (words) => words.normalize("NFD"),
  (words) => words.toUpperCase(),
  (words) => words.toLowerCase(),
  // Full-width forms of the ASCII letters and digits.
  (words) => words.replaceAll(/[A-Za-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (words, random) => words.replaceAll("-", () => one(dashes, random)),
  (words, random) => words.replaceAll(/['’]/g, () => one(quotes, random)),
  (words, random) =>
    inside(words.normalize("NFD"), one(unseen, random), random).replaceAll(" ", () => one(blanks, random)),
  (words, random) =>
    words
      .replaceAll("-", () => one(dashes, random) + one(unseen, random))
      .replaceAll(" ", () => one(blanks, random)),
];

const lineEnds = ["-\n", "\u2010\r\n", "\u00AD\n", "- \n  ", "\u2011\n"];
const words: readonly Turn[] = [
  (text, random) => inside(text, one(lineEnds, random), random),
  (text, random) => (text.includes("-") ? text.replace("-", () => `-${one(["\n", "\r\n"], random)}`) : text),
];

const numberTurns: readonly Turn[] = [
  (text, random) => {
    const digits = text.replaceAll(/\D/g, "");
    const ten = digits.slice(-10);
    const parts = [ten.slice(0, 2), ten.slice(2, 4), ten.slice(4, 6)];
    // A date in parts has its century in front, as people write it.
    const century = digits.length === 12 ? digits.slice(0, 2) : "19";
    const date = one(["", "-", ".", "/", "\u2013", "\u00A0"], random);
    const sign = one(["", "-", "\u2212", "\u2014", "\u2013", "\u00A0", " ", ".", " - ", "+"], random);
    const front = random() < 0.5 ? "" : century;
    return front + parts.join(date) + sign + ten.slice(6);
  },
];

const phoneTurns: readonly Turn[] = [
  (text, random) => {
    const national = text
      .replace(/^\+46\s*/, "0")
      .replaceAll(/\D/g, "")
      .slice(1);
    const lead = one(
      ["0", "+46", "+46 ", "0046", "0046 ", "+46 (0)", "+46(0)", "+46-", "+46 (0) ", "(+46) "],
      random,
    );
    const sign = one(["", " ", "-", "\u00A0", "\u2013", ".", "/"], random);
    const size = 1 + Math.floor(random() * 4);
    const groups = national.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
    return lead + groups.join(sign);
  },
];

const turns: Readonly<Record<Kind, readonly Turn[]>> = {
  name: [...anywhere, ...words],
  address: [...anywhere, ...words],
  email: [...anywhere, ...words],
  phone: [...phoneTurns, ...phoneTurns, ...phoneTurns, ...anywhere],
  number: [...numberTurns, ...numberTurns, ...numberTurns, ...anywhere],
};

/** Ten spellings of each value: one or two turns of those its kind has. */
export const spellings: readonly Spelling[] = values.flatMap((value, n) => {
  const random = seeded(n + 1);
  return Array.from({ length: 10 }, (): Spelling => {
    const own = turns[value.kind];
    const [a, b] = [
      pick(own, Math.floor(random() * own.length)),
      pick(anywhere, Math.floor(random() * anywhere.length)),
    ];
    const written = a(value.words, random);
    return { ...value, written: random() < 0.5 ? written : b(written, random) };
  });
});
