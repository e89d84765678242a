import type { Language } from "@tillit/law-reference";
import {
  drift,
  driftMarkdown,
  noticeHtml,
  noticeMarkdown,
  type ProcessingActivity,
  toNotice,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities } from "./arbitraries.ts";
import { act, national } from "./national.ts";
import { casework, newsletter } from "./sample-activity.ts";

const shape = { article: 13, level: "full", national } as const;

function notice(register: readonly ProcessingActivity[], locale: Language = "sv") {
  return toNotice(register, { ...shape, locale });
}

const label = { sv: "Rymdstyrelsen", en: "the Space Agency" };
const material: readonly { readonly what: string; readonly change: Partial<ProcessingActivity> }[] = [
  {
    what: "a recipient",
    change: { recipients: [...casework.recipients, { name: label, role: "authority" }] },
  },
  { what: "a recipient less", change: { recipients: [] } },
  {
    what: "the purpose",
    change: { purpose: { sv: "Vi betalar ut bidrag till föreningar", en: "We pay grants to clubs" } },
  },
  { what: "the legal basis", change: { basis: { art6: "c", law: [act("9 §")] } } },
  { what: "the retention", change: { retention: { sv: "Tio år", en: "Ten years" } } },
  { what: "a category of data", change: { data: [...casework.data, { id: "x", kind: "ordinary", label }] } },
  {
    what: "a transfer",
    change: { transfers: { assessed: true, to: [{ country: { sv: "USA", en: "the USA" }, tool: "scc" }] } },
  },
  {
    what: "the contact",
    change: { controller: { ...casework.controller, contact: { email: "ny@example.se" } } },
  },
  {
    what: "the consequence of silence",
    change: {
      requirement: { kind: "voluntary", consequence: { sv: "Inget händer", en: "Nothing happens" } },
    },
  },
];

describe("drift", () => {
  it("What was rendered from the model does not drift from it, in any form", () => {
    fc.assert(
      fc.property(activities, fc.constantFrom("sv" as const, "en" as const), (activity, locale) => {
        const current = notice([activity], locale);
        expect(drift(noticeHtml(current), current).findings).toEqual([]);
        expect(drift(noticeMarkdown(current), current).findings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(material)("A change of $what is material, both ways", ({ change }) => {
    const before = notice([casework]);
    const after = notice([{ ...casework, ...change }]);
    const forth = drift(noticeMarkdown(before), after);
    expect(forth.change).toBe("material");
    expect(forth.action).toBe("re-notify");
    expect(drift(noticeHtml(after), before).change).toBe("material");
  });

  it("What is said of one activity does not count for another", () => {
    const before = noticeMarkdown(notice([casework, newsletter]));
    for (const field of ["retention", "data", "purpose", "requirement"] as const) {
      const swapped = [
        { ...casework, [field]: newsletter[field] },
        { ...newsletter, [field]: casework[field] },
      ];
      expect(drift(before, notice(swapped)).change).toBe("material");
    }
    expect(drift(before, notice([casework, newsletter])).change).toBe("none");
  });

  it.each([
    ["Ansökan sparas 2 år och akten 5 år", "Ansökan sparas 5 år och akten 2 år"],
    ["Akten gallras, ansökan gallras inte", "Ansökan gallras, akten gallras inte"],
  ])("The order of numbers and negations is material: %s", (sv, other) => {
    const kept = (words: string) => notice([{ ...casework, retention: { sv: words, en: words } }]);
    expect(drift(noticeMarkdown(kept(sv)), kept(other)).change).toBe("material");
  });

  it("A character reference out of range is text, not a crash", () => {
    expect(drift("<p>&#99999999; &#xE5;</p>", notice([casework])).change).toBe("material");
  });

  it("Whenever two models say different things, the notice of one drifts from the other", () => {
    const said = (register: ProcessingActivity): string =>
      notice([register])
        .blocks.map(({ text }) => text)
        .toSorted()
        .join("\n");
    fc.assert(
      fc.property(activities, activities, (one, other) => {
        fc.pre(said(one) !== said(other));
        expect(drift(noticeMarkdown(notice([one])), notice([other])).change).toBe("material");
      }),
      { numRuns: 25 },
    );
  });

  it("Case, white space, punctuation, order and small words are cosmetic", () => {
    const current = notice([casework]);
    const text = noticeMarkdown(current);
    const parts = text.split("\n\n");
    for (const dressed of [
      text.toUpperCase(),
      text.replace(/\n/g, "  \n"),
      parts.toReversed().join("\n\n"),
      text.replaceAll(" och ", " samt/och ").replaceAll("samt/", ""),
    ]) {
      const report = drift(dressed, current);
      expect(report.findings).toEqual([]);
      expect(report.action).toBe("none");
    }
    expect(drift(text.toUpperCase(), current).change).toBe("cosmetic");
  });

  it("A change in what a consent covers calls for a new consent", () => {
    const before = noticeMarkdown(notice([newsletter]));
    const wider = notice([{ ...newsletter, recipients: [{ name: label, role: "third-party" }] }]);
    const kept = notice([{ ...newsletter, retention: { sv: "Tio år", en: "Ten years" } }]);
    expect(drift(before, wider).action).toBe("re-consent");
    expect(drift(before, notice([{ ...casework, recipients: [] }])).action).toBe("re-notify");
    expect(drift(before, kept).change).toBe("material");
  });

  it("A foreign text gets a report by item that a person can read", () => {
    const report = drift("Integritetspolicy\n\nVi sparar dina uppgifter i tio år.\n", notice([casework]));
    const text = driftMarkdown(report, "sv");
    expect(report.kept).toBe(0);
    expect(report.findings.map(({ code }) => code)).toContain("CLB401");
    expect(text).toContain("## 13.1.a");
    expect(text).toContain("Informera de registrerade på nytt.");
    expect(driftMarkdown(report, "en", false)).toContain("Tell the data subjects again.");
  });
});
