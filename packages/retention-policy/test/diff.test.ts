import { describe, expect, it } from "vitest";
import { diffRules, type Rule } from "../src/index.ts";
import { asOf, cite, dispose, minimum, record, rule, toy, version } from "./toy.ts";

const letter = { field: "kind", is: "letter" } as const;
const law = toy([rule("a", dispose("closed", "P5Y")), rule("k", { kind: "preserve" }, letter)]);
const change = (...rules: Rule[]): ReturnType<typeof diffRules> => diffRules(law, toy(rules), { asOf });
const kept = rule("k", { kind: "preserve" }, letter);

describe("the difference between two rule sets", () => {
  it("is nothing between equals", () => {
    expect(diffRules(law, law, { asOf })).toMatchObject({
      structural: [],
      cells: { changes: [] },
      gated: false,
    });
  });

  it.each<[string, Rule[], boolean, object[]]>([
    [
      "a shorter period is gated",
      [rule("a", dispose("closed", "P3Y")), kept],
      true,
      [{ kind: "earlier", gated: true }],
    ],
    [
      "a longer one is not",
      [rule("a", dispose("closed", "P7Y")), kept],
      false,
      [{ kind: "later", gated: false }],
    ],
    [
      "a floor moves later",
      [rule("a", dispose("closed", "P5Y")), kept, rule("m", minimum("closed", "P9Y"))],
      false,
      [{ kind: "later" }],
    ],
    [
      "what was preserved and no longer is, is gated",
      [rule("a", dispose("closed", "P5Y"))],
      true,
      [{ kind: "outcome", from: "preserve", to: "dispose", gated: true }],
    ],
    [
      "more preservation is not",
      [rule("a", dispose("closed", "P5Y")), rule("k", { kind: "preserve" })],
      false,
      [{ kind: "outcome", from: "dispose", to: "preserve", gated: false }, { kind: "rule-only" }].slice(0, 1),
    ],
  ])("%s", (_, rules, gated, changes) => {
    const found = change(...rules);
    expect(found.gated).toBe(gated);
    expect(found.cells.changes).toMatchObject(changes);
    for (const { facts, before, after } of found.cells.changes)
      expect([facts.id, before.id, after.id]).toEqual(["witness", "witness", "witness"]);
  });

  it("tells a change of wording from a change of source", () => {
    const recited: Rule = {
      ...rule("a", dispose("closed", "P5Y")),
      versions: [
        version(
          "2000-01-01",
          dispose("closed", "P5Y"),
          { always: true },
          { inForce: { from: "2000-01-01", until: "2026-01-01" } },
        ),
        version(
          "2026-01-01",
          dispose("closed", "P5Y"),
          { always: true },
          { cite: [{ ...cite[0], at: "§ 2" } as (typeof cite)[0]] },
        ),
      ],
    };
    expect(change(recited, kept).structural).toEqual([
      { rule: "a", version: "2000-01-01", change: "ended" },
      { rule: "a", version: "2026-01-01", change: "re-cited" },
    ]);
    expect(change(rule("b", { kind: "preserve" }), kept).structural).toEqual([
      { rule: "b", version: "2000-01-01", change: "rule-added" },
      { rule: "a", version: "2000-01-01", change: "rule-removed" },
    ]);
    expect(change(rule("a", dispose("closed", "P4Y")), kept).structural).toMatchObject([
      { change: "changed" },
    ]);
  });

  it("counts over records what moves, how far, and shows ten", () => {
    const records = Array.from({ length: 100 }, (_, at) =>
      record({ kind: at % 4 === 0 ? "letter" : "map", closed: "2020-01-01" }, { id: `r${at}` }),
    );
    const { records: found } = diffRules(law, toy([rule("a", dispose("closed", "P3Y"))]), { asOf, records });
    expect(found).toMatchObject({
      total: 100,
      same: 0,
      gated: 100,
      outcomes: { "preserve → dispose": 25 },
      movedYears: { "-3": 75 },
    });
    expect(found?.examples).toHaveLength(10);
  });

  it("compares only where it is told to", () => {
    const found = diffRules(law, toy([rule("a", dispose("closed", "P3Y"))]), {
      asOf,
      within: { kind: "letter" },
    });
    expect(found.cells.changes).toMatchObject([{ from: "preserve", to: "dispose" }]);
    expect(() => diffRules(law, law, { asOf, within: { kind: "song" } })).toThrow(
      expect.objectContaining({ code: "FACTS_VALUE_REFUSED" }),
    );
  });
});
