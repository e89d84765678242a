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

/** Where a span of the folded sentence stands in the text, with the words as they stand there. */
export function place(
  sentence: Sentence,
  span: { readonly from: number; readonly to: number },
): Pick<LintFinding, "path" | "quote" | "start" | "end" | "section" | "sentence"> {
  const from = unfolded(sentence.raw, span.from);
  const to = unfolded(sentence.raw, span.to - 1) + 1;
  return {
    path: [sentence.section, sentence.number],
    quote: sentence.raw.slice(from, to),
    start: sentence.start + from,
    end: sentence.start + to,
    section: sentence.section,
    sentence: sentence.number,
  };
}

/** The index in the raw sentence of a character of the folded one: a run of white space counts once. */
function unfolded(raw: string, index: number): number {
  let folded = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const inRun = /\s/u.test(raw.charAt(at)) && at > 0 && /\s/u.test(raw.charAt(at - 1));
    if (inRun) continue;
    if (folded === index) return at;
    folded += 1;
  }
  return raw.length - 1;
}
