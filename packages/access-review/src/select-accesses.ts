/** Which accesses of a period are looked at: all that a rule picks, and a share of the rest that anyone can draw again. */
import { personOf, type SeenAccess } from "./access.ts";
import { AccessReviewError } from "./errors.ts";
import { refuseUnknownKeys } from "./known-keys.ts";
import { swedishDayOf } from "./moment.ts";
import { atOddHours } from "./odd-hours.ts";
import type { ReviewRules, Why } from "./rules.ts";

export interface Selected {
  readonly seq: number;
  readonly by: string;
  readonly why: readonly Why[];
}

export interface Selection {
  readonly population: number;
  /** How many a rule picks, drawn or not. */
  readonly picked: number;
  /** What is to be judged, in the order of the log. */
  readonly lines: readonly Selected[];
}

/** `drawSample` of `@tillit/audit-chain`, or one that is as fair: the same seed and positions give the same ones. */
export type DrawSample = (seed: Uint8Array, positions: readonly number[], count: number) => readonly number[];

export interface Drawing {
  readonly rules: ReviewRules;
  /** What nobody could choose: the root of a signed checkpoint made after the last of the accesses. */
  readonly seed: Uint8Array;
  readonly drawSample: DrawSample;
}

const accessKeys = ["seq", "record", "at", "by", "guarded", "assignees", "closedDays", "flagged"] as const;

/** Persons and days with more records than one looks at in a day. Whoever reads in two roles is one person. */
function busyDays(accesses: readonly SeenAccess[], most: number): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const access of accesses) {
    const key = personDay(access);
    const records = seen.get(key) ?? new Set<string>();
    seen.set(key, records.add(access.record));
  }
  return new Set([...seen].filter(([, { size }]) => size > most).map(([key]) => key));
}

function personDay({ by, at }: SeenAccess): string {
  return `${personOf(by)} ${swedishDayOf(at)}`;
}

function reasons(access: SeenAccess, rules: ReviewRules, busy: ReadonlySet<string>): readonly Why[] {
  const { guarded, assignees, at, by, closedDays = 0, flagged } = access;
  const holds: readonly (readonly [Why, boolean])[] = [
    ["protected-identity", guarded],
    ["outside-assignment", assignees.length > 0 && !assignees.includes(personOf(by))],
    ["odd-hours", atOddHours(at, rules.hours)],
    ["long-closed", closedDays > rules.longClosedDays],
    ["many-in-a-day", busy.has(personDay(access))],
    ["flagged", flagged],
  ];
  return holds.filter(([, yes]) => yes).map(([why]) => why);
}

/**
 * Picks by rule, says why, and draws from the rest.
 *
 * @throws {@link AccessReviewError} `DRAW_MISSING` without a function that draws; `INPUT_MALFORMED`, `KEY_UNKNOWN`
 * @example
 * selectAccesses(accesses, { rules: accessReviewRules, seed: checkpoint.root, drawSample }).lines;
 */
export function selectAccesses(
  accesses: readonly SeenAccess[],
  { rules, seed, drawSample }: Drawing,
): Selection {
  // Also from plain JavaScript: without a fair draw there is no review.
  if (typeof drawSample !== "function")
    throw new AccessReviewError("DRAW_MISSING", "drawSample is the function that draws");
  if (!(seed instanceof Uint8Array) || seed.length === 0)
    throw new AccessReviewError("INPUT_MALFORMED", "seed is bytes that nobody could choose");
  for (const access of accesses) refuseUnknownKeys(access, accessKeys, "an access");
  const busy = busyDays(accesses, rules.manyRecords);
  const judged = accesses.map((access): Selected => ({
    seq: access.seq,
    by: access.by,
    why: reasons(access, rules, busy),
  }));
  const picked = judged.filter(({ why }) => why.length > 0);
  const rest = judged.filter(({ why }) => why.length === 0);
  const size = Math.min(rules.atMost, Math.max(rules.atLeast, Math.ceil(rest.length * rules.share)));
  const draw = (from: readonly Selected[], count: number): readonly number[] =>
    drawSample(
      seed,
      from.map(({ seq }) => seq),
      count,
    );
  const chosen = new Set([...draw(picked, rules.mostPicked), ...draw(rest, size)]);
  const lines = judged
    .filter(({ seq }) => chosen.has(seq))
    .map(({ seq, by, why }) => ({ seq, by, why: why.length === 0 ? (["sampled"] as const) : why }));
  return { population: accesses.length, picked: picked.length, lines };
}
