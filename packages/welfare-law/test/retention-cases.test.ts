import { readdirSync, readFileSync } from "node:fs";
import { compile, type Facts } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

/** A case written from the law: what is asked, what must be answered. */
interface Case {
  readonly name: string;
  readonly law: string;
  readonly row?: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly expect: Readonly<Record<string, unknown>> & { readonly rule?: string; readonly grade?: string };
}

const folder = new URL("../cases/se/", import.meta.url);
const tables = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { title: string; cases: Case[] },
);
const engine = compile(retentionRules);
const decidedBy = new Map<string, number>();

describe.each(tables)("$title", ({ cases }) => {
  it.each(cases)("$name", ({ facts, asOf, expect: { rule, grade, ...wanted } }) => {
    const disposition = engine.decide(facts, asOf);
    expect(disposition).toMatchObject(wanted);
    for (const key of ["dutyArises", "earliest", "latest"] as const)
      if (wanted["outcome"] !== "preserve" && wanted["status"] !== "held" && wanted["outcome"] === "dispose")
        expect([key, disposition[key]]).toEqual([key, wanted[key]]);
    if (rule !== undefined) expect(disposition.deciding?.rule).toBe(rule);
    if (grade !== undefined) expect(disposition.deciding?.grade).toBe(grade);
    if (disposition.deciding !== undefined)
      decidedBy.set(disposition.deciding.rule, (decidedBy.get(disposition.deciding.rule) ?? 0) + 1);
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
