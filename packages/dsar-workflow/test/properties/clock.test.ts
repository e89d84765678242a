/** What holds of every clock. */
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  fromDayNumber,
  nextWorkingDay,
  parseDate,
  toDayNumber,
} from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Command, deadline, deadlineOf, type Pause, simulate } from "../../src/index.ts";
import { people } from "../kit/representatives.ts";
import { codeOf, course, envAt, given, signed, when } from "../kit/story.ts";

const first = toDayNumber(parseDate("2024-01-01"));
const last = toDayNumber(parseDate("2035-12-31"));
const dates = fc.integer({ min: first, max: last }).map((n) => fromDayNumber(n));
const pausesFrom = (received: CalendarDate): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -5, max: 80 }),
        fc.option(fc.integer({ min: 0, max: 40 })),
        fc.constantFrom("identity" as const, "scope" as const),
      )
      .map(([after, length, because]): Pause => {
        const from = addDays(received, after);
        return length === null ? { from, because } : { from, because, to: addDays(from, length) };
      }),
    { maxLength: 5 },
  );
const clocks = dates.chain((receivedOn) =>
  fc.record({ receivedOn: fc.constant(receivedOn), pauses: pausesFrom(receivedOn), extended: fc.boolean() }),
);
const must = (date: CalendarDate | undefined): CalendarDate => {
  if (date === undefined) throw new Error("a date is missing");
  return date;
};

describe("5: the last day", () => {
  it("is a calendar month from receipt, and a working day, on every day of twelve years", () => {
    for (let n = first; n <= last; n += 1) {
      const receivedOn = fromDayNumber(n);
      const { lastDay, planBy, legalLatest } = deadline({ receivedOn });
      const month = addMonths(receivedOn, 1);
      expect(lastDay).toBe(nextWorkingDay(month, "eu"));
      expect(month.slice(8) === receivedOn.slice(8) || addDays(month, 1).endsWith("-01")).toBe(true);
      expect(planBy <= must(legalLatest) && planBy > receivedOn).toBe(true);
    }
  });

  it("never lies before the day to plan by, whatever the pauses", () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const { planBy, legalLatest, lastDay } = deadline(clock);
        expect(planBy <= must(legalLatest)).toBe(true);
        expect(must(lastDay) <= must(legalLatest)).toBe(true);
        expect(planBy > clock.receivedOn).toBe(true);
      }),
    );
  });
});

function identityPause({ from, to }: Pause): Pause {
  return to === undefined ? { from } : { from, to };
}

/** The days of a union, counted one by one. */
function daysStill(pauses: readonly Pause[], receivedOn: CalendarDate, end: CalendarDate): number {
  const still = new Set<number>();
  for (const { from, to } of pauses) {
    if (to === undefined) continue;
    for (let n = Math.max(toDayNumber(from), toDayNumber(receivedOn)); n < toDayNumber(to); n += 1)
      still.add(n);
  }
  return [...still].filter((n) => n < toDayNumber(end)).length;
}

describe("6: pauses", () => {
  it("move the date by their union, counted day by day", () => {
    fc.assert(
      fc.property(clocks, ({ receivedOn, pauses }) => {
        // Only pauses that begin inside the first month: which of the later ones count is asked below.
        const month = addMonths(receivedOn, 1);
        const early = pauses.filter(({ from }) => from <= month);
        const { planBy } = deadline({ receivedOn, pauses: early.map((pause) => identityPause(pause)) });
        const far = addDays(month, 400);
        expect(daysBetween(month, planBy)).toBe(daysStill(early, receivedOn, far));
      }),
    );
  });

  it("never make a date earlier when one more is added", () => {
    fc.assert(
      fc.property(clocks, fc.nat(60), fc.nat(30), (clock, after, length) => {
        const from = addDays(clock.receivedOn, after);
        const more = [...clock.pauses, { from, to: addDays(from, length) }];
        const before = deadline(clock);
        const then = deadline({ ...clock, pauses: more });
        expect(must(then.legalLatest) >= must(before.legalLatest)).toBe(true);
        expect(then.planBy >= before.planBy).toBe(true);
      }),
    );
  });

  it("do nothing when they begin after the day they would move", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 90 }), (receivedOn, late) => {
        const { lastDay } = deadline({ receivedOn });
        const from = addDays(must(lastDay), late);
        expect(deadline({ receivedOn, pauses: [{ from, to: addDays(from, 9) }] }).lastDay).toBe(lastDay);
      }),
    );
  });
});

describe("7: the extension", () => {
  it("gives at most three months and the pauses, and only two more than the first", () => {
    fc.assert(
      fc.property(clocks, ({ receivedOn, pauses }) => {
        const { extendedLastDay, planBy } = deadline({ receivedOn, pauses, extended: true });
        const still = daysStill(pauses, receivedOn, addDays(receivedOn, 400));
        const bound = nextWorkingDay(addDays(addMonths(receivedOn, 3), still), "eu");
        expect(must(extendedLastDay) <= bound).toBe(true);
        expect(planBy <= must(extendedLastDay)).toBe(true);
      }),
    );
  });

  it("comes once, in time, and never makes a full refusal timely", () => {
    fc.assert(
      fc.property(dates, fc.nat(50), (receivedOn, after) => {
        const machine = { regime: "gdpr", controller: "public-authority", right: "objection" } as const;
        const { identified } = course(machine, { received: receivedOn });
        const extend: Command = {
          type: "ExtendDeadline",
          actor: people.caseworker,
          ground: "complexity",
          reason: "aa11",
        };
        const state = given(identified, envAt(receivedOn));
        const { extensionNoticeBy } = deadlineOf(state);
        const today = addDays(receivedOn, after);
        const { answer, state: next } = when(state, extend, envAt(today));
        expect(codeOf(answer)).toBe(today <= must(extensionNoticeBy) ? "allowed" : "DSAR_EXTENSION_TOO_LATE");
        if (!answer.ok || next.phase === "none") return;
        expect(codeOf(when(next, extend, envAt(today)).answer)).toBe("DSAR_EXTENSION_TWICE");
        const late = envAt(addDays(must(extensionNoticeBy), 1));
        const refused = given(
          [
            {
              type: "AssertUnfounded",
              actor: people.caseworker,
              ground: "excessive",
              measure: "refuse",
              reason: "aa11",
            },
          ],
          late,
          next,
        );
        expect(signed(refused, late).decision?.findings).toEqual(["DSAR_REFUSAL_AFTER_MONTH_ONE"]);
      }),
      { numRuns: 40 },
    );
  });
});

it("simulates what the deadline would be", () => {
  fc.assert(
    fc.property(clocks, (clock) => {
      const [now, extended] = simulate(clock, [{ kind: "extend" }]);
      expect(now).toEqual(deadline(clock));
      expect(extended).toEqual(deadline({ ...clock, extended: true }));
    }),
  );
});
