import { describe, expect, it } from "vitest";
import { checkRules, compile, type Rule, type RuleSet } from "../src/index.ts";
import { asOf, cite, dispose, maximum, record, rule, there, toy, version } from "./toy.ts";

const options = { today: asOf };
const letter = { field: "kind", is: "letter" } as const;
const base = rule("base", dispose("closed", "P2Y"));
const until = (from: string, to: string, more: object = {}): Rule["versions"][number] =>
  version(from, dispose("closed", "P2Y"), { always: true }, { inForce: { from, until: to }, ...more });
const dated = (...versions: Rule["versions"]): Rule => ({ id: "v", title: { sv: "v" }, versions });

const bad: [string, RuleSet, readonly string[]][] = [
  [
    "GAP",
    toy([rule("a", dispose("closed", "P2Y"), letter)], {
      otherwise: [{ id: "o", when: { field: "kind", is: "map" }, outcome: "review", grade: "V", cite }],
    }),
    [],
  ],
  ["OVERLAP", toy([base, rule("other", dispose("sent", "P5Y"), letter)]), ["base", "other"]],
  [
    "UNREACHABLE",
    toy([base, rule("dead", { kind: "preserve" }, { all: [letter, { field: "kind", is: "map" }] })]),
    ["dead"],
  ],
  [
    "SHADOWED",
    toy([rule("always", { kind: "preserve" }), rule("never", dispose("closed", "P1Y"), letter)]),
    ["never"],
  ],
  [
    "CONTRADICTION",
    toy([rule("a", dispose("closed", "P5Y")), rule("b", maximum("closed", "P3Y"), letter)]),
    ["a", "b"],
  ],
  ["DANGLING_EXCEPTION", toy([rule("a", { kind: "preserve" }, letter, { exceptTo: ["nobody"] })]), ["a"]],
  [
    "EXCEPTION_CYCLE",
    toy([
      rule("a", { kind: "preserve" }, letter, { exceptTo: ["b"] }),
      rule("b", dispose("closed", "P1Y"), letter, { exceptTo: ["a"] }),
    ]),
    ["a", "b", "a"],
  ],
  ["SELF_EXCEPTION", toy([rule("a", { kind: "preserve" }, letter, { exceptTo: ["a"] })]), ["a"]],
  [
    "VERSION_GAP",
    toy([dated(until("2001-01-01", "2005-01-01"), version("2006-01-01", dispose("closed", "P2Y")))]),
    ["v"],
  ],
  [
    "VERSION_OVERLAP",
    toy([dated(until("2001-01-01", "2007-01-01"), version("2006-01-01", dispose("closed", "P2Y")))]),
    ["v"],
  ],
  [
    "OUT_OF_SUPPORT",
    toy([dated(until("1990-01-01", "1995-01-01"), version("1995-01-01", dispose("closed", "P2Y")))]),
    ["v"],
  ],
  [
    "STALE_CITATION",
    toy([
      {
        ...base,
        versions: [
          version("2000-01-01", dispose("closed", "P2Y"), undefined, {
            cite: [{ act: "T 1", checked: "2025-11-20" }],
          }),
        ],
      },
    ]),
    ["base"],
  ],
  ["STALE_CITATION", toy([base], { acts: { "T 1": { sv: "Lagen", repealed: "2020-01-01" } } }), ["base"]],
  [
    "UNCITED_CHANGE",
    toy([dated(until("2001-01-01", "2006-01-01"), version("2006-01-01", dispose("closed", "P3Y")))]),
    ["v"],
  ],
  [
    "LEAP_SENSITIVE",
    toy([rule("a", { kind: "dispose", after: { from: { event: "closed" }, plus: "P2Y" } })]),
    ["a"],
  ],
];

describe("the checker", () => {
  it.each(bad)("finds %s, names the rules, and shows a record", (code, ruleSet, rules) => {
    const found = checkRules(ruleSet, options).filter((diagnostic) => diagnostic.code === code);
    expect(found.map((diagnostic) => diagnostic.rules)).toEqual([rules]);
    const { witness } = there(found[0]);
    expect(witness.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(witness.facts.id).toBe("witness");
  });

  it("shows records that the engine itself can explain, and that show the fault", () => {
    const [contradiction] = checkRules(bad[4]?.[1], options);
    const engine = compile(bad[4]?.[1] as RuleSet);
    const { facts, asOf: day } = there(contradiction).witness;
    expect(engine.explain(facts, day).disposition).toMatchObject({
      outcome: "conflict",
      reason: "WINDOW_EMPTY",
    });
    const [overlap] = checkRules(bad[1]?.[1], options);
    const steps = compile(bad[1]?.[1] as RuleSet).explain(there(overlap).witness.facts, asOf).steps;
    expect(steps.filter(({ verdict }) => verdict === "applies").map((step) => step.rule)).toEqual([
      "base",
      "other",
    ]);
  });

  it("says UNTESTED of a rule that decides no case", () => {
    const ruleSet = toy([base, rule("kept", { kind: "preserve" }, letter)]);
    const cases = [{ facts: record({ kind: "map", closed: "2020-01-01" }), asOf }];
    expect(
      checkRules(ruleSet, { ...options, cases }).map(({ code, rules }) => `${code} ${rules.join(" ")}`),
    ).toEqual(["UNTESTED kept"]);
  });

  it("says UNKNOWN_SENSITIVE of a fact whose absence blocks most records", () => {
    const ruleSet = toy([base, rule("kept", { kind: "preserve" }, { field: "secret", is: true })]);
    const sample = Array.from({ length: 10 }, () =>
      record({ kind: "map", secret: false, closed: "2020-01-01" }),
    );
    const found = checkRules(ruleSet, { ...options, sample });
    expect(found.map(({ code, rules }) => `${code} ${rules.join(" ")}`)).toEqual([
      "UNKNOWN_SENSITIVE secret",
      "UNKNOWN_SENSITIVE closed",
    ]);
  });

  it("says TOO_MANY_CELLS where it was told to stop early", () => {
    const ruleSet = toy([base, rule("kept", { kind: "preserve" }, letter)]);
    expect(checkRules(ruleSet, { ...options, maxCells: 1 }).map(({ code }) => code)).toContain(
      "TOO_MANY_CELLS",
    );
  });

  const kept = toy([base, rule("kept", { kind: "preserve" }, { field: "secret", is: true })]);
  it.each<[string, unknown, object]>([
    ["UNTESTED", kept, { cases: [{ facts: record({ secret: false }), asOf }] }],
    ["UNKNOWN_SENSITIVE", kept, { sample: [record({ kind: "map", secret: false, closed: "2020-01-01" })] }],
    ["TOO_MANY_CELLS", kept, { maxCells: 1 }],
    ["MALFORMED", { ...kept, rules: [] }, {}],
  ])(
    "shows a record with %s too, one that the engine can explain where there is an engine",
    (code, set, more) => {
      const found = checkRules(set, { ...options, ...more }).find((diagnostic) => diagnostic.code === code);
      const { facts, asOf: day } = there(found).witness;
      const engine = compile(kept);
      expect(engine.sentences(engine.explain(facts, day), "sv").length).toBeGreaterThan(0);
    },
  );

  it("finds nothing in a sound rule set", () => {
    expect(checkRules(toy([base, rule("kept", { kind: "preserve" }, letter)]), options)).toEqual([]);
  });

  it("does not warn of two rules that the lattice resolves", () => {
    const floor = rule("floor", {
      kind: "minimum",
      until: { from: { event: "sent" }, plus: "P9Y", leap: "back" },
    });
    expect(checkRules(toy([base, floor]), options)).toEqual([]);
  });
});
