/** A letter as data: which facts it needs, which parts it has, and which of them the law demands. */
import type { Localized } from "@tillit/law-reference";
import type { LawRef } from "../case/request.ts";

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
  | "M24";

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
  | "matter";

/** One part. `child`: the same in words for a child; a part without it is the same for all readers. */
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
};

/** A letter. */
export type LetterDefinition = {
  readonly id: LetterId;
  readonly title: Localized;
  readonly to: "requester" | "recipient" | "controller" | "ivo" | "court";
  readonly facts: readonly FactName[];
  readonly parts: readonly LetterPart[];
  /** The parts the law demands. */
  readonly mandatory: readonly PartKind[];
  readonly law: readonly LawRef[];
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
export function law(act: string, at: string, grade: LawRef["grade"] = "V"): LawRef {
  return { act, at, grade };
}
