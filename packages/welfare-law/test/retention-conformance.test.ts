import { readFileSync, writeFileSync } from "node:fs";
import { compile, describeRules, parseRuleSet, ruleSetJsonSchema } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { type RetentionCase, retentionCases } from "@tillit/welfare-law/retention-cases";
import { describe, expect, it } from "vitest";

const folder = new URL("../conformance/", import.meta.url);
const files = {
  "../docs/retention-rules.md": describeRules(retentionRules, "sv"),
  "rules.json": `${JSON.stringify(retentionRules, undefined, 1)}\n`,
  "rule-set.schema.json": `${JSON.stringify(ruleSetJsonSchema(), undefined, 1)}\n`,
  "cases.jsonl": retentionCases
    .map(
      ({ facts, name, law, asOf, expect: wanted }) =>
        `${JSON.stringify({ id: facts.id, name, law, asOf, facts, expect: wanted })}\n`,
    )
    .join(""),
};

if (process.env["UPDATE_CONFORMANCE"] === "1")
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, folder), text);

describe("the conformance kit and the document for reviewers", () => {
  it.each(Object.entries(files))(
    "%s holds what the package holds (UPDATE_CONFORMANCE=1 writes it anew)",
    (name, text) => {
      expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
    },
  );

  it("can be run by its files alone", () => {
    const engine = compile(parseRuleSet(JSON.parse(readFileSync(new URL("rules.json", folder), "utf8"))));
    const cases = readFileSync(new URL("cases.jsonl", folder), "utf8").trim().split("\n");
    expect(new Set(cases.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(cases.length);
    for (const line of cases) {
      const { facts, asOf, expect: wanted } = JSON.parse(line) as RetentionCase;
      const { rule: _rule, grade: _grade, ...settled } = wanted;
      expect(engine.decide(facts, asOf)).toMatchObject(settled);
    }
  });
});
