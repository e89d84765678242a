import { type CalendarDate, parseDate } from "@tillit/civil-time";
import { lint, type LintFinding, type LintReport } from "@tillit/consent-legal-basis";
import { describe, expect, it } from "vitest";
import { lintRules } from "../src/lint/lint-rules.ts";
import { national } from "./national.ts";
import { samplePolicies, type SamplePolicy } from "./sample-policies.ts";
import { today } from "./sample-activity.ts";

function read({ lines, kind }: SamplePolicy): { readonly text: string; readonly report: LintReport } {
  const text = lines.map(([sentence]) => sentence).join("\n");
  return { text, report: lint(text, { on: today, national, kind }) };
}

/** Problems by line; CLB590 stands for the whole text's missing officer, not for a fault of its line. */
function found({ findings }: LintReport): ReadonlySet<string> {
  const placed = findings.filter(
    (finding): finding is LintFinding & { sentence: number } =>
      finding.sentence !== undefined && finding.code !== "CLB590",
  );
  return new Set(
    placed.flatMap(({ sentence, problems }) => problems.map((problem) => `${sentence} ${problem}`)),
  );
}

function known({ lines }: SamplePolicy): ReadonlySet<string> {
  return new Set(
    lines.flatMap(([, ...problems], index) => problems.map((problem) => `${index + 1} ${problem}`)),
  );
}

describe("lint on policies of our own", () => {
  it("There are at least twelve, each with known faults and known innocents, and three without a fault", () => {
    expect(samplePolicies.length).toBeGreaterThanOrEqual(12);
    const faulty = samplePolicies.filter(({ lines }) => lines.some((line) => line.length > 1));
    expect(faulty.length).toBeGreaterThanOrEqual(12);
    expect(faulty.every(({ lines }) => lines.some((line) => line.length === 1))).toBe(true);
  });

  it.each(samplePolicies)("$name: the known faults are found and the innocents left alone", (policy) => {
    expect([...found(read(policy).report)].toSorted()).toEqual([...known(policy)].toSorted());
  });

  it("Precision and recall over all of them", () => {
    let hits = 0;
    let told = 0;
    let real = 0;
    for (const policy of samplePolicies) {
      const said = found(read(policy).report);
      const truth = known(policy);
      hits += [...said].filter((one) => truth.has(one)).length;
      told += said.size;
      real += truth.size;
    }
    console.log(`own sample policies: precision ${hits}/${told}, recall ${hits}/${real}`);
    expect(hits / told).toBeGreaterThanOrEqual(0.95);
    expect(hits / real).toBeGreaterThanOrEqual(0.85);
  });

  it("A text that answers everything lacks nothing; an empty one lacks all that is always asked", () => {
    const [perfect] = samplePolicies;
    const lacking = (text: string): readonly unknown[] =>
      lint(text, { on: today, national }).findings.flatMap(({ sentence, path }) =>
        sentence === undefined ? path : [],
      );
    expect(perfect === undefined ? [] : lacking(read(perfect).text)).toEqual([]);
    expect(lacking("Välkommen hit.")).toHaveLength(13);
  });

  it("Every finding quotes the text at its place, cites an article, and says how sure it is", () => {
    for (const policy of samplePolicies) {
      const { text, report } = read(policy);
      const placed = report.findings.filter(({ sentence }) => sentence !== undefined);
      expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(
        placed.map(({ quote }) => quote),
      );
      expect(report.findings.every(({ law, confidence }) => law.length > 0 && confidence > 0.5)).toBe(true);
    }
  });

  it("White space in the text does not move a quote from its place", () => {
    const text = "Inledning här.\n  •   Vi   garanterar\u00a0  full   säkerhet. ";
    const [first] = lint(text, { on: today, national }).findings;
    expect(text.slice(first?.start, first?.end)).toBe(first?.quote);
    expect(first?.quote).toBe("garanterar");
  });

  it("The same text gives the same findings, and whose text it is follows from its words", () => {
    for (const policy of samplePolicies) {
      const { text } = read(policy);
      expect(lint(text, { on: today, national })).toEqual(lint(text, { on: today, national }));
    }
    expect(lint("Bolaget säljer tjänster till sina kunder.", { on: today }).kind).toBe("private-provider");
    const company =
      "Ljusa Hem AB är personuppgiftsansvarig.\nNämnden och kommunen beslutar.\nKommunen betalar.";
    expect(lint(company, { on: today }).kind).toBe("private-provider");
    expect(lint("Nämnden handlägger ärenden i kommunen.", { on: today }).kind).toBe("public-authority");
  });

  it("The day decides what is stale: in 2020 the authority still had its old name", () => {
    const text = "Klaga hos Datainspektionen.";
    const stale = (day: typeof today): boolean =>
      lint(text, { on: day, national }).findings.some(({ code }) => code === "CLB501");
    expect(stale(today)).toBe(true);
    expect(stale("2020-06-01" as typeof today)).toBe(false);
  });

  it.each([
    ["Vi följer personuppgiftslagen.", "personuppgiftslagen"],
    ["Enligt Personuppgiftslagens regler får vi göra så.", "Personuppgiftslagens"],
    ["Vi behandlar uppgifterna enligt PUL.", "PUL"],
    ["Personuppgiftslagen (1998:204) gäller.", "1998:204"],
    ["Vi följer lagen om personuppgiftslagring.", undefined],
    ["Lampan pulserar enligt schema.", undefined],
  ])("An act that is gone is known by a name that is no other act's: %s", (text, quote) => {
    const gone = {
      act: "Personuppgiftslagen",
      sfs: "1998:204",
      inForce: { from: parseDate("1998-10-24"), until: parseDate("2018-05-24") },
      successor: "2018:218",
      names: ["personuppgiftslagen", "PUL"],
    };
    const found = (day: CalendarDate) =>
      lint(text, { on: day, national: { ...national, repealed: [gone] } }).findings.filter(
        ({ code }) => code === "CLB502",
      );
    expect(found(today).map((finding) => finding.quote)).toEqual(quote === undefined ? [] : [quote]);
    expect(found(parseDate("2018-05-24"))).toEqual([]);
  });

  it("Codes are unique", () => {
    expect(new Set(lintRules.map(({ code }) => code)).size).toBe(lintRules.length);
  });
});
