/** The facts letters are filled with: which are there, and whether they are what they are called. */
import type { Language, Localized } from "@tillit/law-reference";
import { isCalendarDate } from "@tillit/civil-time";
import { DsarError } from "../errors.ts";
import { remedyOf } from "../regime/remedy.ts";
import type { LetterCase } from "./letter-case.ts";
import type { FactName } from "./letter.ts";

/** The facts of a letter. Dates are written out in the letter's language. */
export type LetterFacts = { readonly [Name in FactName]?: string | readonly string[] };

/** Nothing, white space alone, or a list with a line that says nothing. */
export function isEmpty(value: string | readonly string[] | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return value.length === 0 || value.some((line) => line.trim() === "");
}

const days: readonly FactName[] = [
  "receivedOn",
  "lastDay",
  "extendedLastDay",
  "replyBy",
  "decidedOn",
  "servedOn",
  "restrictedFrom",
  "liftOn",
  "appealReceivedOn",
  "appealLastDay",
];

const courts = {
  forvaltningsratten: {
    named: /^förvaltningsrätten\b/i,
    plain: { sv: "förvaltningsrätten", en: "the administrative court (förvaltningsrätten)" },
  },
  kammarratten: {
    named: /^kammarrätten\b/i,
    plain: { sv: "kammarrätten", en: "the administrative court of appeal (kammarrätten)" },
  },
} as const satisfies Readonly<Record<string, { readonly named: RegExp; readonly plain: Localized }>>;

function malformed(name: FactName, wanted: string): DsarError {
  return new DsarError("LETTER_FACT_MALFORMED", `the fact "${name}" is ${wanted}`);
}

function courtIn(about: LetterCase): (typeof courts)[keyof typeof courts] | undefined {
  const { appeal } = remedyOf(about.regime, about.controller);
  return appeal === undefined ? undefined : courts[appeal.court];
}

/**
 * Refuses days that are none, an amount that is none, and a court of another kind than the case is appealed to.
 *
 * @throws {@link DsarError} `LETTER_FACT_MALFORMED`
 */
export function checkFacts(facts: LetterFacts, about: LetterCase): void {
  for (const name of days) {
    const value = facts[name];
    if (!isEmpty(value) && !isCalendarDate(value)) throw malformed(name, "a date, YYYY-MM-DD");
  }
  const { fee, court } = facts;
  if (!isEmpty(fee) && !(typeof fee === "string" && /^[1-9]\d*$/.test(fee.trim()))) {
    throw malformed("fee", "a whole number of kronor");
  }
  const kind = courtIn(about);
  if (
    kind !== undefined &&
    !isEmpty(court) &&
    !(typeof court === "string" && kind.named.test(court.trim()))
  ) {
    throw malformed("court", "the name of the court that the case is appealed to");
  }
}

/** The court of the case: by its name where that is known, else by its kind. */
export function courtOf(about: LetterCase, { court }: LetterFacts, lang: Language): LetterFacts {
  const kind = courtIn(about);
  return kind === undefined
    ? { court: "" }
    : { court: court === undefined || isEmpty(court) ? kind.plain[lang] : court };
}
