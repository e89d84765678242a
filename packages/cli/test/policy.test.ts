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
    expect(run.stderr).toMatch(/^tillit: fynd: \d+; meningar: 2; läst som text från en myndighet\n$/);
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

describe("tillit policy check --declared", () => {
  it("judges a profile as its own text states it: consent by sending, tied, with offences", async () => {
    const run = await tillitHere([
      "policy",
      "check",
      "socialt-skyddsnat",
      "--declared",
      "--on",
      "2026-11-21",
    ]);
    const codes = (lines(run.stdout) as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["CLB003", "CLB010", "CLB026", "CLB029", "CLB031"]));
    expect(run.code).toBe(1);
  });
});

describe("tillit policy drift", () => {
  it("finds nothing between a register and its own notice, and ends with 1 on another text", async () => {
    const { stdout: notice } = await tillitHere([
      "policy",
      "notice",
      "kasam-familjehemsvard",
      "--lang",
      "sv",
    ]);
    const command = ["policy", "drift", "kasam-familjehemsvard", "--published", "-", "--lang", "sv"];
    const same = await tillitHere([...command, "--format", "json"], notice);
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('"action":"none"') as string });
    const other = await tillitHere(command, "Vi sparar allt i hundra år.\n");
    expect(other.code).toBe(1);
    expect(other.stdout).toMatch(/^# Publicerad text mot modell/);
  });
});

describe("tillit policy record", () => {
  it.each([
    ["csv", /^Behandling,Personuppgiftsansvarig/],
    ["html", /^<!doctype html>/],
    ["json", /^\{\n {2}"locale": "sv"/],
    ["dpv", /^\{"@context":\{"@version":1.1/],
  ])("writes it as %s", async (format, start) => {
    const run = await tillitHere([
      "policy",
      "record",
      "skinnskatteberg-ifo",
      "--format",
      format,
      "--lang",
      "sv",
    ]);
    expect(run.stdout).toMatch(start);
  });
});
