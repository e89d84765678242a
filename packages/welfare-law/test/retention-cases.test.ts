import { readdirSync, readFileSync } from "node:fs";
import { compile, type Facts } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

/** A case written from the law: what is asked, what must be answered. */
interface Case {
  readonly name: string;
  readonly law: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly expect: Readonly<Record<string, unknown>>;
}

const folder = new URL("../cases/se/", import.meta.url);
const tables = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { title: string; cases: Case[] },
);
const engine = compile(retentionRules);
const windowKeys = ["dutyArises", "earliest", "latest"] as const;
const decidedBy = new Map<string, number>();

describe.each(tables)("$title", ({ cases }) => {
  it.each(cases)("$name", ({ facts, asOf, expect: wanted }) => {
    const { deciding, ...disposition } = engine.decide(facts, asOf);
    const got = { ...disposition, rule: deciding?.rule, grade: deciding?.grade };
    expect(got).toMatchObject(wanted);
    // What a case of disposal leaves out of its window must not be there at all.
    const unsaid =
      wanted["outcome"] === "dispose" && wanted["status"] !== "held"
        ? windowKeys.filter((key) => !(key in wanted))
        : [];
    expect(unsaid.filter((key) => got[key] !== undefined)).toEqual([]);
    decidedBy.set(got.rule ?? "", (decidedBy.get(got.rule ?? "") ?? 0) + 1);
  });
});

describe("the case tables", () => {
  it("let every rule decide at least three cases", () => {
    const ids = [...retentionRules.rules, ...retentionRules.otherwise].map((rule) => rule.id);
    const thin = ids.filter((id) => (decidedBy.get(id) ?? 0) < 3);
    expect(thin).toEqual([]);
  });

  it("name the provision of every case", () => {
    expect(tables.flatMap(({ cases }) => cases).filter(({ law }) => law === "")).toEqual([]);
  });
});
