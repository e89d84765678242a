import { sentencesOf } from "@tillit/consent-legal-basis";
import { claims, problemNames, profiles } from "@tillit/policy-profiles";
import { describe, expect, it } from "vitest";
import { sha256, sourcesPresent, sourceTexts, whyAbsent } from "./source-files.ts";

describe("Claims of the five policies", () => {
  it("Every document has its claims, each once, numbered without gaps", () => {
    const counts = profiles.map(
      ({ source }) => claims.filter(({ id }) => id.startsWith(`${source.document}-`)).length,
    );
    expect(counts).toEqual([30, 61, 48, 32, 54]);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(225);
  });

  it("A claim with a problem says how it differs, or its code says it all, and grades its reading", () => {
    for (const claim of claims) {
      expect(claim.says.length, claim.id).toBeGreaterThan(15);
      expect(claim.sha256, claim.id).toMatch(/^[0-9a-f]{64}$/);
      expect(claim.reading === undefined, claim.id).toBe(claim.grade === undefined);
      for (const problem of claim.problems) expect(problemNames[problem], claim.id).toBeDefined();
    }
  });

  it("Every claim points at a sentence of the source whose hash it carries", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const texts = sourceTexts();
    for (const { source } of profiles) {
      const text = texts.get(source.document) ?? "";
      expect(sha256(text), source.document).toBe(source.sha256);
      const sentences = sentencesOf(text);
      for (const claim of claims.filter(({ id }) => id.startsWith(`${source.document}-`))) {
        const found = sentences.find(
          ({ section, number }) => section === claim.section && number === claim.sentence,
        );
        expect(sha256(found?.text ?? ""), claim.id).toBe(claim.sha256);
      }
    }
  });

  it("No claim repeats eight words in a row of its source", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const texts = sourceTexts();
    const runs = new Set<string>();
    for (const text of texts.values()) {
      const words = text.toLowerCase().split(/\s+/);
      for (let at = 0; at + 8 <= words.length; at += 1) runs.add(words.slice(at, at + 8).join(" "));
    }
    for (const claim of claims) {
      const words = `${claim.says} ${claim.needs ?? ""} ${claim.reading ?? ""}`.toLowerCase().split(/\s+/);
      for (let at = 0; at + 8 <= words.length; at += 1) {
        expect(runs.has(words.slice(at, at + 8).join(" ")), claim.id).toBe(false);
      }
    }
  });

  it("A jurist can read them as a table", async () => {
    const lines = profiles.flatMap(({ name, source }) => [
      `## ${source.document} ${name}`,
      "",
      "| claim | place | says | a system must | problem | as we read it |",
      "| --- | --- | --- | --- | --- | --- |",
      ...claims
        .filter(({ id }) => id.startsWith(`${source.document}-`))
        .map(
          ({ id, section, sentence, says, needs = "", problems, reading = "" }) =>
            `| ${[id, `${section}.${sentence}`, says, needs, problems.join(" "), reading].join(" | ")} |`,
        ),
      "",
    ]);
    const codes = Object.entries(problemNames).map(([code, what]) => `- ${code}: ${what}`);
    const text = [
      "# What the five policies say",
      "",
      "In our own words. Place = section.sentence of the document; the hash of the sentence stands in the data.",
      "The last column is our reading (grade I unless noted), not a finding of an authority.",
      "",
      ...codes,
      "",
      ...lines,
    ].join("\n");
    await expect(text).toMatchFileSnapshot("../docs/claims.md");
  });
});
