import {
  type Art6,
  gdpr,
  type ProcessingActivity,
  type Right,
  rightsFor,
  type Verdict,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities } from "./arbitraries.ts";
import { act, national } from "./national.ts";
import { casework, consentBasis, provider, today } from "./sample-activity.ts";

const other = act("1 §", { act: "OtherAct", sfs: "2010:1" });
const bases: Readonly<Record<string, Art6>> = {
  a: consentBasis(),
  b: { art6: "b", contract: "performance", subjectIsParty: true },
  c: { art6: "c", law: [other] },
  d: { art6: "d", whose: "subject" },
  e: { art6: "e", law: [other] },
  f: { art6: "f", interest: { sv: "svar", en: "answers" }, balancingTest: { id: "t" } },
};

/** The matrix as lawyers draw it: + applies, ~ under conditions, - excluded. Columns a to f. */
const matrix: readonly (readonly [Right, string])[] = [
  ["inform", "++++++"],
  ["access", "++++++"],
  ["rectification", "++++++"],
  ["erasure", "+~-~-~"],
  ["restriction", "++++++"],
  ["notification", "~~~~~~"],
  ["portability", "++----"],
  ["object", "----++"],
  ["object-marketing", "++++++"],
  ["not-automated", "++++++"],
  ["withdraw", "+-----"],
  ["complain", "++++++"],
];
const marks: Readonly<Record<string, Verdict>> = { "+": "applies", "~": "conditional", "-": "excluded" };
const cells = matrix.flatMap(([right, row]) =>
  row.split("").flatMap((mark, index) =>
    (["public-authority", "private-provider"] as const).map((kind) => ({
      right,
      letter: "abcdef"[index] ?? "",
      kind,
      verdict: marks[mark],
    })),
  ),
);

function resting(on: Art6, kind: "public-authority" | "private-provider"): ProcessingActivity {
  const { special: _, nationalId: __, ...plain } = kind === "public-authority" ? casework : provider;
  return { ...plain, basis: on, data: casework.data.slice(0, 1) };
}

function verdictOf(activity: ProcessingActivity, right: Right, options = {}): Verdict | undefined {
  return rightsFor(activity, today, options).find((one) => one.right === right)?.verdict;
}

describe("rightsFor", () => {
  it.each(cells)(
    "By the GDPR alone, $right on basis $letter at a $kind: $verdict",
    ({ right, letter, kind, verdict }) => {
      expect(verdictOf(resting(bases[letter] ?? consentBasis(), kind), right)).toBe(verdict);
    },
  );

  it("The national act that forbids objection takes it away, for its own processing only", () => {
    const under = resting({ art6: "e", law: [act("6 §")] }, "public-authority");
    expect(verdictOf(under, "object", { national })).toBe("excluded");
    expect(verdictOf(resting({ art6: "e", law: [other] }, "public-authority"), "object", { national })).toBe(
      "applies",
    );
  });

  it("Secrecy turns access into access under conditions, and says so", () => {
    const access = rightsFor(casework, today, { national }).find(({ right }) => right === "access");
    expect(access?.verdict).toBe("conditional");
    expect(access?.conditions.map(({ en }) => en)).toContain("Except secret data.");
  });

  it("What retention says decides erasure: keep excludes, run out gives", () => {
    const letter = resting(bases["b"] ?? consentBasis(), "private-provider");
    expect(verdictOf(letter, "erasure", { retention: { kind: "keep", law: [act("17 §")] } })).toBe(
      "excluded",
    );
    expect(verdictOf(casework, "erasure", { retention: { kind: "must-go" } })).toBe("applies");
    expect(verdictOf(casework, "erasure", { retention: { kind: "undetermined" } })).toBe("excluded");
  });

  it("Two bases that differ make a right conditional, with both reasons", () => {
    const two = {
      ...resting(bases["c"] ?? consentBasis(), "public-authority"),
      alsoOn: [{ art6: "e", law: [other] }],
    } as const;
    const object = rightsFor(two, today).find(({ right }) => right === "object");
    expect(object?.verdict).toBe("conditional");
    expect(object?.reasons).toHaveLength(2);
  });

  it("An excluded right always has its law, and so has every other", () => {
    fc.assert(
      fc.property(activities, (activity) => {
        const bare = rightsFor(activity, today, { national }).filter(({ because }) => because.length === 0);
        expect(bare).toEqual([]);
      }),
    );
  });

  it("A national override never gives a right back", () => {
    const rank: Readonly<Record<Verdict, number>> = { excluded: 0, conditional: 1, applies: 2 };
    fc.assert(
      fc.property(activities, (activity) => {
        const before = new Map(
          rightsFor(activity, today).map(({ right, verdict }) => [right, rank[verdict]]),
        );
        const grown = rightsFor(activity, today, { national }).filter(
          ({ right, verdict }) => rank[verdict] > (before.get(right) ?? 0),
        );
        expect(grown).toEqual([]);
      }),
    );
  });

  it("A reference made by gdpr() is an article of the regulation", () => {
    expect(gdpr("15(1)")).toMatchObject({ act: "GDPR", at: "15(1)" });
  });
});
