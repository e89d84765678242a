/** Which letters a case can have, of which parts, and which facts those need. */
import type { DecisionOutcome } from "../decision/verdict.ts";
import { DsarError } from "../errors.ts";
import { remedyOf } from "../regime/remedy.ts";
import { checkCase, isWithin, type LetterCase } from "./letter-case.ts";
import { isEmpty, type LetterFacts } from "./letter-facts.ts";
import type { FactName, LetterId, LetterPart } from "./letter.ts";
import { letters } from "./texts/letters.ts";

function hasRemedy({ remedy }: LetterPart, { regime, controller }: LetterCase): boolean {
  if (remedy === undefined) return true;
  const { appeal, complaint, court } = remedyOf(regime, controller);
  return { appeal: appeal !== undefined, complaint, court }[remedy];
}

/**
 * The parts of a letter in a case, as far as the facts show them.
 *
 * @throws {@link DsarError} `LETTER_UNKNOWN`, `LETTER_NOT_FOR_CASE`
 */
export function partsOf(id: LetterId, about: LetterCase, facts: LetterFacts): readonly LetterPart[] {
  if (!Object.hasOwn(letters, id)) throw new DsarError("LETTER_UNKNOWN", "there is no such letter");
  checkCase(about);
  const { scope, parts } = letters[id];
  if (!isWithin(scope, about)) {
    throw new DsarError("LETTER_NOT_FOR_CASE", "that letter does not belong to such a case");
  }
  return parts.filter(
    (one) =>
      isWithin(one.only ?? {}, about) &&
      hasRemedy(one, about) &&
      (one.when === undefined || !isEmpty(facts[one.when])) &&
      (one.unless === undefined || isEmpty(facts[one.unless])),
  );
}

/**
 * The letters that a case can have: by its law, its kind of controller, its right and what was decided.
 *
 * @throws {@link DsarError} `LETTER_NOT_FOR_CASE` for a case that is none
 */
export function lettersFor(about: LetterCase): readonly LetterId[] {
  checkCase(about);
  return (Object.keys(letters) as LetterId[]).filter((id) => isWithin(letters[id].scope, about));
}

/** Where a case stands, as far as its letters ask. */
export type LetterStanding = Omit<LetterCase, "outcome"> & {
  /** What the case was decided to. */
  readonly decided?: DecisionOutcome | undefined;
  /** An appeal has been dismissed as too late. */
  readonly dismissed: boolean;
};

/**
 * What a letter is about in a case: the decision where the letter tells one, else nothing decided. The letter on an
 * appeal tells a decision of its own, the dismissal.
 *
 * @returns undefined for a letter that the case cannot have
 * @throws {@link DsarError} `LETTER_NOT_FOR_CASE` for a case that is none
 */
export function letterCase(id: LetterId, standing: LetterStanding): LetterCase | undefined {
  const { regime, controller, right, decided, dismissed } = standing;
  const ofAppeal = dismissed ? (["refused"] as const) : [undefined];
  const told = id === "M21" ? ofAppeal : [decided, undefined];
  const cases = told.map((outcome): LetterCase => ({ regime, controller, right, outcome }));
  return cases.find((about) => lettersFor(about).includes(id));
}

// Found by the case itself.
const ours: ReadonlySet<string> = new Set(["court"]);

function factsIn({ text, list, instead }: LetterPart, facts: LetterFacts): readonly FactName[] {
  const slots = [...text.sv.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as FactName);
  const listed = list === undefined || (instead !== undefined && !isEmpty(facts[instead])) ? [] : [list];
  return [...slots, ...listed].filter((name) => !ours.has(name));
}

/**
 * The facts without which there is no such letter in such a case, in the order they are told.
 *
 * @param facts - what is known: some parts are only there because of it
 * @throws {@link DsarError} `LETTER_UNKNOWN`, `LETTER_NOT_FOR_CASE`
 * @example
 * neededFacts("M18", { regime: "public-records", controller: "public-authority", right: "access", outcome: "refused" });
 * // receivedOn, controller, withheld, reasons, provisions, decidedOn, decidedBy, contact, case
 */
export function neededFacts(id: LetterId, about: LetterCase, facts: LetterFacts = {}): readonly FactName[] {
  return [...new Set(partsOf(id, about, facts).flatMap((one) => factsIn(one, facts)))];
}
