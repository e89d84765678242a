/** A review of accesses as a small machine: drawn, judged line by line, signed. It knows no store and no clock. */
import { personOf, type Selected } from "./select-accesses.ts";

export type Verdict = "in-order" | "to-be-explained" | "reported";

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

export interface Drawn extends Done {
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
  /** SHA-256 of the lines. */
  readonly sample: string;
}

export type ReviewEvent =
  | Drawn
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

export interface Review {
  readonly status: "none" | "open" | "signed";
  readonly drawn?: Drawn;
  readonly lines: readonly Line[];
  readonly signedBy?: string;
}

export const noReview: Review = { status: "none", lines: [] };

export type ReviewRefusal = "WRONG_STATE" | "UNKNOWN_LINE" | "OWN_ACCESS" | "WORDS_NEEDED" | "NOT_ALL_JUDGED";

export type ReviewDecision =
  | { readonly ok: true; readonly events: readonly ReviewEvent[] }
  | { readonly ok: false; readonly reason: ReviewRefusal };

const refuse = (reason: ReviewRefusal): ReviewDecision => ({ ok: false, reason });

/** Nobody judges what they did themselves, under whatever role; what is not in order takes words. */
export function decideReview(command: ReviewCommand, review: Review): ReviewDecision {
  const { drawn } = review;
  const { by } = command;
  if (review.status !== "open" || drawn === undefined) return refuse("WRONG_STATE");
  if (command.type === "Sign") {
    if (review.lines.some(({ verdict }) => verdict === undefined)) return refuse("NOT_ALL_JUDGED");
    const verdicts = countVerdicts(review.lines);
    return { ok: true, events: [{ type: "ReviewSigned", by, sample: drawn.sample, verdicts }] };
  }
  const { seq, verdict, words } = command;
  const line = review.lines.find((one) => one.seq === seq);
  if (line === undefined) return refuse("UNKNOWN_LINE");
  if (personOf(line.by) === personOf(by)) return refuse("OWN_ACCESS");
  if (verdict !== "in-order" && words === undefined) return refuse("WORDS_NEEDED");
  const said = words === undefined ? {} : { words };
  return { ok: true, events: [{ type: "AccessJudged", by, seq, verdict, ...said }] };
}

export function countVerdicts(lines: readonly Line[]): Readonly<Record<Verdict, number>> {
  const counts = { "in-order": 0, "to-be-explained": 0, reported: 0 };
  for (const { verdict } of lines) if (verdict !== undefined) counts[verdict] += 1;
  return counts;
}

export function evolveReview(review: Review, event: ReviewEvent): Review {
  switch (event.type) {
    case "ReviewDrawn":
      return { status: "open", drawn: event, lines: event.lines };
    case "AccessJudged": {
      const { by, seq, verdict, words } = event;
      const lines = review.lines.map(({ seq: at, by: reader, why, ...before }): Line =>
        at === seq
          ? { seq: at, by: reader, why, verdict, judgedBy: by, ...(words === undefined ? {} : { words }) }
          : { seq: at, by: reader, why, ...before },
      );
      return { ...review, lines };
    }
    case "ReviewSigned":
      return { ...review, status: "signed", signedBy: event.by };
  }
}
