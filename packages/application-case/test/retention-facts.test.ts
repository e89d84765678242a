import { applicationOutcome, retentionFacts } from "@tillit/application-case";
import { describe, expect, it } from "vitest";

const dates = {
  receivedAt: "2026-11-21T10:00:00Z",
  lastEntry: "2026-12-01T10:00:00Z",
  decidedAt: "2026-12-01T10:00:00Z",
};
const day = (at: string): string => at.slice(0, 10);

describe("what retention is told of an application", () => {
  it.each([
    ["submitted", undefined, "undecided"],
    ["opened", undefined, "undecided"],
    ["assessed", undefined, "undecided"],
    ["withdrawn", undefined, "withdrawn"],
    ["decided", "approved", "approved"],
    ["decided", "declined", "declined"],
    ["decided", undefined, undefined],
    ["decided", "maybe", undefined],
    ["none", undefined, undefined],
    ["archived", "approved", undefined],
  ])("%s, %s is %s, and what is none of the known words is not told", (status, outcome, expected) => {
    expect(applicationOutcome({ status, outcome })).toBe(expected);
  });

  it("a declined one is closed by its decision, which is its last entry", () => {
    expect(retentionFacts({ ...dates, status: "decided", outcome: "declined" }, day)).toStrictEqual({
      recordType: "application",
      applicationOutcome: "declined",
      receivedOn: "2026-11-21",
      lastEntry: "2026-12-01",
      caseClosed: "2026-12-01",
    });
  });

  it("an approved one has no last entry yet", () => {
    const facts = retentionFacts({ ...dates, status: "decided", outcome: "approved" }, day);
    expect(facts).toStrictEqual({
      recordType: "application",
      applicationOutcome: "approved",
      receivedOn: "2026-11-21",
      caseClosed: "2026-12-01",
    });
  });

  it("a withdrawn one is closed by its withdrawal, an open one by nothing", () => {
    const { decidedAt: _none, ...open } = dates;
    expect(retentionFacts({ ...open, status: "withdrawn" }, day)).toMatchObject({ caseClosed: "2026-12-01" });
    expect(retentionFacts({ ...open, status: "assessed" }, day)).not.toHaveProperty("caseClosed");
  });
});
