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
      application({
        holder: "social-board",
        applicationOutcome: "declined",
        receivedOn: "2026-10-01",
        caseClosed: "2026-11-01",
      }),
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
          applicationOutcome: "declined",
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
    const open = { holder: "social-board", applicationOutcome: "undecided", ...plan };
    expect(engine.decide(application(open), asOf)).toMatchObject({
      outcome: "dispose",
      status: "pending",
    });
  });

  it("is for review at a private provider that has decided no period", () => {
    const open = { holder: "private-provider", applicationOutcome: "undecided" };
    expect(engine.decide(application(open), asOf)).toMatchObject({
      outcome: "review",
      status: "due",
      deciding: { grade: "I" },
    });
  });

  it("asks for the end of the last assignment once it is approved, and says so in words", () => {
    const plan = { planPeriod: "P2Y", planFrom: "receivedOn", planDecision: "SN 2025-7" };
    const approved = {
      holder: "social-board",
      applicationOutcome: "approved",
      receivedOn: "2016-10-01",
      ...plan,
    };
    const explanation = engine.explain(application(approved), asOf);
    expect(explanation.disposition).toMatchObject({ outcome: "undetermined", missing: ["assignmentEnded"] });
    expect(engine.sentences(explanation, "sv").join(" ")).toContain("det sista uppdraget upphörde");
    expect(engine.sentences(explanation, "en").join(" ")).toContain("the last assignment ended");
  });
});
