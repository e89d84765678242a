import { describe, expect, it } from "vitest";
import { tillit, tillitHere } from "./tillit.ts";

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

describe("tillit policy check", () => {
  it("gives one finding a line with law and remedy, and ends with 1 when one is an error", async () => {
    const run = await tillit([
      "policy",
      "check",
      "skinnskatteberg-ifo",
      "--on",
      "2026-11-21",
      "--lang",
      "sv",
    ]);
    const findings = lines(run.stdout) as { severity: string; code: string; law: string[]; fix: string }[];
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, fix, law } of findings)
      expect([code, law.length > 0, fix !== ""]).toEqual([code, true, true]);
    expect(run.code).toBe(findings.some(({ severity }) => severity === "error") ? 1 : 0);
  });

  it.each(['{"a":"198112289874"}', '[{"id":"198112289874"}]', "198112289874", "{"])(
    "refuses %s, exit 2, in one line without the input",
    async (input) => {
      const run = await tillitHere(["policy", "check", "-"], input);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(/^tillit: [A-Z_]+ [^\n]+\n$/);
      expect(run.stderr).not.toContain("1981");
    },
  );
});

describe("tillit policy notice", () => {
  it.each([
    ["sv", "markdown", /^# Så använder .*dina personuppgifter/],
    ["en", "markdown", /^# How .* uses your personal data/],
    ["sv", "html", /^<!doctype html>/i],
    ["sv", "json", /^\{"article":13,"locale":"sv"/],
  ])("writes it in %s as %s", async (lang, format, start) => {
    const run = await tillitHere([
      "policy",
      "notice",
      "skinnskatteberg-ifo",
      "--lang",
      lang,
      "--format",
      format,
    ]);
    expect(run.stdout).toMatch(start);
    expect(run.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("tillit: CLB"))).toEqual(
      [],
    );
  });
});

describe("tillit policy lint", () => {
  const text = "Vi kan behandla dina uppgifter om du samtycker. Tillsynsmyndighet är Datainspektionen.\n";

  it("gives one finding a line with the words that struck, and ends with 1 when one is an error", async () => {
    const run = await tillitHere(["policy", "lint", "--lang", "sv"], text);
    const findings = lines(run.stdout) as { quote: string; start: number; end: number }[];
    expect(run.code).toBe(1);
    expect(findings.map(({ quote }) => quote)).toContain("Datainspektionen");
    for (const { end, quote, start } of findings) expect(text.slice(start, end)).toBe(quote);
    expect(run.stderr).toMatch(/^tillit: \d+ findings in 2 sentences/);
  });

  it("refuses what is not text", async () => {
    expect(await tillitHere(["policy", "lint", process.execPath])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("tillit policy claims", () => {
  it("lists every claim, or one document's doubtful ones", async () => {
    const all = lines((await tillitHere(["policy", "claims"])).stdout);
    const some = lines((await tillitHere(["policy", "claims", "--document", "002", "--problems"])).stdout);
    expect(all.length).toBeGreaterThan(some.length);
    for (const claim of some) expect(claim).toMatchObject({ id: expect.stringMatching(/^002-/) as string });
  });
});
