/** From a letter's data and the facts of a case to a document that any renderer can show. */
import type { Language } from "@tillit/law-reference";
import { type CalendarDate, dayOfMonth, isCalendarDate, monthOf, yearOf } from "@tillit/civil-time";
import { DsarError } from "../errors.ts";
import { refuseUnknownKeys } from "../known-keys.ts";
import type { Protection } from "../people/protection.ts";
import type { LetterCase } from "./letter-case.ts";
import { checkFacts, courtOf, isEmpty, type LetterFacts } from "./letter-facts.ts";
import type { FactName, LetterId, LetterPart, PartKind } from "./letter.ts";
import { letters } from "./texts/letters.ts";
import { partsOf } from "./needed-facts.ts";

/** A piece of a composed letter. */
export type LetterBlock =
  | { readonly kind: "paragraph"; readonly part: PartKind; readonly text: string }
  | { readonly kind: "list"; readonly part: PartKind; readonly items: readonly string[] };

/** A composed letter, independent of how it will be shown. */
export type LetterDocument = {
  readonly id: LetterId;
  readonly lang: Language;
  readonly reader: "adult" | "child";
  readonly title: string;
  readonly date: CalendarDate;
  readonly from: string;
  readonly to: readonly string[];
  readonly blocks: readonly LetterBlock[];
};

/** How a letter is to be composed. */
export type LetterRequest = {
  readonly lang: Language;
  readonly date: CalendarDate;
  readonly reader?: "adult" | "child";
  /** The case it is about: which court, which reasons, which remedies follows from it. */
  readonly about: LetterCase;
  readonly facts: LetterFacts;
  /** The lines of the address. May not be handed in for a protected person. */
  readonly address?: readonly string[];
  readonly protection?: readonly Protection[];
};

const requestKeys = [
  "lang",
  "date",
  "reader",
  "about",
  "facts",
  "address",
  "protection",
] as const satisfies readonly (keyof LetterRequest)[];

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** A date written out: "1 mars 2027". */
export function dateInWords(date: CalendarDate, lang: Language): string {
  return `${dayOfMonth(date)} ${months[lang][monthOf(date) - 1]} ${yearOf(date)}`;
}

function factText(value: string | readonly string[], lang: Language): string {
  if (typeof value !== "string") return value.join(", ");
  return isCalendarDate(value) ? dateInWords(value, lang) : value;
}

function missing(name: FactName): DsarError {
  return new DsarError("LETTER_FACT_MISSING", `the letter needs the fact "${name}"`);
}

function fill(text: string, facts: LetterFacts, lang: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (_slot, name: FactName) => {
    const value = facts[name];
    if (value === undefined || isEmpty(value)) throw missing(name);
    return factText(value, lang);
  });
}

function blocksOf(one: LetterPart, { facts, lang, reader = "adult" }: LetterRequest): readonly LetterBlock[] {
  const text = (reader === "child" ? (one.child ?? one.text) : one.text)[lang];
  const list = one.list === undefined ? undefined : facts[one.list];
  if (one.list !== undefined && isEmpty(list)) {
    if (one.instead !== undefined && !isEmpty(facts[one.instead])) return [];
    throw missing(one.list);
  }
  const paragraph: LetterBlock = { kind: "paragraph", part: one.part, text: fill(text, facts, lang) };
  if (list === undefined) return [paragraph];
  const items = (typeof list === "string" ? [list] : list).map((item) => factText(item, lang));
  return [paragraph, { kind: "list", part: one.part, items }];
}

/**
 * Composes a letter in Swedish or English, for an adult or in words for a child. What it says of court, reasons,
 * decision-maker and complaint follows from the case; without all that the law demands there for the case there is no
 * letter.
 *
 * @throws {@link DsarError} `LETTER_UNKNOWN`; `LETTER_NOT_FOR_CASE` for a letter that does not belong to such a case, or
 *   a case that is none; `LETTER_FACT_MISSING` for a needed fact that is absent or empty, which it names;
 *   `LETTER_FACT_MALFORMED` for a day, an amount or a court that is none; `LETTER_ADDRESS_PROTECTED` when an address is
 *   handed in for a protected person; `KEY_UNKNOWN`
 * @example
 * composeLetter("M24", {
 *   lang: "sv",
 *   date,
 *   about: { regime: "gdpr", controller: "public-authority", right: "access", outcome: "refused" },
 *   facts,
 * }); // names förvaltningsrätten, and who decided, when, why
 */
export function composeLetter(id: LetterId, request: LetterRequest): LetterDocument {
  refuseUnknownKeys(request, requestKeys, "a letter's request");
  const { lang, date, reader = "adult", about, facts, address = [], protection = [] } = request;
  const parts = partsOf(id, about, facts);
  if (protection.length > 0 && address.length > 0) {
    throw new DsarError("LETTER_ADDRESS_PROTECTED", "no address may stand in a letter to a protected person");
  }
  checkFacts(facts, about);
  const named = { ...facts, ...courtOf(about, facts, lang) };
  return {
    id,
    lang,
    reader,
    title: letters[id].title[lang],
    date,
    from: fill("{controller}", facts, lang),
    to: address,
    blocks: parts.flatMap((one) => blocksOf(one, { ...request, facts: named })),
  };
}
