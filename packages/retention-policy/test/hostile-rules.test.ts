import { describe, expect, it } from "vitest";
import { checkRules, compile, parseRuleSet, ruleSetJsonSchema, type RuleSet } from "../src/index.ts";
import { asOf, dispose, rule, toy } from "./toy.ts";

const good = toy([rule("a", dispose("closed", "P2Y"))]);

function deep(levels: number): unknown {
  let condition: unknown = { always: true };
  for (let level = 0; level < levels; level++) condition = { not: condition };
  return {
    ...good,
    rules: [{ ...good.rules[0], versions: [{ ...good.rules[0]?.versions[0], when: condition }] }],
  };
}

function cyclic(): unknown {
  const loop: Record<string, unknown> = {};
  loop["not"] = loop;
  return {
    ...good,
    rules: [{ ...good.rules[0], versions: [{ ...good.rules[0]?.versions[0], when: loop }] }],
  };
}

const circle = toy([
  rule("a", { kind: "preserve" }, undefined, { exceptTo: ["b"] }),
  rule("b", { kind: "preserve" }, undefined, { exceptTo: ["a"] }),
]);

const hostile: [string, unknown, string][] = [
  ["nothing", undefined, "RULES_MALFORMED"],
  ["a list", [], "RULES_MALFORMED"],
  ["a number", 7, "RULES_MALFORMED"],
  ["a hundred thousand levels", deep(100_000), "RULES_TOO_LARGE"],
  ["a value that contains itself", cyclic(), "RULES_TOO_LARGE"],
  ["a million rules", { ...good, rules: Array.from({ length: 1_000_000 }, () => 1) }, "RULES_TOO_LARGE"],
  ["wrong types", { ...good, rules: "all" }, "RULES_MALFORMED"],
  ["an unknown key", { ...good, priority: 1 }, "RULES_MALFORMED"],
  ["an unknown effect", toy([{ ...rule("a", { kind: "burn" } as never) }]), "RULES_MALFORMED"],
  ["a date that is none", { ...good, supports: { from: "2000-02-30" } }, "RULES_MALFORMED"],
  ["a period that is none", toy([rule("a", dispose("closed", "P2"))]), "RULES_MALFORMED"],
  ["a rule without versions", { ...good, rules: [{ ...good.rules[0], versions: [] }] }, "RULES_MALFORMED"],
  ["an object that plays JSON", { ...good, title: { toJSON: () => "x" } }, "RULES_MALFORMED"],
];

describe("rule files of unknown origin", () => {
  it.each(hostile)("%s ends in a coded error", (_, value, code) => {
    expect(() => parseRuleSet(value)).toThrow(expect.objectContaining({ code }));
    expect(checkRules(value, { today: asOf })).toMatchObject([{ code: "MALFORMED", severity: "error" }]);
  });

  it.each([
    ["rules that except each other", circle, "RULES_INCONSISTENT"],
    [
      "two rules of one id",
      toy([rule("a", { kind: "preserve" }), rule("a", { kind: "preserve" })]),
      "RULES_INCONSISTENT",
    ],
    [
      "a field outside the vocabulary",
      toy([rule("a", { kind: "preserve" }, { field: "x", is: 1 })]),
      "RULES_MALFORMED",
    ],
    [
      "a value its field cannot have",
      toy([rule("a", { kind: "preserve" }, { field: "kind", is: "x" })]),
      "RULES_MALFORMED",
    ],
    [
      "a day compared with a word",
      toy([rule("a", { kind: "preserve" }, { field: "closed", is: "x" })]),
      "RULES_MALFORMED",
    ],
    [
      "a word compared with a day",
      toy([rule("a", { kind: "preserve" }, { field: "kind", before: "2020-01-01" })]),
      "RULES_MALFORMED",
    ],
    [
      "a set that does not exist",
      toy([rule("a", { kind: "preserve" }, { field: "kind", inSet: "x" })]),
      "RULES_MALFORMED",
    ],
    ["an undeclared receiver", toy([rule("a", { kind: "preserve", transferTo: "moon" })]), "RULES_MALFORMED"],
    ["a term that counts from no day", toy([rule("a", dispose("kind", "P2Y"))]), "RULES_MALFORMED"],
  ])("%s do not compile", (_, value, code) => {
    expect(() => compile(value as RuleSet)).toThrow(expect.objectContaining({ code }));
  });

  it("leave the input out of the message", () => {
    const secret = { ...good, rules: [{ "19811228-9874": true }] };
    expect(() => parseRuleSet(secret)).not.toThrow(/19811228/);
  });

  it("have a JSON Schema that names every key", () => {
    const schema = JSON.stringify(ruleSetJsonSchema());
    for (const key of Object.keys(good)) expect(schema).toContain(`"${key}"`);
  });
});
