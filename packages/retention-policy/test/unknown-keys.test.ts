import { describe, expect, it } from "vitest";
import {
  archivePackage,
  checkRules,
  compile,
  csvReader,
  decideList,
  diffRules,
  disposalProof,
  type Facts,
  initialList,
  parseList,
  parseListCommand,
  parseMapping,
  parseRuleSet,
} from "../src/index.ts";
import { asOf, dispose, rule, there, toy } from "./toy.ts";

const rules = toy([rule("a", dispose("closed", "P2Y"))]);
const engine = compile(rules);
const values = { closed: "2020-02-29" };
const hold = { id: "h", matter: "m", placed: "2020-01-01", by: "p" };

/** As from plain JavaScript: what is given is of no type. */
const given = (value: object): Facts => value as Facts;

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

const misspelt: readonly (readonly [record: object, at: string, meant: string])[] = [
  [{ id: "1", unit: "file", values, hold: [hold] }, "hold", "holds"],
  [{ id: "1", unit: "file", values, legalHolds: [hold] }, "legalHolds", "holds"],
  [{ id: "1", unit: "file", values, Holds: [hold] }, "Holds", "holds"],
  [{ id: "1", unit: "file", values, "holds ": [hold] }, "key 4", "holds"],
  [{ id: "1", unit: "file", values, "ho\u200Blds": [hold] }, "key 4", "holds"],
  [{ id: "1", unit: "file", values, Parts: [] }, "Parts", "parts"],
  [
    { id: "1", unit: "file", values, holds: [{ ...hold, relesed: "2021-01-01" }] },
    "holds.0.relesed",
    "released",
  ],
];

describe("a record with a key that no record has", () => {
  const ways: readonly (readonly [string, (record: Facts) => unknown])[] = [
    ["decide", (record) => engine.decide(record, asOf)],
    ["explain", (record) => engine.explain(record, asOf)],
    ["timeline", (record) => engine.timeline(record)],
    ["push", (record) => engine.push(engine.columns(1), record)],
    ["diffRules", (record) => diffRules(rules, rules, { asOf, records: [record] })],
    ["checkRules, as a case", (facts) => checkRules(rules, { today: asOf, cases: [{ facts, asOf }] })],
    ["checkRules, as a sample", (facts) => checkRules(rules, { today: asOf, sample: [facts] })],
  ];
  it.each(ways)("is refused by %s, with the place and what was meant", (_, way) => {
    for (const [record, at, meant] of misspelt)
      expect(thrown(() => way(given(record)))).toMatchObject({ code: "UNKNOWN_KEY", at, meant });
  });

  it("is refused by decide, explain and timeline also where it is a part, or has parts", () => {
    for (const [record, at, meant] of misspelt) {
      const whole = given({
        id: "w",
        unit: "file",
        values: {},
        parts: [{ id: "p", unit: "file", values }, record],
      });
      for (const way of [ways[0], ways[1], ways[2]])
        expect(thrown(() => there(way)[1](whole))).toMatchObject({
          code: "UNKNOWN_KEY",
          at: `parts.1.${at}`,
          meant,
        });
      if (at === "Parts") continue;
      const parted = given({ ...record, parts: [{ id: "p", unit: "file", values }] });
      expect(thrown(() => engine.decide(parted, asOf))).toMatchObject({ code: "UNKNOWN_KEY", meant });
    }
  });

  it("comes out of a stream as rejected, and the others go on", async () => {
    const answers = [];
    const sound = { id: "2", unit: "file", values } as const;
    const held = given({ id: "1", unit: "file", values, legalHold: [hold] });
    const whole = given({ id: "3", unit: "file", values, parts: [held] });
    for await (const answer of engine.stream([held, sound, whole], { asOf })) answers.push(answer);
    expect(answers).toMatchObject([
      { id: "1", rejected: "UNKNOWN_KEY", at: "legalHold", meant: "holds" },
      { id: "2", outcome: "dispose" },
      { id: "3", rejected: "UNKNOWN_KEY", at: "parts.0.legalHold", meant: "holds" },
    ]);
  });

  it("is told which keys there are, and never what else it says", () => {
    const error = thrown(() =>
      engine.decide(given({ id: "1", unit: "file", values, "198112289874": "Anna Andersson" }), asOf),
    ) as Error & { at: string };
    expect(error.at).toBe("key 4");
    expect(error.message).toContain("id, unit, subject, parts, holds, values");
    expect(error.message + error.at).not.toMatch(/1981|Anna/);
  });

  it("a fact outside the vocabulary is told what was probably meant", () => {
    expect(
      thrown(() => engine.decide(given({ id: "1", unit: "file", values: { Closed: null } }), asOf)),
    ).toMatchObject({
      code: "FACTS_UNKNOWN_FIELD",
      at: "Closed",
      meant: "closed",
    });
  });
});

describe("a record that would lose something", () => {
  it.each<[string, object, string, string]>([
    ["an empty id", { id: "", unit: "file", values }, "ID_EMPTY", "id"],
    ["an id of blanks", { id: " \u00A0\u200B", unit: "file", values }, "ID_EMPTY", "id"],
    ["an id with a space behind", { id: "1 ", unit: "file", values }, "ID_PADDED", "id"],
    ["an id with a no-break space before", { id: "\u00A01", unit: "file", values }, "ID_PADDED", "id"],
    [
      "values in a Map",
      { id: "1", unit: "file", values: new Map([["closed", "2020-01-01"]]) },
      "FACTS_MALFORMED",
      "values",
    ],
    [
      "holds that are no list",
      { id: "1", unit: "file", values, holds: { 0: hold } },
      "FACTS_MALFORMED",
      "holds",
    ],
    ["holds that are null", { id: "1", unit: "file", values, holds: null }, "FACTS_MALFORMED", "holds"],
    [
      "a hold that is missing",
      { id: "1", unit: "file", values, holds: Array.from({ length: 1 }) },
      "FACTS_MALFORMED",
      "holds.0",
    ],
    ["an empty subject", { id: "1", unit: "file", values, subject: " " }, "FACTS_MALFORMED", "subject"],
  ])("is refused for %s", (_, record, code, at) => {
    for (const way of [
      () => engine.decide(given(record), asOf),
      () => engine.timeline(given(record)),
      () => engine.push(engine.columns(1), given(record)),
      () => engine.decide(given({ ...record, parts: [{ id: "p", unit: "file", values }] }), asOf),
    ])
      expect(thrown(way)).toMatchObject({ code, at });
  });

  it("is refused for parts where columns hold none", () => {
    const parted = { id: "1", unit: "file", values, parts: [{ id: "p", unit: "file", values }] } as const;
    expect(thrown(() => engine.push(engine.columns(1), parted))).toMatchObject({
      code: "FACTS_MALFORMED",
      at: "parts",
    });
  });

  it("is refused where there are not as many ids as rows", () => {
    const columns = engine.columns(2);
    for (const id of ["1", "2"]) engine.push(columns, { id, unit: "file", values });
    for (const ids of [["1"], ["1", "2", "3"]])
      expect(thrown(() => engine.dispositions(columns, ids, asOf))).toMatchObject({
        code: "COLUMNS_MISMATCH",
      });
    expect(thrown(() => engine.dispositions(columns, ["1", "1"], asOf))).toMatchObject({ code: "ID_TWICE" });
    expect(thrown(() => engine.dispositions(columns, ["1", " "], asOf))).toMatchObject({ code: "ID_EMPTY" });
  });
});

describe("options and other values with a key that is not known", () => {
  const candidate = { disposition: engine.decide({ id: "1", unit: "file", values }, asOf), factsHash: "x" };
  const author = { person: "p", role: "author" } as const;
  const ruleSet = { id: "t", release: "1", hash: "h" };
  const draft = { type: "Draft", by: author, id: "L", asOf, ruleSet, candidates: [candidate] } as const;
  const list = () => {
    const decided = decideList(draft, initialList);
    if (!decided.ok || decided.events[0]?.type !== "Drafted") throw new Error(JSON.stringify(decided));
    return decided.events[0].list;
  };
  const file = {
    name: "a",
    mime: "text/plain",
    size: 1,
    sha256: "0".repeat(64),
    created: "2026-01-01T00:00:00Z",
  };
  const packed = {
    id: "p",
    label: "l",
    created: "2026-01-01T00:00:00Z",
    creator: { name: "c" },
    software: { name: "s", version: "1" },
    manifest: { format: "tillit-transfer/1", list: "L", receiver: "r", entries: [] },
    files: [file],
    events: [],
  };
  const executed = { ...list(), status: "executed" as const };
  const execution = {
    controller: "c",
    method: "erase",
    by: "p",
    copies: [{ system: "s", kind: "primary", state: "gone" }],
  };
  const sealed = {
    ...executed,
    items: executed.items.map((item) => Object.assign({}, item, { result: "gone", executed: asOf })),
  };

  it.each<[string, () => unknown, string, string | undefined]>([
    ["evaluate", () => engine.evaluate(engine.columns(1), { asOf, asof: asOf } as never), "asof", "asOf"],
    ["stream", () => engine.stream([], { asof: asOf } as never), "asof", "asOf"],
    ["csvReader", () => csvReader(engine, { onReject: () => {}, maping: {} } as never), "maping", "mapping"],
    [
      "checkRules",
      () => checkRules(rules, { today: asOf, maxAgeMonth: 1 } as never),
      "maxAgeMonth",
      "maxAgeMonths",
    ],
    ["diffRules", () => diffRules(rules, rules, { asOf, record: [] } as never), "record", "records"],
    ["a command", () => decideList({ ...draft, medain: 1 } as never, initialList), "medain", "median"],
    [
      "who commands",
      () => decideList({ ...draft, by: { ...author, rol: "author" } } as never, initialList),
      "by.rol",
      "role",
    ],
    [
      "a candidate",
      () => decideList({ ...draft, candidates: [{ ...candidate, Held: true }] } as never, initialList),
      "candidates.0.Held",
      undefined,
    ],
    [
      "an execution",
      () => disposalProof(sealed as never, rules, { ...execution, copis: [] } as never, new Uint8Array(16)),
      "copis",
      "copies",
    ],
    [
      "a copy",
      () =>
        disposalProof(
          sealed as never,
          rules,
          { ...execution, copies: [{ ...execution.copies[0], State: 1 }] } as never,
          new Uint8Array(16),
        ),
      "copies.0.State",
      "state",
    ],
    [
      "a package",
      () => archivePackage({ ...packed, documentaton: [file] } as never),
      "documentaton",
      "documentation",
    ],
    [
      "a packaged file",
      () => archivePackage({ ...packed, files: [{ ...file, Size: 2 }] } as never),
      "files.0.Size",
      "size",
    ],
  ])("are refused: %s", (_, work, at, meant) => {
    expect(thrown(work)).toMatchObject({
      code: "UNKNOWN_KEY",
      at,
      ...(meant === undefined ? {} : { meant }),
    });
  });

  it.each<[string, () => unknown, string, string, string]>([
    [
      "a mapping",
      () => parseMapping({ id: "id", values: {}, delimeter: ";" }),
      "MAPPING_MALFORMED",
      "delimeter",
      "delimiter",
    ],
    [
      "a mapping's source",
      () => parseMapping({ id: "id", values: { a: { column: "x", value: {} } } }),
      "MAPPING_MALFORMED",
      "values.a.value",
      "values",
    ],
    [
      "a mapping's fact",
      () => {
        const mapping = parseMapping({ id: "id", values: { clossed: "id" } });
        csvReader(engine, { mapping, onReject: () => {} }).push(new TextEncoder().encode("id\n1\n"));
      },
      "MAPPING_MALFORMED",
      "clossed",
      "closed",
    ],
    ["a rule set", () => parseRuleSet({ ...rules, rule: [] }), "RULES_MALFORMED", "rule", "rules"],
    [
      "a rule",
      () => parseRuleSet({ ...rules, rules: [{ ...rules.rules[0], exeptTo: ["b"] }] }),
      "RULES_MALFORMED",
      "rules.0.exeptTo",
      "exceptTo",
    ],
    [
      "a version",
      () =>
        parseRuleSet({
          ...rules,
          rules: [{ ...rules.rules[0], versions: [{ ...rules.rules[0]?.versions[0], transitions: {} }] }],
        }),
      "RULES_MALFORMED",
      "rules.0.versions.0.transitions",
      "transition",
    ],
    ["a list", () => parseList({ ...list(), cooluntil: asOf }), "LIST_MALFORMED", "cooluntil", "coolUntil"],
    [
      "an item of a list",
      () => parseList({ ...list(), items: [{ ...list().items[0], anwser: {} }] }),
      "LIST_MALFORMED",
      "items.0.anwser",
      "answer",
    ],
    [
      "a command in a file",
      () => parseListCommand({ type: "Approve", by: author, at: asOf, coment: "x" }),
      "COMMAND_MALFORMED",
      "coment",
      "comment",
    ],
    [
      "an answer in a file",
      () =>
        parseListCommand({
          type: "Answer",
          by: author,
          record: "1",
          answer: { kind: "keep", until: asOf, reason: "x", Until: asOf },
        }),
      "COMMAND_MALFORMED",
      "answer.Until",
      "until",
    ],
  ])("are refused: %s", (_, work, code, at, meant) => {
    expect(thrown(work)).toMatchObject({ code, at, meant });
  });

  it("a list and a command that are sound are read as they are", () => {
    expect(parseList(JSON.parse(JSON.stringify(list())))).toEqual(list());
    const command = { type: "Report", by: author, record: "1", result: "gone", at: asOf };
    expect(parseListCommand(command)).toEqual(command);
  });
});

describe("a disposal list", () => {
  const author = { person: "p", role: "author" } as const;
  const ruleSet = { id: "t", release: "1", hash: "h" };
  const due = engine.decide({ id: "1", unit: "file", values }, asOf);
  const candidate = (id: string) => ({ disposition: { ...due, id }, factsHash: "x" });
  const draft = (...ids: string[]) =>
    decideList(
      { type: "Draft", by: author, id: "L", asOf, ruleSet, candidates: ids.map(candidate) },
      initialList,
    );

  it.each(["", " ", "\u00A0", "\u200B"])("takes no record with the id %o", (id) => {
    expect(draft("1", id)).toEqual({ ok: false, reason: "ID_EMPTY" });
  });

  it("takes no outcome that it does not know for one that may go", () => {
    const strange = candidate("1");
    const candidates = [
      { ...strange, disposition: { ...strange.disposition, outcome: "Transfer" } },
    ] as never;
    const decided = decideList(
      { type: "Draft", by: author, id: "L", asOf, ruleSet, candidates },
      initialList,
    );
    expect(decided).toMatchObject({
      ok: true,
      events: [{ list: { items: [], dropped: [{ record: "1" }] } }],
    });
  });

  it("does not begin with two answers about one record", () => {
    const drafted = draft("1");
    if (!drafted.ok || drafted.events[0]?.type !== "Drafted") throw new Error("no draft");
    const { list } = drafted.events[0];
    const reviewed = { ...list, status: "reviewing" as const };
    const approved = decideList(
      { type: "Approve", by: { person: "q", role: "reviewer" }, at: asOf },
      reviewed,
    );
    if (!approved.ok || approved.events[0]?.type !== "Approved") throw new Error("no approval");
    const cooled = { ...reviewed, status: "cooling-off" as const, approvals: [approved.events[0].approval] };
    const current = [candidate("1"), candidate("1")];
    const by = { person: "e", role: "executor" } as const;
    expect(decideList({ type: "Begin", by, at: "2026-12-30", current, ruleSetHash: "h" }, cooled)).toEqual({
      ok: false,
      reason: "RECORD_TWICE",
    });
  });
});
