import { drawSample } from "@tillit/audit-chain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closedDaysAt, personOf, placementAt, type SeenAccess, selectAccesses } from "../src/index.ts";
import { parseDate } from "@tillit/civil-time";
import { swedishHour } from "../src/moment.ts";
import { ordinary, rules, seed, select } from "./accesses.ts";

describe("which accesses are looked at", () => {
  test.each([
    ["a protected identity", { guarded: true }, "protected-identity"],
    ["somebody else's case", { assignees: ["someone"] }, "outside-assignment"],
    ["before six in the morning in winter", { at: "2026-11-23T04:59:59Z" }, "odd-hours"],
    ["before six in the morning in summer", { at: "2026-06-22T03:59:59Z" }, "odd-hours"],
    ["after eight in the evening", { at: "2026-11-23T19:00:00Z" }, "odd-hours"],
    ["a Sunday", { at: "2026-11-22T10:00:00Z" }, "odd-hours"],
    ["Christmas Day", { at: "2026-12-25T10:00:00Z" }, "odd-hours"],
    ["a case closed long ago", { closedDays: 91 }, "long-closed"],
    ["what the desk flagged", { flagged: true }, "flagged"],
  ])("%s is picked", (_name, more, why) => {
    expect(select([ordinary(1, more)]).lines).toStrictEqual([{ seq: 1, by: "caseworker:1", why: [why] }]);
  });

  test.each([
    ["2026-11-23T05:00:00Z", 6],
    ["2026-06-22T04:00:00Z", 6],
    ["2026-11-23T23:30:00Z", 0],
  ])("%s is %i o'clock in Sweden", (time, hour) => {
    expect(swedishHour(time)).toBe(hour);
  });

  test("one person at very many records in a day is picked whole", () => {
    const busy = Array.from({ length: 41 }, (_, n) => ordinary(n, { by: "caseworker:same" }));
    expect(select(busy).picked).toBe(41);
    expect(select(busy.slice(1)).picked).toBe(0);
  });

  test.each([
    [8, 8],
    [100, 10],
    [1000, 50],
    [10_000, 200],
  ])("of %i ordinary ones %i are drawn", (population, lines) => {
    const accesses = Array.from({ length: population }, (_, n) =>
      ordinary(n, { by: `caseworker:${n % 500}` }),
    );
    expect(select(accesses).lines).toHaveLength(lines);
  });

  test("one who reads in two roles is one person, and is picked for what both read in a day", () => {
    const busy = Array.from({ length: 41 }, (_, n) =>
      ordinary(n, { by: `${n % 2 === 0 ? "caseworker" : "secrecy-reviewer"}:same` }),
    );
    expect(select(busy).picked).toBe(41);
  });

  const anAccess = fc.record({
    hour: fc.integer({ min: 0, max: 23 }),
    day: fc.integer({ min: 1, max: 30 }),
    person: fc.integer({ min: 0, max: 5 }),
    guarded: fc.boolean(),
    flagged: fc.boolean(),
  });
  const accesses = fc.array(anAccess, { maxLength: 60 }).map((given) =>
    given.map(({ hour, day, person, guarded, flagged }, seq): SeenAccess => {
      const two = (number: number): string => String(number).padStart(2, "0");
      const at = `2026-11-${two(day)}T${two(hour)}:00:00Z`;
      return ordinary(seq, { at, by: `caseworker:${person}`, guarded, flagged });
    }),
  );

  test("every one that a rule picks is looked at, each is one of those that happened, and says why", () => {
    fc.assert(
      fc.property(accesses, (given) => {
        const { lines, picked, population } = select(given);
        expect(population).toBe(given.length);
        expect(lines.filter(({ why }) => !why.includes("sampled"))).toHaveLength(picked);
        for (const { seq, by, why } of lines) {
          expect(given[seq]?.by).toBe(by);
          expect(why.length).toBeGreaterThan(0);
        }
        const must = given.filter(({ guarded, flagged }) => guarded || flagged).map(({ seq }) => seq);
        expect(lines.map(({ seq }) => seq)).toEqual(expect.arrayContaining(must));
      }),
    );
  });

  test("the same accesses and seed give the same lines, in whatever order they are handed in", () => {
    fc.assert(
      fc.property(accesses, (given) => {
        const turned = select(given.toReversed()).lines.toSorted((a, b) => a.seq - b.seq);
        expect(turned).toEqual(select(given).lines);
      }),
    );
  });
});

describe("from plain JavaScript", () => {
  test.each([
    ["without a function that draws", { rules, seed }, "DRAW_MISSING"],
    ["with a text as seed", { rules, seed: "seed", drawSample }, "INPUT_MALFORMED"],
    ["with no bytes as seed", { rules, seed: new Uint8Array(0), drawSample }, "INPUT_MALFORMED"],
  ])("nothing is selected %s", (_what, drawing, code) => {
    expect(() => selectAccesses([ordinary(1)], drawing as never)).toThrow(expect.objectContaining({ code }));
  });

  test.each(["2026-11-23 09:00", "2026-11-23T09:00:00+01:00", "2026-02-30T09:00:00Z", ""])(
    "an access at %j, which is no moment, is refused",
    (at) => {
      expect(() => select([ordinary(1, { at })])).toThrow();
    },
  );

  test("an access with a key that nobody reads is refused", () => {
    const access = { ...ordinary(1), gaurded: true };
    expect(() => select([access])).toThrow(expect.objectContaining({ code: "KEY_UNKNOWN" }));
    expect(() => select([null as never])).toThrow(expect.objectContaining({ code: "INPUT_MALFORMED" }));
  });
});

test("what came after the reading does not count", () => {
  const placements = [4, 9].map((seq) => ({ seq, data: `placed at ${seq}` }));
  expect([3, 4, 5, 9, 10].map((seq) => placementAt(placements, seq))).toEqual([
    undefined,
    undefined,
    "placed at 4",
    "placed at 4",
    "placed at 9",
  ]);
  const closed = parseDate("2026-08-01");
  expect(closedDaysAt(closed, parseDate("2026-11-23"))).toBe(114);
  expect(closedDaysAt(closed, parseDate("2026-07-31"))).toBeUndefined();
  expect(closedDaysAt(undefined, parseDate("2026-07-31"))).toBeUndefined();
  expect(personOf("caseworker:a")).toBe("a");
});
