import { addDays, parseDate } from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  evolve,
  initialReview,
  isUnsignedTooLong,
  overdueReviews,
  periodEnd,
  periodStart,
  personOf,
  type Review,
  type ReviewCommand,
  type ReviewDrawn,
  verdicts,
} from "../src/index.ts";
import { rules } from "./accesses.ts";

const drawn = (readers: readonly string[], to = "2026-10-31"): ReviewDrawn => ({
  type: "ReviewDrawn",
  by: "decision-maker:d",
  rules: rules.id,
  period: { from: "2026-10-01", to },
  entries: { from: 0, to: 100 },
  seed: { size: 100, root: "A" },
  population: 50,
  picked: readers.length,
  lines: readers.map((by, seq) => ({ seq, by, why: ["flagged"] })),
  sample: "s",
});

const begun = (...readers: string[]): Review => evolve(initialReview, drawn(readers));

function act(review: Review, command: ReviewCommand): Review {
  const decision = decide(command, review);
  return decision.ok ? decision.events.reduce(evolve, review) : review;
}

const judge = (seq: number, by: string, more: object = {}): ReviewCommand => ({
  type: "Judge",
  by,
  seq,
  verdict: "in-order",
  ...more,
});

describe("a review", () => {
  const signed = act(act(begun("caseworker:a"), judge(0, "decision-maker:d")), {
    type: "Sign",
    by: "decision-maker:d",
  });

  test.each<[string, Review, ReviewCommand, string]>([
    ["before it is drawn", initialReview, judge(0, "decision-maker:d"), "WRONG_STATE"],
    ["of a line that is none", begun("caseworker:a"), judge(9, "decision-maker:d"), "UNKNOWN_LINE"],
    ["of one's own access", begun("caseworker:a"), judge(0, "caseworker:a"), "OWN_ACCESS"],
    [
      "of one's own access in another role",
      begun("caseworker:a"),
      judge(0, "decision-maker:a"),
      "OWN_ACCESS",
    ],
    [
      "to be explained, without words",
      begun("caseworker:a"),
      judge(0, "x:d", { verdict: "to-be-explained" }),
      "WORDS_NEEDED",
    ],
    [
      "reported, with empty words",
      begun("caseworker:a"),
      judge(0, "x:d", { verdict: "reported", words: "" }),
      "WORDS_NEEDED",
    ],
    [
      "with a verdict that is none",
      begun("caseworker:a"),
      judge(0, "x:d", { verdict: "fine" }),
      "UNKNOWN_VERDICT",
    ],
    ["signed before all is judged", begun("caseworker:a"), { type: "Sign", by: "x:d" }, "NOT_ALL_JUDGED"],
    [
      "by a command that is none",
      begun("caseworker:a"),
      { type: "Undo", by: "x:d" } as never,
      "UNKNOWN_COMMAND",
    ],
    ["that is signed", signed, judge(0, "x:d"), "WRONG_STATE"],
    ["that is signed, signed again", signed, { type: "Sign", by: "x:d" }, "WRONG_STATE"],
  ])("%s is refused", (_what, review, command, reason) => {
    expect(decide(command, review)).toEqual({ ok: false, reason });
  });

  test("a field that no command has is refused", () => {
    expect(() => decide({ ...judge(0, "x:d"), worsd: "w" } as never, begun("caseworker:a"))).toThrow(
      expect.objectContaining({ code: "KEY_UNKNOWN" }),
    );
  });

  test("that is signed counts its verdicts and names its sample", () => {
    expect(signed).toMatchObject({ status: "signed", signedBy: "decision-maker:d" });
  });

  const person = fc
    .constantFrom("a", "b", "c")
    .chain((who) => fc.constantFrom("caseworker", "decision-maker").map((role) => `${role}:${who}`));
  const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
    fc.record({ type: fc.constant("Sign" as const), by: person }),
    fc.record({
      type: fc.constant("Judge" as const),
      by: person,
      seq: fc.integer({ min: -1, max: 4 }),
      verdict: fc.constantFrom(...verdicts),
      words: fc.constantFrom("w", ""),
    }),
  );

  test("whatever is tried: nobody judges an own access, nothing amiss stands without words, and a signed one stays", () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.array(command, { maxLength: 30 }),
        (readers, tried) => {
          const stages = [begun(...readers)];
          for (const one of tried) stages.push(act(stages.at(-1) ?? initialReview, one));
          const judged = stages.flatMap(({ lines }) => lines.filter(({ verdict }) => verdict !== undefined));
          expect(judged.filter(({ by, judgedBy = "" }) => personOf(judgedBy) === personOf(by))).toEqual([]);
          expect(judged.filter(({ verdict, words }) => verdict !== "in-order" && words !== "w")).toEqual([]);
          const signedOnes = stages.filter(({ status }) => status === "signed");
          expect(new Set(signedOnes).size).toBeLessThanOrEqual(1);
          const whole = signedOnes.every(({ lines }) => lines.every(({ verdict }) => verdict !== undefined));
          expect(whole).toBe(true);
        },
      ),
    );
  });
});

describe("the period of a review", () => {
  const today = parseDate("2026-12-01");
  const before = begun("caseworker:a");
  const done: Review = { ...before, status: "signed" };

  test("ends yesterday where nothing else is asked, and never on a day that is not over", () => {
    expect(periodEnd({ today })).toEqual({ ok: true, to: "2026-11-30" });
    expect(periodEnd({ today, until: today })).toEqual({ ok: false, reason: "PERIOD_NOT_OVER" });
    expect(periodEnd({ today, last: before })).toEqual({ ok: false, reason: "REVIEW_OPEN" });
    expect(periodEnd({ today, last: done, until: parseDate("2026-11-15") })).toEqual({
      ok: true,
      to: "2026-11-15",
    });
  });

  test("begins where the one before ended: no day falls between, none is covered twice", () => {
    expect(periodStart(done, parseDate("2026-01-01"), parseDate("2026-11-30"))).toBe("2026-11-01");
    expect(periodStart(undefined, parseDate("2026-01-01"), parseDate("2026-11-30"))).toBe("2026-01-01");
    expect(periodStart(undefined, undefined, parseDate("2026-11-30"))).toBeUndefined();
    expect(periodStart(done, undefined, parseDate("2026-10-31"))).toBeUndefined();
  });

  test("that nobody covered is overdue unit by unit, and covered by a review of the whole", () => {
    const begins = parseDate("2026-10-01");
    const late = (known: ReadonlyMap<string | undefined, readonly Review[]>, on = today) =>
      overdueReviews(known, begins, on, rules);
    const whole = new Map<string | undefined, readonly Review[]>([[undefined, []]]);
    // The day before the log begins, 31 days and 14 more: 14 November is the last day.
    expect(late(whole, parseDate("2026-11-14"))).toEqual([]);
    expect(late(whole, parseDate("2026-11-15"))).toEqual([{ coveredTo: "2026-09-30", days: 1 }]);
    const units = new Map<string | undefined, readonly Review[]>([
      [undefined, []],
      ["north", [done]],
      ["south", [before]],
    ]);
    expect(late(units)).toEqual([{ unit: "south", coveredTo: "2026-09-30", days: 17 }]);
    expect(late(new Map([...units, [undefined, [done]]]))).toEqual([]);
    expect(overdueReviews(whole, undefined, today, rules)).toEqual([]);
  });

  test("waits fourteen days for a signature, and no longer", () => {
    const drawnOn = parseDate("2026-11-01");
    expect(isUnsignedTooLong(before, drawnOn, addDays(drawnOn, 14), rules)).toBe(false);
    expect(isUnsignedTooLong(before, drawnOn, addDays(drawnOn, 15), rules)).toBe(true);
    expect(isUnsignedTooLong(done, drawnOn, addDays(drawnOn, 99), rules)).toBe(false);
  });
});
