/** A review of accesses: drawn, judged line by line, signed. */
import type { Selected } from "./select-accesses.ts";

/** What a judged access was found to be. */
export const verdicts = ["in-order", "to-be-explained", "reported"] as const;

export type Verdict = (typeof verdicts)[number];

export interface Line extends Selected {
  readonly verdict?: Verdict;
  readonly judgedBy?: string;
  /** Digest of sealed words. */
  readonly words?: string;
}

/** By whom, as the log names them: role and pseudonym. */
interface Done {
  readonly by: string;
}

export interface ReviewDrawn extends Done {
  readonly type: "ReviewDrawn";
  /** Which rules picked and sampled. */
  readonly rules: string;
  /** Calendar days, both included. */
  readonly period: { readonly from: string; readonly to: string };
  /** Entries of the log, from and up to but not including. */
  readonly entries: { readonly from: number; readonly to: number };
  /** The signed size and root that the sample was drawn with, base64url. */
  readonly seed: { readonly size: number; readonly root: string };
  readonly population: number;
  readonly picked: number;
  readonly lines: readonly Selected[];
  /** SHA-256 of the lines, as `contentHash` of `@tillit/canonical-json` gives it. */
  readonly sample: string;
}

export type ReviewEvent =
  | ReviewDrawn
  | (Done & {
      readonly type: "AccessJudged";
      readonly seq: number;
      readonly verdict: Verdict;
      readonly words?: string;
    })
  | (Done & {
      readonly type: "ReviewSigned";
      readonly sample: string;
      readonly verdicts: Readonly<Record<Verdict, number>>;
    });

export type ReviewCommand =
  | (Done & {
      readonly type: "Judge";
      readonly seq: number;
      readonly verdict: Verdict;
      readonly words?: string;
    })
  | (Done & { readonly type: "Sign" });

export const reviewStatuses = ["none", "open", "signed"] as const;

export interface Review {
  readonly status: (typeof reviewStatuses)[number];
  readonly drawn?: ReviewDrawn;
  readonly lines: readonly Line[];
  readonly signedBy?: string;
}

/** Before it has been drawn. */
export const initialReview: Review = { status: "none", lines: [] };
