import type { Localized } from "@tillit/law-reference";
import type { FindingCode, Severity } from "../check/finding.ts";
import type { ControllerKind } from "../law/law-ref.ts";
import type { NationalTopic } from "../law/national-law.ts";

/** The fifteen kinds of problem that a policy text shows. */
export type LintProblem =
  | "P1"
  | "P2"
  | "P3"
  | "P4"
  | "P5"
  | "P6"
  | "P7"
  | "P8"
  | "P9"
  | "P10"
  | "P11"
  | "P12"
  | "P13"
  | "P14"
  | "P15";

export type LintRule = {
  readonly code: FindingCode;
  readonly problems: readonly LintProblem[];
  readonly severity: Severity;
  /** How often such a match is a real problem, from reading examples: 0 to 1. */
  readonly confidence: number;
  readonly articles: readonly string[];
  readonly topics?: readonly NationalTopic[];
  readonly message: Localized;
  /** Every list must match in the sentence; the quoted span covers the matches. */
  readonly all: readonly RegExp[];
  /** None of these may match in the sentence. */
  readonly none?: readonly RegExp[];
  /** Only where the organisation is of this kind. */
  readonly kind?: ControllerKind;
  /** All lists must match within one clause. */
  readonly clause?: true;
  /** Somewhere in the text. */
  readonly textHas?: RegExp;
  /** Nowhere in the text. */
  readonly textLacks?: RegExp;
  /** Not when the next sentence says this. */
  readonly unlessNext?: RegExp;
  /** Only the first place; "wording" = the first place of each wording matched. */
  readonly first?: "text" | "wording";
};

/** A word list: each entry is a stem; any ending counts. */
export function stems(...list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${list.join("|")})\\p{L}*`, "giu");
}

/** Whole words or phrases. */
export function words(...list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${list.join("|")})(?![\\p{L}\\d])`, "giu");
}
