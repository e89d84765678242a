import { checkRules, diffRules } from "@tillit/retention-policy";
import { claimedRetention, retentionRules } from "@tillit/welfare-law";
import { retentionCases } from "@tillit/welfare-law/retention-cases";
import { describe, expect, it } from "vitest";

const asOf = "2026-11-21";

/** Differences between law and claim as "kind: law's rule → claim's rule". */
function differences(organisation: string): string[] {
  const claim = claimedRetention.find((each) => each.organisation === organisation);
  const { cells } = diffRules(retentionRules, claim?.rules, { asOf, within: claim?.within ?? {} });
  return cells.changes.map(
    ({ kind, from, to, before, after }) =>
      `${kind} ${from}→${to} ${before.deciding?.rule ?? ""}${before.transferTo === after.transferTo ? "" : ` ${before.transferTo ?? "–"}→${after.transferTo ?? "–"}`}`,
  );
}

describe("what five published texts say, held against the law", () => {
  it.each([
    ["familjehem-sverige", ["outcome preserve→dispose se/otherwise/public"]],
    [
      "socialt-skyddsnat",
      [
        "later dispose→dispose se/sol/provider/case-file",
        "receiver transfer→transfer se/sol/provider/research deciding-board→national-archives",
        "outcome transfer→dispose se/sol/provider/child-placement deciding-board→–",
        "outcome transfer→dispose se/sol/provider/agreement deciding-board→–",
      ],
    ],
    ["skinnskatteberg-ifo", ["earlier dispose→dispose se/sol/board/child-inquiry"]],
    [
      "ifo-namnd",
      [
        "earlier dispose→dispose se/sol/board/case-file",
        "earlier dispose→dispose se/sol/board/child-inquiry",
      ],
    ],
    [
      "kasam-familjehemsvard",
      [
        "closes-later dispose→dispose se/sol/provider/case-file",
        "outcome transfer→dispose se/sol/provider/research deciding-board→–",
        "outcome transfer→dispose se/sol/provider/research-area deciding-board→–",
        "outcome transfer→dispose se/sol/provider/agreement deciding-board→–",
      ],
    ],
  ])("%s differs from the statutes where its text does", (organisation, expected) => {
    const found = differences(organisation);
    for (const difference of expected) expect(found).toContain(difference);
  });

  it("agrees with the law on the plain case file of a municipality that counts from the last entry", () => {
    expect(differences("skinnskatteberg-ifo")).toContain("rule-only dispose→dispose se/sol/board/case-file");
  });

  it("every claim lets something go that the law keeps, and is gated", () => {
    for (const { rules, within } of claimedRetention)
      expect(diffRules(retentionRules, rules, { asOf, within }).gated).toBe(true);
  });
});

describe("the checker on the Swedish rules", () => {
  it("finds nothing, and no rule untested", () => {
    expect(checkRules(retentionRules, { today: asOf, cases: retentionCases })).toEqual([]);
  });

  it("finds stale sources when nobody has looked for a year", () => {
    const codes = checkRules(retentionRules, { today: "2027-11-22" }).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["STALE_CITATION"]));
  });
});
