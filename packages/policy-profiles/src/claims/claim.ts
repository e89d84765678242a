/**
 * What the five policies say, sentence by sentence, in our own words. A claim points to its sentence by number
 * and by the SHA-256 of the sentence with white space folded; the sentence itself is not kept here.
 */
import type { Grade } from "@tillit/law-reference";
import type { LintProblem } from "@tillit/consent-legal-basis";

/** What is doubtful about a claim, as we read the law: the problems that the linter of policy texts names. */
export type ProblemCode = LintProblem;

export const problemNames: Readonly<Record<ProblemCode, string>> = {
  P1: "consent under imbalance, conditional or swapped",
  P2: "implied or blanket consent",
  P3: "legal basis differs from the law as we read it, or is unclear",
  P4: "data on offences on consent",
  P5: "former name of an authority or organisation",
  P6: "repealed act",
  P7: "retention differs from the law as we read it",
  P8: "item of Art. 13, 14 or 15 not answered",
  P9: "absolute promise, or one that cannot be shown",
  P10: "processor agreement not always",
  P11: "right wider or narrower than the law, or a form or channel required",
  P12: "controller or role unclear",
  P13: "third-country question open",
  P14: "data protection officer not named or position unclear",
  P15: "statement of fact or law that differs from the source as we read it",
};

export type Claim = {
  /** Document and running number, "001-24". */
  readonly id: string;
  /** Section of the document, counted by headings; 0 is before the first. */
  readonly section: number;
  /** Sentence within the section, from 1; 0 is the heading. */
  readonly sentence: number;
  readonly sha256: string;
  readonly kind: string;
  /** The claim in our own words. */
  readonly says: string;
  /** What a system must do or hold for the claim to be true. */
  readonly needs?: string;
  readonly problems: readonly ProblemCode[];
  /** How the claim differs from law or fact, as we read it. */
  readonly reading?: string;
  /** Grade of the reading: I = our interpretation. */
  readonly grade?: Grade;
};
