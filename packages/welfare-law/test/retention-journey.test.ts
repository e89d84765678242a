import { compile, type Facts } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

const engine = compile(retentionRules);
const asOf = "2026-11-21";

function application(values: Facts["values"]): Facts {
  return { id: "a-1", unit: "file", values: { recordType: "application", statute: "none", ...values } };
}

describe("an application to become a family home", () => {
  it("is preserved at a social board that has no plan row, and the sentence cites the Archives Act", () => {
    const explanation = engine.explain(
      application({ holder: "social-board", receivedOn: "2026-10-01", caseClosed: "2026-11-01" }),
      asOf,
    );
    expect(explanation.disposition).toMatchObject({ outcome: "preserve", status: "settled" });
    expect(engine.sentences(explanation, "sv").join(" ")).toContain("10 § arkivlagen (1990:782)");
    expect(engine.sentences(explanation, "en").join(" ")).toContain("10 § Archives Act (1990:782)");
  });

  it("follows the plan row of the board, counted in full calendar years", () => {
    expect(
      engine.decide(
        application({
          holder: "social-board",
          caseClosed: "2026-11-01",
          planPeriod: "P2Y",
          planFrom: "caseClosed",
          planDecision: "SN 2025-7",
        }),
        asOf,
      ),
    ).toMatchObject({ outcome: "dispose", status: "running", earliest: "2029-01-01" });
  });

  it("waits while its case is open", () => {
    const plan = { planPeriod: "P2Y", planFrom: "caseClosed", planDecision: "SN 2025-7" };
    expect(engine.decide(application({ holder: "social-board", ...plan }), asOf)).toMatchObject({
      outcome: "dispose",
      status: "pending",
    });
  });

  it("is for review at a private provider that has decided no period", () => {
    expect(engine.decide(application({ holder: "private-provider" }), asOf)).toMatchObject({
      outcome: "review",
      status: "due",
      deciding: { grade: "I" },
    });
  });
});
