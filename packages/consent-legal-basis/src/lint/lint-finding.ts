import type { CalendarDate } from "@tillit/civil-time";
import type { Finding } from "../check/finding.ts";
import type { ControllerKind } from "../law/law-ref.ts";
import type { NationalLaw } from "../law/national-law.ts";
import type { LintProblem } from "./lint-rule.ts";
import type { Sentence } from "./sentences.ts";

export type LintFinding = Finding & {
  readonly problems: readonly LintProblem[];
  /** The words that struck, as they stand in the text; empty for what the whole text lacks. */
  readonly quote: string;
  /** Place of the quote in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Section and sentence, as {@link sentencesOf} numbers them; absent for the whole text. */
  readonly section?: number;
  readonly sentence?: number;
  readonly confidence: number;
};

export type LintOptions = {
  /** The day the text is read: decides which laws and names are in force. */
  readonly on: CalendarDate;
  readonly national?: NationalLaw;
  /** Whose text it is; worked out from its words if left out. */
  readonly kind?: ControllerKind;
};

/** Where a span of the folded sentence stands; folding keeps lengths unless the source has runs of white space. */
export function place(
  sentence: Sentence,
  span: { readonly from: number; readonly to: number },
): Pick<LintFinding, "path" | "quote" | "start" | "end" | "section" | "sentence"> {
  const start = Math.min(sentence.start + span.from, sentence.end);
  return {
    path: [sentence.section, sentence.number],
    quote: sentence.text.slice(span.from, span.to),
    start,
    end: Math.min(sentence.start + span.to, sentence.end),
    section: sentence.section,
    sentence: sentence.number,
  };
}
