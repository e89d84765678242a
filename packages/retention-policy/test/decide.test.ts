import { describe, expect, it } from "vitest";
import { compile, type Facts, type Rule } from "../src/index.ts";
import { asOf, cite, dispose, maximum, minimum, record, rule, toy, version } from "./toy.ts";

const decide = (
  rules: readonly Rule[],
  facts: Facts,
  day = asOf,
): ReturnType<ReturnType<typeof compile>["decide"]> => compile(toy(rules)).decide(facts, day);
const letter = { field: "kind", is: "letter" } as const;

describe("one rule", () => {
  it.each([
    ["2020-02-29", "overdue", "2022-02-28", "2022-03-01", "2023-12-31"],
    ["2023-12-31", "due", "2025-12-31", "2026-01-01", "2026-12-31"],
    ["2024-11-21", "running", "2026-11-21", "2026-11-22", "2027-12-31"],
    ["2024-11-20", "due", "2026-11-20", "2026-11-21", "2027-12-31"],
  ])("closed %s is %s", (closed, status, dutyArises, earliest, latest) => {
    expect(decide([rule("a", dispose("closed", "P2Y"))], record({ closed }))).toMatchObject({
      outcome: "dispose",
      status,
      dutyArises,
      earliest,
      latest,
    });
  });

  it("waits while its event lies ahead", () => {
    const found = decide([rule("a", dispose("closed", "P2Y"))], record({}));
    expect(found).toMatchObject({ outcome: "dispose", status: "pending", reason: "EVENT_AHEAD" });
    expect(found.earliest).toBeUndefined();
  });

  it("counts from the latest of many occurrences, or the earliest where it says so", () => {
    const early: Rule = rule("a", {
      kind: "dispose",
      after: { from: { event: "closed", pick: "earliest" }, plus: "P1Y" },
    });
    const facts = record({ closed: ["2020-05-05", "2023-06-06"] });
    expect(decide([rule("a", dispose("closed", "P1Y"))], facts).dutyArises).toBe("2024-06-06");
    expect(decide([early], facts).dutyArises).toBe("2021-05-05");
  });

  it("rolls first and adds then", () => {
    const rolled = rule("a", {
      kind: "dispose",
      after: { from: { event: "closed" }, roll: "endOfYear", plus: "P7Y" },
    });
    const month = rule("a", {
      kind: "dispose",
      after: { from: { event: "closed" }, roll: "endOfMonth", plus: "P1M" },
    });
    expect(decide([rolled], record({ closed: "2018-04-30" })).earliest).toBe("2026-01-01");
    expect(decide([month], record({ closed: "2026-01-05" })).dutyArises).toBe("2026-02-28");
  });

  it("takes event and period from the record where it says so", () => {
    const plan = rule("a", {
      kind: "dispose",
      after: { from: { eventIn: "from" }, roll: "endOfYear", plus: { periodIn: "span" } },
    });
    expect(decide([plan], record({ from: "sent", span: "P2Y", sent: "2013-05-05" })).earliest).toBe(
      "2016-01-01",
    );
    expect(decide([plan], record({ sent: "2013-05-05" }))).toMatchObject({ outcome: "undetermined" });
  });
});

describe("several rules", () => {
  it("the longest period wins, whatever the order of the file", () => {
    const rules = [
      rule("a", dispose("closed", "P2Y")),
      rule("b", minimum("sent", "P10Y")),
      rule("c", dispose("closed", "P5Y")),
    ];
    const facts = record({ closed: "2015-01-01", sent: "2012-06-01" });
    for (const order of [rules, rules.toReversed()])
      expect(decide(order, facts)).toMatchObject({
        dutyArises: "2022-06-01",
        latest: "2023-12-31",
        deciding: { rule: "b" },
      });
  });

  it("one that is pending makes all pending", () => {
    const rules = [rule("a", dispose("closed", "P2Y")), rule("b", minimum("sent", "P10Y"))];
    expect(decide(rules, record({ closed: "2000-01-01" }))).toMatchObject({ status: "pending" });
  });

  it("preservation beats disposal", () => {
    const rules = [rule("a", dispose("closed", "P2Y")), rule("b", { kind: "preserve" })];
    expect(decide(rules, record({ closed: "2000-01-01" }))).toMatchObject({
      outcome: "preserve",
      status: "settled",
    });
  });

  it("a transfer is due from the day its term opens, and two receivers are a conflict", () => {
    const to = (receiver: string): Rule =>
      rule(receiver, {
        kind: "preserve",
        transferTo: receiver,
        after: { from: { event: "closed" }, plus: "P2Y" },
      });
    const facts = record({ closed: "2023-01-31" });
    expect(decide([to("archive")], facts)).toMatchObject({
      outcome: "transfer",
      status: "due",
      transferTo: "archive",
      dutyArises: "2025-01-31",
      earliest: "2025-02-01",
    });
    expect(decide([to("archive"), to("museum")], facts)).toMatchObject({
      outcome: "conflict",
      reason: "TWO_RECEIVERS",
      between: ["archive", "museum"],
    });
  });

  it("a window that closes before it opens is a conflict that names both rules", () => {
    const rules = [rule("a", dispose("closed", "P5Y")), rule("b", maximum("closed", "P3Y"))];
    expect(decide(rules, record({ closed: "2020-01-01" }))).toMatchObject({
      outcome: "conflict",
      reason: "WINDOW_EMPTY",
      between: ["a", "b"],
    });
  });

  it("an exception defeats its rule only where both apply", () => {
    const rules = [
      rule("a", dispose("closed", "P5Y")),
      rule("b", dispose("closed", "P1Y"), letter, { exceptTo: ["a"] }),
    ];
    expect(decide(rules, record({ kind: "letter", closed: "2020-01-01" })).dutyArises).toBe("2021-01-01");
    expect(decide(rules, record({ kind: "map", closed: "2020-01-01" })).dutyArises).toBe("2025-01-01");
  });

  it("a rule that is itself defeated defeats nobody", () => {
    const rules = [
      rule("a", dispose("closed", "P5Y")),
      rule("b", dispose("closed", "P1Y"), undefined, { exceptTo: ["a"] }),
      rule("c", dispose("closed", "P3Y"), undefined, { exceptTo: ["b"] }),
    ];
    expect(decide(rules, record({ closed: "2020-01-01" })).dutyArises).toBe("2025-01-01");
  });

  it("floors alone keep a record and leave what follows to `otherwise`", () => {
    const rules = [rule("a", minimum("closed", "P2Y"))];
    expect(decide(rules, record({ closed: "2025-01-01" }))).toMatchObject({
      outcome: "preserve",
      status: "running",
      earliest: "2027-01-02",
    });
    expect(decide(rules, record({ closed: "2024-01-01" }))).toMatchObject({
      outcome: "review",
      status: "due",
      earliest: "2026-01-02",
    });
  });

  it("no rule at all is what `otherwise` says, with its citation", () => {
    expect(decide([rule("a", { kind: "preserve" }, letter)], record({ kind: "map" }))).toMatchObject({
      outcome: "review",
      reason: "OTHERWISE",
      deciding: { rule: "toy/otherwise", cite },
    });
  });

  it("a rule may ask for what nobody has said", () => {
    expect(decide([rule("a", { kind: "ask", for: ["span", "from"] })], record({}))).toMatchObject({
      outcome: "undetermined",
      missing: ["span", "from"],
    });
  });

  it("a rule may ask for an event as long as it has not happened", () => {
    const asks = rule("a", { kind: "ask", for: ["sent"] }, { field: "sent", given: false });
    const goes = rule("b", dispose("closed", "P2Y"));
    const rules = [{ ...asks, exceptTo: ["b"] }, goes];
    const closed = { closed: "2020-05-05" };
    expect(decide(rules, record(closed))).toMatchObject({ outcome: "undetermined", missing: ["sent"] });
    expect(decide(rules, record({ ...closed, sent: "2021-05-05" }))).toMatchObject({ outcome: "dispose" });
  });
});

describe("what is not known", () => {
  const rules = [
    rule("a", dispose("closed", "P2Y")),
    rule("b", { kind: "preserve" }, { all: [letter, { field: "secret", is: true }] }),
  ];
  it.each([
    [
      "a fact that could preserve",
      { kind: "letter", secret: null },
      { outcome: "undetermined", missing: ["secret"] },
    ],
    [
      "a fact left out is not known either",
      { kind: "letter" },
      { outcome: "undetermined", missing: ["secret"] },
    ],
    ["two facts, both of which matter", {}, { outcome: "undetermined", missing: ["kind", "secret"] }],
    ["a fact that cannot matter", { kind: "map", secret: null }, { outcome: "dispose" }],
    ["another fact that cannot matter", { kind: null, secret: false }, { outcome: "dispose" }],
    ["the day itself", { kind: "map", closed: null }, { outcome: "undetermined", missing: ["closed"] }],
    [
      "the day, where it cannot matter",
      { kind: "letter", secret: true, closed: null },
      { outcome: "preserve" },
    ],
  ])("%s", (_, values, expected) => {
    expect(decide(rules, record({ closed: "2020-01-01", ...values }))).toMatchObject(expected);
  });

  it("absence is an answer where the vocabulary says so", () => {
    const agreed = [
      rule("a", dispose("closed", "P2Y")),
      rule("b", { kind: "preserve" }, { field: "agreed", is: true }),
    ];
    expect(decide(agreed, record({ closed: "2020-01-01" }))).toMatchObject({ outcome: "dispose" });
    expect(decide(agreed, record({ closed: "2020-01-01", agreed: null }))).toMatchObject({
      missing: ["agreed"],
    });
  });
});

describe("versions and transitions", () => {
  const changing: Rule = {
    id: "a",
    title: { sv: "a" },
    versions: [
      version(
        "2000-01-01",
        dispose("closed", "P2Y"),
        { always: true },
        { inForce: { from: "2000-01-01", until: "2020-01-01" } },
      ),
      version("2020-01-01", dispose("closed", "P10Y")),
    ],
  };
  it("the law of the day asked about decides, and the law when the duty arose is told", () => {
    expect(decide([changing], record({ closed: "2010-01-01" }), "2019-12-31")).toMatchObject({
      dutyArises: "2012-01-01",
    });
    expect(decide([changing], record({ closed: "2010-01-01" }), "2020-01-01")).toMatchObject({
      dutyArises: "2020-01-01",
      deciding: { version: "2020-01-01" },
    });
    expect(decide([changing], record({ closed: "2005-01-01" })).deciding?.atDuty?.version).toBe("2000-01-01");
  });

  it("an event may pick the version, and a transition may hold back disposal", () => {
    const later: Rule = {
      ...changing,
      versions: [
        changing.versions[0],
        version(
          "2020-01-01",
          dispose("closed", "P1Y"),
          { always: true },
          { transition: { selectBy: { event: "closed" }, notBefore: "2023-06-01", cite } },
        ),
      ] as Rule["versions"],
    };
    expect(decide([later], record({ closed: "2019-12-31" }), "2021-01-01").dutyArises).toBe("2021-12-31");
    expect(decide([later], record({ closed: "2020-01-01" }), "2021-01-01")).toMatchObject({
      dutyArises: "2021-01-01",
      earliest: "2023-06-01",
    });
  });

  it("before a condition's day an event that is ahead leaves the answer open, from that day it does not", () => {
    const rules = [
      rule("a", dispose("sent", "P1Y")),
      rule("b", { kind: "preserve" }, { field: "closed", onOrAfter: "2026-01-15" }),
    ];
    expect(decide(rules, record({ sent: "2020-01-01" }), "2026-01-14")).toMatchObject({
      outcome: "undetermined",
      reason: "EVENT_AHEAD",
      missing: ["closed"],
    });
    expect(decide(rules, record({ sent: "2020-01-01" }), "2026-01-15")).toMatchObject({
      outcome: "preserve",
    });
  });

  it.each(["1999-12-31", "2030-01-02"])("refuses %s, outside what the rules support", (day) => {
    const engine = compile(toy([changing], { supports: { from: "2000-01-01", to: "2030-01-01" } }));
    expect(() => engine.decide(record({}), day)).toThrow(expect.objectContaining({ code: "OUT_OF_SUPPORT" }));
  });
});

describe("holds", () => {
  const rules = [rule("a", dispose("closed", "P2Y"))];
  const hold = (placed: string, released?: string): Facts["holds"] => [
    { id: "h", matter: "appeal", placed, by: "court", ...(released === undefined ? {} : { released }) },
  ];
  it.each([
    [
      "in force",
      hold("2026-01-01"),
      { status: "held", heldBy: ["h"], earliest: "2026-01-02", latest: "2027-12-31" },
    ],
    [
      "released: free the day after",
      hold("2026-01-01", "2026-05-05"),
      { status: "due", earliest: "2026-05-06", latest: "2027-12-31" },
    ],
    ["not yet placed", hold("2026-12-01"), { status: "due", earliest: "2026-01-02" }],
  ])("%s", (_, holds, expected) => {
    expect(decide(rules, record({ closed: "2024-01-01" }, { holds }))).toMatchObject(expected);
  });

  it("a hold that outlives the last day is a conflict, never a silent extension", () => {
    expect(
      decide(rules, record({ closed: "2023-01-01" }, { holds: hold("2025-01-01") }), "2027-01-01"),
    ).toMatchObject({
      outcome: "conflict",
      status: "held",
      reason: "HELD_PAST_LATEST",
      latest: "2026-12-31",
    });
  });
});

describe("waits and parts", () => {
  const waiting: Rule = rule(
    "a",
    {
      kind: "dispose",
      after: { from: { event: "closed" }, plus: "P2Y" },
      complete: { by: "endOfNextCalendarYear" },
      waitFor: [
        { done: "purged", ifGiven: "indexed" },
        { same: "subject", rule: "b" },
      ],
    },
    letter,
  );
  const index = rule("b", dispose("indexed", "P3Y"), { field: "kind", is: "map" });

  it("waits for another event of the same record", () => {
    expect(
      decide([waiting, index], record({ kind: "letter", closed: "2020-01-01", indexed: "2020-01-01" })),
    ).toMatchObject({ status: "pending", reason: "WAITING", waitsFor: ["purged"] });
    expect(
      decide(
        [waiting, index],
        record({ kind: "letter", closed: "2020-01-01", indexed: "2020-01-01", purged: "2023-03-03" }),
      ),
    ).toMatchObject({ status: "overdue", earliest: "2023-03-03" });
  });

  it("waits for another record of the same subject until that is gone", () => {
    const engine = compile(toy([waiting, index]));
    const file = record({ kind: "letter", closed: "2020-01-01" }, { id: "file", subject: "s" });
    const entry = record({ kind: "map", indexed: "2021-05-05" }, { id: "entry", subject: "s" });
    const columns = engine.columns(4);
    for (const facts of [file, entry]) engine.push(columns, facts);
    expect(engine.dispositions(columns, ["file", "entry"], asOf)).toMatchObject([
      { id: "file", status: "pending", dutyArises: "2024-05-05", latest: "2025-12-31", waitsFor: ["entry"] },
      { id: "entry", status: "overdue", dutyArises: "2024-05-05" },
    ]);
    const alone = engine.columns(4);
    engine.push(alone, file);
    expect(engine.dispositions(alone, ["file"], asOf)).toMatchObject([
      { status: "overdue", dutyArises: "2022-01-01" },
    ]);
  });

  it("joins parts that are alike and keeps apart those that are not", () => {
    const rules = [rule("a", dispose("closed", "P2Y")), rule("b", { kind: "preserve" }, letter)];
    const part = (id: string, values: Facts["values"]): Facts => ({ id, unit: "document", values });
    expect(
      decide(
        rules,
        record(
          { kind: "map" },
          { parts: [part("1", { closed: "2020-01-01" }), part("2", { closed: "2020-06-01" })] },
        ),
      ),
    ).toMatchObject({ outcome: "dispose", earliest: "2022-06-02", latest: "2023-12-31" });
    expect(
      decide(
        rules,
        record(
          { kind: "map" },
          { parts: [part("1", { closed: "2020-01-01" }), part("2", { kind: "letter" })] },
        ),
      ),
    ).toMatchObject({
      outcome: "partial",
      status: "overdue",
      parts: [{ outcome: "dispose" }, { outcome: "preserve" }],
    });
  });
});

describe("the timeline", () => {
  it("is what deciding says on each day, in segments", () => {
    const engine = compile(toy([rule("a", dispose("closed", "P2Y"))]));
    const facts = record({ closed: "2024-01-01" });
    const timeline = engine.timeline(facts);
    expect(timeline.segments.map(({ from, disposition }) => [from, disposition.status])).toEqual([
      ["2000-01-01", "running"],
      ["2026-01-02", "due"],
      ["2028-01-01", "overdue"],
    ]);
    expect(timeline.at("1999-01-01")).toBeUndefined();
  });
});

describe("facts", () => {
  const engine = compile(toy([rule("a", dispose("closed", "P2Y"))]));
  it.each([
    ["a fact outside the vocabulary", { colour: "red" }, "FACTS_UNKNOWN_FIELD"],
    ["a value outside its field", { kind: "song" }, "FACTS_VALUE_REFUSED"],
    ["a day that is none", { closed: "2026-02-30" }, "FACTS_VALUE_REFUSED"],
    ["a number out of range", { day: 32 }, "FACTS_VALUE_REFUSED"],
    ["an event of no such name", { from: "never" }, "FACTS_VALUE_REFUSED"],
    ["a period that is none", { span: "2 years" }, "FACTS_VALUE_REFUSED"],
    ["an object where a word belongs", { kind: {} }, "FACTS_VALUE_REFUSED"],
  ])("%s is refused with a code and no value", (_, values, code) => {
    expect(() => engine.decide(record(values as Facts["values"]), asOf)).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => engine.decide(record(values as Facts["values"]), asOf)).not.toThrow(/red|song|02-30|never/);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    { id: "x" },
    { id: "x", unit: "file", values: [] },
    { id: "x", unit: "box", values: {} },
    { id: "x", unit: "file", subject: 7, values: {} },
  ])("%o is no record", (bad) => {
    expect(() => engine.decide(bad as unknown as Facts, asOf)).toThrow(
      expect.objectContaining({ name: "RetentionError" }),
    );
  });
});
