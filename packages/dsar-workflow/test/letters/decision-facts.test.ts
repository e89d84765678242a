import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import type { ItemOutcome } from "../../src/index.ts";
import { composeLetter, decisionFacts, letterHtml } from "../../src/letters.ts";
import { decisionOf } from "../../src/review.ts";
import { caseFor, factsFor } from "../kit/letter-facts.ts";
import type { Machine } from "../kit/representatives.ts";
import { course, envAt, given } from "../kit/story.ts";

const machine: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
const harm = { provision: "osl-26-1", test: "reverse", reasoning: "aa11", reviewer: "cecilia" } as const;
const spans = [{ from: 0, to: 3, protects: "person-2" }];
const base = given(course(machine).reviewed, envAt("2027-01-12"));
const outcomes: Readonly<Record<string, ItemOutcome>> = {
  "item-1": { kind: "disclose" },
  "item-2": { kind: "redact", spans, harm },
  "item-3": { kind: "withhold", harm },
  "item-4": { kind: "withhold", harm: { ...harm, provision: "osl-26-5", test: "straight" } },
};
const state = {
  ...base,
  items: Object.fromEntries(
    Object.entries(outcomes).map(([id, outcome]) => [id, { section: "journal", sha256: "aa11", outcome }]),
  ),
};
const titles = new Map([
  ["item-1", "Beslut 2026"],
  ["item-2", "Journal 2025"],
  ["item-3", "En handling"],
  ["item-4", "En handling till"],
]);

describe("the letter of a decision", () => {
  const decision = decisionOf(state, "bb22");
  const facts = decisionFacts(decision, { lang: "sv", titles });

  it("names what is given, in part and not, and each provision once", () => {
    expect(facts).toEqual({
      given: ["Beslut 2026", "Journal 2025 (delar är dolda)"],
      withheld: ["De dolda delarna: Journal 2025", "En handling", "En handling till"],
      provisions: ["OSL (2009:400) 26 kap. 1 §", "OSL (2009:400) 26 kap. 5 §"],
      secrecy: ["OSL (2009:400) 26 kap. 1 §", "OSL (2009:400) 26 kap. 5 §"],
    });
    const html = letterHtml(
      composeLetter("M06", {
        about: caseFor("M06"),
        lang: "sv",
        date: parseDate("2027-01-12"),
        facts: { ...factsFor("sv"), ...facts },
      }),
    );
    expect(html.split("26 kap. 5 §")).toHaveLength(2);
  });

  it("puts no line both among what is given and among what is not, and a reservation among neither", () => {
    const mixed = {
      ...state,
      items: Object.fromEntries(
        (["redact", "deidentify", "reserve", "withhold", "disclose"] as const).map((kind) => [
          kind,
          {
            section: "journal",
            sha256: "aa11",
            outcome: { kind, spans, harm, condition: "cc33" } as ItemOutcome,
          },
        ]),
      ),
    };
    for (const lang of ["sv", "en"] as const) {
      const {
        given: yes = [],
        withheld: no = [],
        reserved,
      } = decisionFacts(decisionOf(mixed, "bb22"), { lang, titles });
      expect([yes].flat().filter((line) => no.includes(line))).toEqual([]);
      expect([yes, no, reserved].map((lines = []) => lines.length)).toEqual([4, 3, 1]);
    }
  });

  it("says that all was refused where there are no items", () => {
    const refused = decisionOf({ ...base, items: {}, ground: "not-identified" }, "bb22");
    expect(decisionFacts(refused, { lang: "en", titles })).toEqual({
      withheld: ["All that was asked for"],
      provisions: ["GDPR art. 11(2), 12(2) and 12(6)"],
    });
  });
});
