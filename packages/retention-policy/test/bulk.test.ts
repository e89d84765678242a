import { describe, expect, it } from "vitest";
import {
  addEvaluation,
  compile,
  type Disposition,
  type Facts,
  formatDay,
  makeSummary,
  NO_DAY,
  outcomes,
  reasons,
  statuses,
  summaryGroups,
  summaryYears,
} from "../src/index.ts";
import { cite, asOf, dispose, minimum, record, rule, toy } from "./toy.ts";

const ruleSet = toy([
  rule("a", dispose("closed", "P2Y")),
  rule("b", minimum("sent", "P4Y"), { field: "kind", is: "invoice" }),
  rule(
    "c",
    { kind: "preserve" },
    {
      all: [
        { field: "kind", is: "map" },
        { field: "secret", is: true },
      ],
    },
  ),
]);
const engine = compile(ruleSet);

function* many(count: number): Generator<Facts> {
  for (let at = 0; at < count; at++)
    yield record(
      {
        ...(at % 11 === 0 ? {} : { kind: ["letter", "invoice", "map"][at % 3] as string }),
        ...(at % 5 === 0 ? { secret: null } : { secret: at % 2 === 0 }),
        ...(at % 7 === 0
          ? {}
          : { closed: at % 13 === 0 ? null : `20${10 + (at % 16)}-02-${10 + (at % 18)}` }),
        ...(at % 3 === 1 ? { sent: "2022-05-05" } : {}),
      },
      {
        id: `r${at}`,
        ...(at % 17 === 0 ? { holds: [{ id: "h", matter: "m", placed: "2026-01-01", by: "x" }] } : {}),
      },
    );
}

describe("columns", () => {
  it("say what deciding one by one says", () => {
    const columns = engine.columns(2);
    const all = [...many(3000)];
    for (const facts of all) engine.push(columns, facts);
    const found = engine.evaluate(columns, { asOf });
    const text = (day: number | undefined): string | undefined =>
      day === undefined || day === NO_DAY ? undefined : formatDay(day);
    for (const [row, facts] of all.entries()) {
      const one = engine.decide(facts, asOf);
      expect([
        one.id,
        outcomes[found.outcome[row] ?? -1],
        statuses[found.status[row] ?? -1],
        text(found.dutyArises[row]),
        text(found.earliest[row]),
        text(found.latest[row]),
      ]).toEqual([one.id, one.outcome, one.status, one.dutyArises, one.earliest, one.latest]);
      // In bulk nobody looks which fact is missing, so an event ahead is told from a missing fact one by one only.
      const reason = one.outcome === "undetermined" ? "FACT_MISSING" : one.reason;
      expect(reasons[found.reason[row] ?? -1]).toBe(reason);
      expect(engine.ruleRef(found.rule[row] ?? 0)?.rule).toBe(one.deciding?.rule);
    }
  });

  it("add up", () => {
    const columns = engine.columns(100);
    for (const facts of many(1000)) engine.push(columns, facts);
    const summary = makeSummary();
    addEvaluation(summary, engine.evaluate(columns, { asOf }));
    expect(summary.total).toBe(1000);
    expect(summaryGroups(summary).reduce((sum, { units }) => sum + units, 0)).toBe(1000);
    expect(summaryYears(summary).every(({ year }) => year >= 2012 && year <= 2028)).toBe(true);
  });

  it("of another engine are refused", () => {
    expect(() => engine.evaluate(compile(ruleSet).columns(1), { asOf })).toThrow(
      expect.objectContaining({ code: "COLUMNS_MISMATCH" }),
    );
  });
});

describe("streams", () => {
  it("give every record's disposition in order, parts and refusals in their places", async () => {
    const parts = record(
      { kind: "letter" },
      { id: "file", parts: [record({ closed: "2020-01-01" }, { id: "p" })] },
    );
    const bad = record({ kind: "song" }, { id: "bad" });
    const source = [...many(2500), parts, bad, ...many(3)];
    const found: unknown[] = [];
    for await (const each of engine.stream(source, { asOf })) found.push(each);
    expect(found).toHaveLength(2505);
    expect(found.slice(0, 2500)).toEqual([...many(2500)].map((facts) => engine.decide(facts, asOf)));
    expect(found.slice(2500, 2502)).toMatchObject([
      { id: "file", outcome: "dispose" },
      { id: "bad", rejected: "FACTS_VALUE_REFUSED", at: "kind" },
    ]);
  });

  it("resolve waits among records of a subject that follow each other", async () => {
    const waiting = compile(
      toy([
        rule(
          "file",
          {
            kind: "dispose",
            after: { from: { event: "closed" }, plus: "P2Y" },
            waitFor: [{ same: "subject", rule: "entry" }],
          },
          { field: "kind", is: "letter" },
        ),
        rule("entry", dispose("indexed", "P3Y"), { field: "kind", is: "map" }),
      ]),
    );
    const source = Array.from({ length: 2000 }, (_, at) => [
      record({ kind: "letter", closed: "2020-01-01" }, { id: `f${at}`, subject: `s${at}` }),
      ...(at % 2 === 0
        ? [record({ kind: "map", indexed: "2021-01-01" }, { id: `e${at}`, subject: `s${at}` })]
        : []),
    ]);
    let held = 0;
    for await (const each of waiting.stream(source, { asOf }))
      if ((each as Disposition).waitsFor !== undefined) held += 1;
    expect(held).toBe(1000);
  });
});

describe("explanations", () => {
  it("name every rule once, with verdict and source", () => {
    const { steps, disposition } = engine.explain(
      record({ kind: "invoice", closed: "2020-02-29", sent: "2022-05-05", secret: false }),
      asOf,
    );
    expect(steps.map(({ rule: id, verdict }) => [id, verdict])).toEqual([
      ["a", "applies"],
      ["b", "applies"],
      ["c", "no-match"],
    ]);
    expect(disposition.deciding?.rule).toBe("b");
    expect(steps[0]?.bound).toEqual({
      on: "duty",
      event: "closed",
      plus: "P2Y",
      start: "2020-02-29",
      end: "2022-02-28",
      opens: "2022-03-01",
      state: "counted",
    });
  });

  it.each([
    ["sv", "Gallras tidigast 2026-05-06 och senast 2027-12-31; skyldigheten inträder 2026-05-05."],
    [
      "en",
      "To be disposed of no earlier than 2026-05-06 and no later than 2027-12-31; the duty arises on 2026-05-05.",
    ],
  ] as const)("are sentences in %s", (language, headline) => {
    const explanation = engine.explain(
      record({ kind: "invoice", closed: "2020-02-29", sent: "2022-05-05", secret: false }),
      asOf,
    );
    const [first, ...rest] = engine.sentences(explanation, language, true);
    expect(first).toBe(headline);
    expect(rest.join("\n")).toContain("§ 1 Lagen");
    expect(rest.join("\n")).not.toMatch(/\{\d\}|undefined/);
  });

  it("say that the time has not begun also where a hold stands, and say nothing twice", () => {
    const waiting = compile(
      toy([
        rule("first", dispose("closed", "P2Y"), { field: "kind", is: "letter" }),
        rule("second", dispose("closed", "P2Y"), { field: "kind", is: "letter" }),
      ]),
    );
    const hold = { id: "h-1", matter: "appeal", placed: "2026-01-01", by: "staff" } as const;
    const open = waiting.explain(record({ kind: "letter" }, { holds: [hold] }), asOf);
    expect(open.disposition.status).toBe("held");
    expect(waiting.sentences(open, "sv")[0]).toBe(
      "Tiden har inte börjat löpa. Den börjar när det här har hänt: avslutat.",
    );
    const closed = waiting.sentences(
      waiting.explain(record({ kind: "letter", closed: "2020-02-29" }), asOf),
      "sv",
    );
    expect(new Set(closed).size).toBe(closed.length);
  });

  const said = compile(
    toy(
      [
        rule("given", { kind: "preserve" }, { field: "sent", given: true }),
        rule("hidden", { kind: "preserve" }, { field: "secret", is: true }),
        rule("early", { kind: "preserve" }, { field: "closed", before: "2001-01-01" }),
        rule("late", { kind: "preserve" }, { field: "closed", onOrAfter: "2025-01-01" }),
        rule(
          "either",
          { kind: "preserve" },
          {
            any: [
              { field: "kind", inSet: "flat" },
              { field: "day", in: [5, 15] },
            ],
          },
        ),
      ],
      { sets: { flat: { title: { sv: "platta", en: "flat" }, values: ["map"], cite } } },
    ),
  );
  it.each([
    ["sv", "given", "sänt är inte angivet."],
    ["sv", "hidden", "hemlig är nej, regeln kräver ja."],
    ["sv", "early", "avslutat är 2020-02-29, regeln kräver en dag före 2001-01-01."],
    ["sv", "late", "avslutat är 2020-02-29, regeln kräver 2025-01-01 eller en senare dag."],
    ["sv", "either", "slag är letter, regeln kräver något ur «platta». dag är 12, regeln kräver 5 eller 15."],
    ["en", "given", "sänt is not given."],
    ["en", "hidden", "hemlig is no, the rule requires yes."],
  ] as const)("say in %s why the rule %s does not apply", (language, id, reason) => {
    const facts = record({ kind: "letter", closed: "2020-02-29", secret: false, day: 12 });
    const lines = said.sentences(said.explain(facts, asOf), language, true);
    expect(lines.find((line) => line.includes(`: ${id} (`))).toContain(reason);
  });
});
