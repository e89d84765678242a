/** The rights in Swedish social services as one table: the EU verdict, and what Swedish law makes of it. */
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import {
  type Applicability,
  type Art6,
  type ControllerKind,
  type ProcessingActivity,
  type Right,
  rights,
  rightsFor,
  shortCite,
  type Verdict,
} from "@tillit/consent-legal-basis";
import { lawRef, swedishLaw } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

const today: CalendarDate = parseDate("2026-11-21");
const care = lawRef("SoLPuL 2001:454 6 §");
const bases: readonly Art6[] = [
  {
    art6: "a",
    consent: "opt-in",
    terms: { expression: "separate-act", explicit: true, tied: false, givers: [], actsAs: "processing" },
  },
  { art6: "b", contract: "performance", subjectIsParty: true },
  { art6: "c", law: [care] },
  { art6: "d", whose: "subject" },
  { art6: "e", law: [care] },
  { art6: "f", interest: { sv: "svar", en: "answers" } },
];
const kinds: readonly ControllerKind[] = ["public-authority", "private-provider"];
const marks: Readonly<Record<Verdict, string>> = { applies: "✓", conditional: "◐", excluded: "✗" };

function activity(basis: Art6, kind: ControllerKind): ProcessingActivity {
  return {
    id: "x",
    version: 1,
    validFrom: today,
    title: { sv: "x", en: "x" },
    purpose: { sv: "x", en: "x" },
    controller: { id: "x", name: "x", kind, contact: {}, requestChannels: [] },
    task: "service",
    subjects: [{ id: "x", relation: "client", label: { sv: "x", en: "x" } }],
    data: [{ id: "x", kind: "ordinary", label: { sv: "x", en: "x" } }],
    source: "subject",
    recipients: [],
    transfers: { assessed: true, to: [] },
    basis,
    safeguards: [],
    retentionRule: "x",
    retention: { sv: "x", en: "x" },
    security: [],
  };
}

function standing(
  right: Right,
  basis: Art6,
  kind: ControllerKind,
  swedish: boolean,
): Applicability | undefined {
  const options = swedish ? { national: swedishLaw } : {};
  return rightsFor(activity(basis, kind), today, options).find((one) => one.right === right);
}

function row(right: Right, kind: ControllerKind, swedish: boolean): string {
  return bases
    .map((basis) => marks[standing(right, basis, kind, swedish)?.verdict ?? "excluded"])
    .join(" | ");
}

/** The provisions of Swedish law that any basis brings in. */
function swedishLawOn(right: Right, kind: ControllerKind): string {
  const cited = bases.flatMap((basis) => standing(right, basis, kind, true)?.because ?? []);
  return [...new Set(cited.filter(({ act }) => act !== "GDPR").map(shortCite))].join("; ");
}

describe("The rights in Swedish social services", () => {
  it("A jurist can read them as tables, by kind of controller", async () => {
    const lines = [
      "# Rights by legal basis",
      "",
      "✓ applies, ◐ under conditions, ✗ excluded. Bases c and e cite lag (2001:454), as in social services. First the GDPR",
      "alone, then with Swedish law. The reasons stand in `rightsFor`; the overrides in statutes.md.",
      "",
    ];
    for (const kind of kinds) {
      lines.push(`## ${kind}`, "");
      lines.push("| right | law | a | b | c | d | e | f | Swedish provisions |");
      lines.push("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      for (const right of rights) {
        lines.push(`| ${right} | GDPR | ${row(right, kind, false)} | |`);
        lines.push(`| | with Swedish law | ${row(right, kind, true)} | ${swedishLawOn(right, kind)} |`);
      }
      lines.push("");
    }
    await expect(lines.join("\n")).toMatchFileSnapshot("../docs/rights.md");
  });

  it.each(kinds)("At a %s, casework can be objected to under the GDPR and not under Swedish law", (kind) => {
    const [, , , , publicTask] = bases;
    const verdicts = [false, true].map((swedish) =>
      publicTask === undefined ? undefined : standing("object", publicTask, kind, swedish)?.verdict,
    );
    expect(verdicts).toEqual(["applies", "excluded"]);
  });

  it.each(kinds)("At a %s, Swedish law only takes away, limits or explains", (kind) => {
    const rank: Readonly<Record<Verdict, number>> = { excluded: 0, conditional: 1, applies: 2 };
    const given = rights.flatMap((right) =>
      bases.filter((basis) => {
        const eu = standing(right, basis, kind, false)?.verdict ?? "excluded";
        const se = standing(right, basis, kind, true)?.verdict ?? "applies";
        return rank[se] > rank[eu];
      }),
    );
    expect(given).toEqual([]);
  });
});
