/** How one answer differs from another, and whether it moves towards destruction. */
import type { Disposition, Outcome } from "../disposition.ts";

export type ChangeKind =
  | "outcome"
  | "earlier"
  | "later"
  | "closes-earlier"
  | "closes-later"
  | "receiver"
  | "rule-only";

export interface AnswerChange {
  readonly kind: ChangeKind;
  readonly from: Outcome;
  readonly to: Outcome;
  /** The new rules let something go that the old kept, or let it go earlier. */
  readonly gated: boolean;
}

/** How far an outcome is from destruction. */
const distance: Readonly<Record<Outcome, number>> = {
  preserve: 5,
  transfer: 4,
  conflict: 3,
  undetermined: 3,
  review: 3,
  partial: 2,
  dispose: 1,
};

function movement(before: string | undefined, after: string | undefined): -1 | 0 | 1 {
  if (before === after) return 0;
  if (before === undefined) return -1;
  if (after === undefined) return 1;
  return after < before ? -1 : 1;
}

/** The difference between two answers about one record, or undefined. */
export function compareAnswers(before: Disposition, after: Disposition): AnswerChange | undefined {
  const base = { from: before.outcome, to: after.outcome };
  if (before.outcome !== after.outcome)
    return { ...base, kind: "outcome", gated: distance[after.outcome] < distance[before.outcome] };
  if (before.transferTo !== after.transferTo) return { ...base, kind: "receiver", gated: true };
  const pending = (disposition: Disposition): boolean =>
    disposition.status === "pending" &&
    disposition.earliest === undefined &&
    disposition.latest === undefined;
  if (before.outcome === "dispose" && pending(before) !== pending(after))
    return { ...base, kind: pending(before) ? "earlier" : "later", gated: pending(before) };
  const early =
    before.outcome === "dispose"
      ? movement(before.earliest ?? "0", after.earliest ?? "0")
      : movement(before.earliest, after.earliest);
  if (early !== 0) return { ...base, kind: early < 0 ? "earlier" : "later", gated: early < 0 };
  const close = movement(before.latest ?? "9999", after.latest ?? "9999");
  if (close !== 0) return { ...base, kind: close < 0 ? "closes-earlier" : "closes-later", gated: close < 0 };
  if (before.deciding?.rule !== after.deciding?.rule) return { ...base, kind: "rule-only", gated: false };
  return undefined;
}
