import { describe, expect, it } from "vitest";
import { type RetentionAnswer, verdictOnErasure } from "../src/index.ts";

const statute = { cite: [{ act: "SFS 2025:400" }] };
const ownPlan = { cite: [{ act: "EU 2016/679" }] };
const both = { cite: [{ act: "EU 2016/679" }, { act: "SFS 1990:782" }] };
const verdict = (answer: RetentionAnswer, restricted = false) => {
  const { kind, law } = verdictOnErasure(answer, { restricted });
  return [kind, law?.map(({ at }) => at).join()];
};

describe("erasure of a record that retention", () => {
  it.each<[string, RetentionAnswer, string, string | undefined]>([
    [
      "would dispose of today",
      { outcome: "dispose", status: "due", deciding: statute },
      "must-go",
      undefined,
    ],
    [
      "should have disposed of",
      { outcome: "dispose", status: "overdue", deciding: ownPlan },
      "must-go",
      undefined,
    ],
    ["keeps by statute", { outcome: "dispose", status: "running", deciding: statute }, "keep", "17(3)(b)"],
    ["keeps by a statute too", { outcome: "dispose", status: "running", deciding: both }, "keep", "17(3)(b)"],
    [
      "keeps by the controller's own limit",
      { outcome: "dispose", status: "running", deciding: ownPlan },
      "may-go",
      undefined,
    ],
    [
      "keeps by it while the matter is open",
      { outcome: "dispose", status: "pending", deciding: ownPlan },
      "keep",
      "17(3)(b)",
    ],
    [
      "holds, whatever the rule",
      { outcome: "dispose", status: "held", deciding: ownPlan },
      "keep",
      "17(3)(e)",
    ],
    ["preserves", { outcome: "preserve", status: "settled", deciding: statute }, "preserve", "17(3)(b)"],
    ["hands over", { outcome: "transfer", status: "due", deciding: statute }, "keep", "17(3)(b)"],
    ["knows no rule for", { outcome: "undetermined", status: "pending" }, "keep", "17(3)(b)"],
    ["has a conflict about", { outcome: "conflict", status: "due", deciding: statute }, "keep", "17(3)(b)"],
  ])("%s", (_what, answer, kind, at) => {
    expect(verdict(answer)).toEqual([kind, at]);
  });

  it("would dispose of, waits while it is restricted", () => {
    expect(verdict({ outcome: "dispose", status: "overdue", deciding: statute }, true)).toEqual([
      "keep",
      "18(2)",
    ]);
  });

  it("is kept where nobody says whether it is restricted", () => {
    expect(verdictOnErasure({ outcome: "dispose", status: "due" }, {} as never).kind).toBe("keep");
    expect(() =>
      verdictOnErasure({ outcome: "dispose", status: "due" }, { restrict: false } as never),
    ).toThrow(expect.objectContaining({ code: "OPTION_UNKNOWN" }));
  });
});
