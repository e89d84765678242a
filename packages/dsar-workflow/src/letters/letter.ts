/** A letter as data: for which cases it is, and which parts it has in which of them. */
import type { Localized } from "@tillit/law-reference";
import type { GradedLawRef } from "@tillit/law-reference";
import type { LetterScope } from "./letter-case.ts";

/** The letters of a request. */
export type LetterId =
  | "M01"
  | "M02"
  | "M03"
  | "M04"
  | "M05"
  | "M06"
  | "M07"
  | "M08"
  | "M09"
  | "M10"
  | "M11"
  | "M12"
  | "M13"
  | "M14"
  | "M15"
  | "M16"
  | "M17"
  | "M18"
  | "M19"
  | "M20"
  | "M21"
  | "M22"
  | "M23"
  | "M24"
  | "M25"
  | "M26";

/** What a part of a letter does. */
export type PartKind =
  | "greeting"
  | "receipt"
  | "deadline"
  | "question"
  | "extension"
  | "outcome"
  | "given"
  | "withheld"
  | "information"
  | "reasons"
  | "provisions"
  | "secrecy-note"
  | "decided-by"
  | "appeal"
  | "imy-complaint"
  | "court-remedy"
  | "damages"
  | "ivo"
  | "fee"
  | "next"
  | "dispute"
  | "notice"
  | "restriction"
  | "contact";

/** The facts letters are filled with. */
export type FactName =
  | "controller"
  | "contact"
  | "case"
  | "receivedOn"
  | "lastDay"
  | "extendedLastDay"
  | "replyBy"
  | "question"
  | "reasons"
  | "request"
  | "given"
  | "withheld"
  | "provisions"
  | "decidedBy"
  | "decidedOn"
  | "servedOn"
  | "fee"
  | "systems"
  | "correction"
  | "dispute"
  | "recipient"
  | "concerns"
  | "measure"
  | "recipients"
  | "restrictedFrom"
  | "liftOn"
  | "stopped"
  | "kept"
  | "format"
  | "newController"
  | "opinion"
  | "appealReceivedOn"
  | "appealLastDay"
  | "appealVerdict"
  | "matter"
  /** The post of who decided, or the paragraph of the order of delegation. */
  | "delegation"
  /** Who presented the matter (föredragande). */
  | "presentedBy"
  /** Who would have decided otherwise, and how. */
  | "dissent"
  /** The court of an appeal by its full name. */
  | "court"
  /** The authorities by their names on the day of the letter. */
  | "supervisor"
  | "supervisorContact"
  | "inspectorate"
  /** The secrecy provisions among those that were applied. */
  | "secrecy"
  /** What is given on condition (OSL 10 kap. 14 §). */
  | "reserved";

/**
 * One part. `child`: the same in words for a child; a part without it is the same for all readers. What a part in scope
 * names must be known, or there is no letter, unless it is only shown `when` or `unless` a fact is handed in.
 */
export type LetterPart = {
  readonly part: PartKind;
  readonly text: Localized;
  readonly child?: Localized;
  /** Shown as a list of this fact under the text. */
  readonly list?: FactName;
  /** Shown only when this fact is handed in. */
  readonly when?: FactName;
  /** Shown only when this fact is not handed in. */
  readonly unless?: FactName;
  /** A fact that says enough where its list is missing. */
  readonly instead?: FactName;
  /** The cases it is for. */
  readonly only?: LetterScope;
  /** Shown only where the case has this remedy. */
  readonly remedy?: "appeal" | "complaint" | "court";
};

/** A letter: for which cases, and its parts. */
export type LetterDefinition = {
  readonly id: LetterId;
  readonly title: Localized;
  readonly to: "requester" | "recipient" | "controller" | "ivo" | "court";
  readonly scope: LetterScope;
  readonly parts: readonly LetterPart[];
  readonly law: readonly GradedLawRef[];
};

/** A part of every letter of its kind. */
export function part(
  kind: PartKind,
  sv: string,
  en: string,
  more: Omit<LetterPart, "part" | "text"> = {},
): LetterPart {
  return { part: kind, text: { sv, en }, ...more };
}

/** A provision a letter rests on. */
export function law(act: string, at: string, grade: GradedLawRef["grade"] = "V"): GradedLawRef {
  return { act, at, grade };
}
