import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compile,
  type Engine,
  type Facts,
  formatDay,
  NO_DAY,
  outcomes,
  parseDay,
  statuses,
} from "../src/index.ts";
import { asOf, dispose, minimum, record, rule, toy, version } from "./toy.ts";

/** Every way of counting that columns have a quick form for, and those that they have not, side by side. */
const engine = compile(
  toy([
    rule(
      "yearly",
      {
        kind: "dispose",
        after: { from: { event: "closed" }, roll: "endOfYear", plus: "P7Y" },
        complete: { by: "endOfNextCalendarYear" },
      },
      { field: "day", in: [3] },
    ),
    rule("tailed", dispose("closed", "P2Y"), { field: "kind", is: "letter" }),
    rule("floor", minimum("sent", "P4Y"), { field: "sent", given: true }),
    rule(
      "age",
      {
        kind: "minimum",
        until: { from: { event: "born" }, plus: "P30Y", leap: "forward", opens: "sameDay" },
      },
      { field: "secret", is: true },
    ),
    rule("recent", minimum("sent", "P3Y"), { field: "indexed", onOrAfter: "2024-06-01" }),
    rule("months", minimum("closed", "P18M"), { field: "day", in: [1, 2] }),
    rule("old", { kind: "preserve" }, { not: { field: "closed", onOrAfter: "2003-01-01" } }),
    rule("map", { kind: "preserve" }, { field: "kind", is: "map" }),
    rule(
      "handed over",
      {
        kind: "preserve",
        transferTo: "archive",
        after: { from: { event: "closed" }, plus: "P1Y", leap: "forward" },
      },
      { field: "agreed", is: true },
    ),
    {
      id: "picked",
      title: { sv: "picked" },
      versions: [
        version(
          "2000-01-01",
          minimum("indexed", "P3Y"),
          { field: "day", in: [4] },
          {
            inForce: { from: "2000-01-01", until: "2020-01-01" },
          },
        ),
        version(
          "2020-01-01",
          minimum("indexed", "P6Y"),
          { field: "day", in: [4] },
          {
            transition: { selectBy: { event: "indexed" }, cite: [{ act: "T 1", checked: "2026-01-01" }] },
          },
        ),
      ],
    },
    rule(
      "waiting",
      {
        kind: "dispose",
        after: { from: { event: "closed" }, plus: "P2Y", leap: "back" },
        waitFor: [{ done: "purged", ifGiven: "indexed" }],
      },
      { field: "kind", is: "invoice" },
    ),
  ]),
);

const day = fc
  .oneof(
    { weight: 8, arbitrary: fc.integer({ min: parseDay("1996-01-01"), max: parseDay("2028-12-31") }) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom("2000-02-29", "2024-02-29", "2023-12-31", "2024-01-01", "2024-05-31", "2024-06-01")
        .map((text) => parseDay(text)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("1700-02-28", "1899-12-31", "2149-12-31", "2180-05-05")
        .map((text) => parseDay(text)),
    },
  )
  .map((number) => formatDay(number));
const event = fc.option(
  fc.oneof({ weight: 15, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) }),
  {
    nil: undefined,
    freq: 3,
  },
);
const facts = fc
  .record({
    kind: fc.constantFrom("letter", "invoice", "map", null),
    secret: fc.constantFrom(true, false, false),
    day: fc.integer({ min: 1, max: 6 }),
    agreed: fc.constantFrom(true, false, undefined, undefined),
    born: fc.constantFrom("1996-02-29", "2000-02-29", "2000-03-01", "2012-12-31"),
    closed: event,
    sent: event,
    indexed: event,
    purged: event,
  })
  .map(
    (raw) =>
      Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)) as Facts["values"],
  );
const hold = fc.option(
  day.map((placed) => [{ id: "h", matter: "m", by: "b", placed }]),
  { nil: undefined, freq: 8 },
);
const records = (minLength: number, maxLength: number): fc.Arbitrary<Facts[]> =>
  fc.array(
    fc
      .tuple(facts, hold, fc.option(fc.constantFrom("a", "b"), { nil: undefined, freq: 2 }))
      .map(([values, holds, subject]) =>
        record(values, {
          ...(holds === undefined ? {} : { holds }),
          ...(subject === undefined ? {} : { subject }),
        }),
      ),
    { minLength, maxLength },
  );

function bulk(under: Engine, all: readonly Facts[], on: string): unknown[] {
  const columns = under.columns(all.length);
  for (const each of all) under.push(columns, each);
  const found = under.evaluate(columns, { asOf: on });
  const text = (number: number | undefined): string | undefined =>
    number === undefined || number === NO_DAY ? undefined : formatDay(number);
  return all.map((_, row) => ({
    outcome: outcomes[found.outcome[row] ?? -1],
    status: statuses[found.status[row] ?? -1],
    rule: under.ruleRef(found.rule[row] ?? 0)?.rule,
    dutyArises: text(found.dutyArises[row]),
    earliest: text(found.earliest[row]),
    latest: text(found.latest[row]),
  }));
}

function oneByOne(under: Engine, all: readonly Facts[], on: string): unknown[] {
  return all.map((each) => {
    const { outcome, status, deciding, dutyArises, earliest, latest } = under.decide(each, on);
    return { outcome, status, rule: deciding?.rule, dutyArises, earliest, latest };
  });
}

describe("columns", () => {
  it("say what deciding one by one says, however the rules count", () => {
    fc.assert(
      fc.property(
        records(1, 60),
        fc.constantFrom(asOf, "2004-05-06", "2024-05-31", "2031-01-01"),
        (all, on) => {
          expect(bulk(engine, all, on)).toEqual(oneByOne(engine, all, on));
        },
      ),
      { numRuns: process.env["SLOW"] === undefined ? 150 : 5000 },
    );
  });

  it("say the same over several blocks, and when asked again on another day", () => {
    const [all] = fc.sample(records(9000, 9000), { numRuns: 1, seed: 7 }) as [Facts[]];
    for (const on of [asOf, "2010-01-01", asOf])
      expect(bulk(engine, all, on)).toEqual(oneByOne(engine, all, on));
  });

  it("resolve waits among records of a subject as dispositions do", () => {
    const waiting = compile({
      ...engine.ruleSet,
      rules: [
        ...engine.ruleSet.rules.filter(({ id }) => id !== "tailed"),
        rule(
          "tailed",
          {
            kind: "dispose",
            after: { from: { event: "closed" }, plus: "P2Y", leap: "back" },
            complete: { by: "endOfNextCalendarYear" },
            waitFor: [{ same: "subject", rule: "yearly" }],
          },
          { field: "kind", is: "letter" },
        ),
      ],
    });
    let waited = 0;
    fc.assert(
      fc.property(records(2, 40), fc.constantFrom(asOf, "2024-05-31"), (any, on) => {
        // Letters and yearly ones in turns, of two subjects: nearly every letter has to wait.
        const all = any.map((each, at) => ({
          ...each,
          ...(at % 5 === 4 ? {} : { subject: at % 3 === 0 ? "a" : "b" }),
          values: { ...each.values, kind: at % 2 === 0 ? "letter" : "invoice", day: at % 2 === 0 ? 5 : 3 },
        }));
        const columns = waiting.columns(all.length);
        for (const each of all) waiting.push(columns, each);
        const ids = all.map((_, row) => String(row));
        const expected = waiting.dispositions(columns, ids, on).map((each) => ({
          outcome: each.outcome,
          status: each.status,
          rule: each.deciding?.rule,
          dutyArises: each.dutyArises,
          earliest: each.earliest,
          latest: each.latest,
        }));
        expect(bulk(waiting, all, on)).toEqual(expected);
        const some = waiting.waiting(columns, (row) => String(row), on);
        const full = waiting.dispositions(columns, ids, on);
        for (const [row, each] of some) expect(each).toEqual(full[row]);
        waited += some.size;
      }),
      { numRuns: process.env["SLOW"] === undefined ? 60 : 5000 },
    );
    // Some 117 on average: enough that the sentence is tested, however the dice fall.
    expect(waited).toBeGreaterThan(40);
  });
});
