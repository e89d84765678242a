/** From a letter's data and the facts of a case to a document that any renderer can show. */
import type { Localized } from "@tillit/law-reference";
import { type CalendarDate, dayOfMonth, isCalendarDate, monthOf, yearOf } from "@tillit/civil-time";
import { DsarError } from "../errors.ts";
import type { Protection } from "../people/protection.ts";
import type { FactName, LetterId, LetterPart, PartKind } from "./letter.ts";
import { letters } from "./letters.ts";

/** The facts of a letter. Dates are written out in the letter's language. */
export type LetterFacts = { readonly [Name in FactName]?: string | readonly string[] };

/** A piece of a composed letter. */
export type LetterBlock =
  | { readonly kind: "paragraph"; readonly part: PartKind; readonly text: string }
  | { readonly kind: "list"; readonly part: PartKind; readonly items: readonly string[] };

/** A composed letter, independent of how it will be shown. */
export type LetterDocument = {
  readonly id: LetterId;
  readonly lang: keyof Localized;
  readonly reader: "adult" | "child";
  readonly title: string;
  readonly date: CalendarDate;
  readonly from: string;
  readonly to: readonly string[];
  readonly blocks: readonly LetterBlock[];
};

/** How a letter is to be composed. */
export type LetterRequest = {
  readonly lang: keyof Localized;
  readonly date: CalendarDate;
  readonly reader?: "adult" | "child";
  readonly facts: LetterFacts;
  /** The lines of the address. May not be handed in for a protected person. */
  readonly address?: readonly string[];
  readonly protection?: readonly Protection[];
};

const months: Readonly<Record<keyof Localized, readonly string[]>> = {
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
export function dateInWords(date: CalendarDate, lang: keyof Localized): string {
  return `${dayOfMonth(date)} ${months[lang][monthOf(date) - 1]} ${yearOf(date)}`;
}

function factText(value: string | readonly string[], lang: keyof Localized): string {
  if (typeof value !== "string") return value.join(", ");
  return isCalendarDate(value) ? dateInWords(value, lang) : value;
}

function fill(text: string, facts: LetterFacts, lang: keyof Localized): string {
  return text.replaceAll(/\{(\w+)\}/g, (_slot, name: FactName) => {
    const value = facts[name];
    if (value === undefined) throw missing(name);
    return factText(value, lang);
  });
}

function missing(name: FactName): DsarError {
  return new DsarError("LETTER_FACT_MISSING", `the letter needs the fact "${name}"`);
}

function isEmpty(value: string | readonly string[] | undefined): boolean {
  return value === undefined || value.length === 0;
}

function blocksOf(one: LetterPart, { facts, lang, reader = "adult" }: LetterRequest): readonly LetterBlock[] {
  if (one.when !== undefined && isEmpty(facts[one.when])) return [];
  if (one.unless !== undefined && !isEmpty(facts[one.unless])) return [];
  const text = (reader === "child" ? (one.child ?? one.text) : one.text)[lang];
  const paragraph: LetterBlock = { kind: "paragraph", part: one.part, text: fill(text, facts, lang) };
  if (one.list === undefined) return [paragraph];
  const value = facts[one.list];
  if (value === undefined) throw missing(one.list);
  const items = (typeof value === "string" ? [value] : value).map((item) => factText(item, lang));
  return [paragraph, { kind: "list", part: one.part, items }];
}

/**
 * Composes a letter in Swedish or English, for an adult or in words for a child.
 *
 * @throws {@link DsarError} `LETTER_UNKNOWN`; `LETTER_FACT_MISSING` for a needed fact that is absent or empty;
 *   `LETTER_ADDRESS_PROTECTED` when an address is handed in for a protected person
 */
export function composeLetter(id: LetterId, request: LetterRequest): LetterDocument {
  if (!Object.hasOwn(letters, id)) throw new DsarError("LETTER_UNKNOWN", "there is no such letter");
  const letter = letters[id];
  const { lang, date, reader = "adult", facts, address = [], protection = [] } = request;
  if (protection.length > 0 && address.length > 0) {
    throw new DsarError("LETTER_ADDRESS_PROTECTED", "no address may stand in a letter to a protected person");
  }
  for (const name of letter.facts) if (isEmpty(facts[name])) throw missing(name);
  return {
    id,
    lang,
    reader,
    title: letter.title[lang],
    date,
    from: factText(facts.controller ?? "", lang),
    to: address,
    blocks: letter.parts.flatMap((one) => blocksOf(one, request)),
  };
}
