import { sentencesOf } from "@tillit/consent-legal-basis";
import { claims, problemNames, profiles } from "@tillit/policy-profiles";
import { describe, expect, it } from "vitest";
import { sha256, sourcesPresent, sourceTexts, whyAbsent } from "./source-files.ts";

const head = "| claim | place | says | a system must | problem | as we read it |";

function runsOfEight(text: string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/);
  return words.slice(7).map((_, at) => words.slice(at, at + 8).join(" "));
}

describe("Claims of the five policies", () => {
  it("Every document has its claims, each once, numbered without gaps", () => {
    const counts = profiles.map(
      ({ source }) => claims.filter(({ id }) => id.startsWith(`${source.document}-`)).length,
    );
    expect(counts).toEqual([30, 61, 48, 32, 54]);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(225);
  });

  it("Every claim has words of ours, a hash and known problem codes, and grades its reading", () => {
    const faulty = claims.filter(
      ({ says, sha256: hash, reading, grade, problems }) =>
        says.length < 15 ||
        !/^[0-9a-f]{64}$/.test(hash) ||
        (reading === undefined) !== (grade === undefined) ||
        problems.some((problem) => problemNames[problem] === undefined),
    );
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  it("Every claim points at a sentence of the source whose hash it carries", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const texts = sourceTexts();
    const wrong: string[] = [];
    for (const { source } of profiles) {
      const text = texts.get(source.document) ?? "";
      if (sha256(text) !== source.sha256) wrong.push(source.document);
      const sentences = sentencesOf(text);
      for (const claim of claims.filter(({ id }) => id.startsWith(`${source.document}-`))) {
        const found = sentences.find(
          ({ section, number }) => section === claim.section && number === claim.sentence,
        );
        if (found === undefined || sha256(found.text) !== claim.sha256) wrong.push(claim.id);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("No claim repeats eight words in a row of a source", (context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const inSources = new Set([...sourceTexts().values()].flatMap(runsOfEight));
    const copied = claims.filter(({ says, needs = "", reading = "" }) =>
      runsOfEight(`${says} ${needs} ${reading}`).some((run) => inSources.has(run)),
    );
    expect(copied.map(({ id }) => id)).toEqual([]);
  });

  it("A jurist can read them as a table", async () => {
    const lines: string[] = [];
    for (const { name, source } of profiles) {
      lines.push(`## ${source.document} ${name}`, "", head, "| --- | --- | --- | --- | --- | --- |");
      for (const claim of claims.filter(({ id }) => id.startsWith(`${source.document}-`))) {
        const { id, section, sentence, says, needs = "", problems, reading = "" } = claim;
        const place = `${section}.${sentence}`;
        lines.push(`| ${[id, place, says, needs, problems.join(" "), reading].join(" | ")} |`);
      }
      lines.push("");
    }
    const codes = Object.entries<string>(problemNames).map(([code, what]) => `- ${code}: ${what}`);
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
