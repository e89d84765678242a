import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageSentences } from "../src/language/package-sentences-sv.ts";
import { tillitHere } from "./tillit.ts";

const packages = [
  "audit-chain",
  "canonical-json",
  "civil-time",
  "consent-legal-basis",
  "crypto-envelope",
  "dsar-workflow",
  "merkle-tree",
  "retention-policy",
  "swedish-identity",
];

function codesOf(name: string): readonly string[] {
  const source = readFileSync(new URL(`../../${name}/src/errors.ts`, import.meta.url), "utf8");
  const union = /Code =([\s\S]*?);/u.exec(source)?.[1] ?? "";
  return [...union.matchAll(/"([A-Z0-9_]+)"/gu)].map(([, code]) => code ?? "");
}

describe("errors of the packages in Swedish", () => {
  it.each(packages)("every code of %s has a sentence", (name) => {
    const codes = codesOf(name);
    expect(codes.length).toBeGreaterThan(name === "merkle-tree" ? 1 : 3);
    expect(codes.filter((code) => packageSentences[code] === undefined)).toEqual([]);
  });

  it("no sentence is kept for a code that no package has", () => {
    const known = new Set(packages.flatMap(codesOf));
    expect(Object.keys(packageSentences).filter((code) => !known.has(code))).toEqual([]);
  });

  it("is told first, with the package's own exact sentence behind it", async () => {
    const run = await tillitHere(["calendar", "2026-02-30", "--lang", "sv"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /^tillit: DATE_MALFORMED ett datum skrivs ÅÅÅÅ-MM-DD och måste finnas i kalendern \([^)\n]+\)\n$/u,
    );
  });
});
