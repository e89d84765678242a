/** The linter against what a reader of the law marked in the five policies: sentence and problem, and items left out. */
import { lint, type LintReport } from "@tillit/consent-legal-basis";
import { parseDate } from "@tillit/civil-time";
import { claims } from "@tillit/policy-profiles";
import { swedishLaw } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";
import { sourcesPresent, sourceTexts, whyAbsent } from "./source-files.ts";

/** Items of Art. 13 and 14 that each document does not answer at all, as read by hand. */
const unanswered: Readonly<Record<string, readonly string[]>> = {
  "000": ["dpo", "transfers", "storage", "complaint", "requirement", "automated", "new-purpose"],
  "001": ["dpo", "interest", "transfers", "source", "automated", "new-purpose"],
  "002": ["transfers", "automated", "new-purpose"],
  "003": ["dpo", "transfers", "rights", "automated", "new-purpose"],
  "004": ["dpo", "recipients", "transfers", "requirement", "automated"],
};

function pairs({ findings }: LintReport): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ section, sentence, problems, path }) =>
      sentence === undefined || section === undefined
        ? path.map((item) => `lacks ${item}`)
        : problems.map((problem) => `${section}.${sentence} ${problem}`),
    ),
  );
}

function truth(document: string): ReadonlySet<string> {
  const marked = claims
    .filter(({ id }) => id.startsWith(`${document}-`))
    .flatMap(({ section, sentence, problems }) =>
      problems.map((problem) => `${section}.${sentence} ${problem}`),
    );
  return new Set([...marked, ...(unanswered[document] ?? []).map((item) => `lacks ${item}`)]);
}

describe("The linter on the five policies", () => {
  it("It finds what a reader marked, and little else", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    let hits = 0;
    let told = 0;
    let real = 0;
    const lines: string[] = [];
    for (const [document, text] of sourceTexts()) {
      const said = pairs(lint(text, { on: parseDate("2026-11-21"), national: swedishLaw }));
      const marked = truth(document);
      const found = [...said].filter((pair) => marked.has(pair));
      hits += found.length;
      told += said.size;
      real += marked.size;
      const missed = [...marked].filter((pair) => !said.has(pair));
      const extra = [...said].filter((pair) => !marked.has(pair));
      lines.push(
        `${document}: precision ${found.length}/${said.size}, recall ${found.length}/${marked.size}` +
          `; missed: ${missed.join(", ") || "none"}; beyond: ${extra.join(", ") || "none"}`,
      );
    }
    lines.push(`all: precision ${(hits / told).toFixed(3)}, recall ${(hits / real).toFixed(3)}`);
    console.log(lines.join("\n"));
    expect(hits / told).toBeGreaterThanOrEqual(0.95);
    expect(hits / real).toBeGreaterThanOrEqual(0.85);
  });

  it("Whose text it is follows from its words", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const kinds = [...sourceTexts().values()].map((text) => lint(text, { on: parseDate("2026-11-21") }).kind);
    expect(kinds.map((kind) => kind.split("-")[0])).toEqual([
      "public",
      "private",
      "public",
      "public",
      "private",
    ]);
  });

  it("Every quote stands in the text where the finding says", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    for (const text of sourceTexts().values()) {
      const { findings } = lint(text, { on: parseDate("2026-11-21"), national: swedishLaw });
      expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(
        findings.map(({ quote }) => quote),
      );
    }
  });
});
