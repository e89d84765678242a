import { personOf } from "./access.ts";
import { refuseUnknownKeys } from "./known-keys.ts";
import {
  type Line,
  type Review,
  type ReviewCommand,
  type ReviewEvent,
  type Verdict,
  verdicts,
} from "./review.ts";

/** Why a command is refused; a lawful "no", not a fault. */
export type ReviewRefusal =
  | "WRONG_STATE"
  | "UNKNOWN_LINE"
  | "UNKNOWN_VERDICT"
  | "OWN_ACCESS"
  | "WORDS_NEEDED"
  | "NOT_ALL_JUDGED"
  | "UNKNOWN_COMMAND";

export type ReviewDecision =
  | { readonly ok: true; readonly events: readonly ReviewEvent[] }
  | { readonly ok: false; readonly reason: ReviewRefusal };

const keys: Readonly<Record<ReviewCommand["type"], readonly string[]>> = {
  Judge: ["type", "by", "seq", "verdict", "words"],
  Sign: ["type", "by"],
};

const refuse = (reason: ReviewRefusal): ReviewDecision => ({ ok: false, reason });

/**
 * What follows from a command. Nobody judges what they did themselves, under whatever role; what is not in order takes
 * words; only what has been judged whole is signed.
 *
 * @throws {@link AccessReviewError} `KEY_UNKNOWN` for a field that the command does not have
 * @example
 * decide({ type: "Judge", by: "decision-maker:77", seq: 4, verdict: "in-order" }, review);
 */
export function decide(command: ReviewCommand, review: Review): ReviewDecision {
  if (!Object.hasOwn(keys, command.type)) return refuse("UNKNOWN_COMMAND");
  refuseUnknownKeys(command, keys[command.type], "a command");
  const { drawn } = review;
  const { by } = command;
  if (review.status !== "open" || drawn === undefined) return refuse("WRONG_STATE");
  if (command.type === "Sign") {
    if (review.lines.some(({ verdict }) => verdict === undefined)) return refuse("NOT_ALL_JUDGED");
    const counts = countVerdicts(review.lines);
    return { ok: true, events: [{ type: "ReviewSigned", by, sample: drawn.sample, verdicts: counts }] };
  }
  const { seq, verdict, words } = command;
  const line = review.lines.find((one) => one.seq === seq);
  if (line === undefined) return refuse("UNKNOWN_LINE");
  if (!verdicts.includes(verdict)) return refuse("UNKNOWN_VERDICT");
  if (personOf(line.by) === personOf(by)) return refuse("OWN_ACCESS");
  if (verdict !== "in-order" && (words ?? "") === "") return refuse("WORDS_NEEDED");
  const said = words === undefined ? {} : { words };
  return { ok: true, events: [{ type: "AccessJudged", by, seq, verdict, ...said }] };
}

/** How many lines have each verdict; those that are not judged yet have none. */
export function countVerdicts(lines: readonly Line[]): Readonly<Record<Verdict, number>> {
  const counts = { "in-order": 0, "to-be-explained": 0, reported: 0 };
  for (const { verdict } of lines) if (verdict !== undefined) counts[verdict] += 1;
  return counts;
}
