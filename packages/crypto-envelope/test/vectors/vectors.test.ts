import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type VectorCase, outcomeOf } from "./case.ts";
import { vectorFiles } from "./make.ts";

const folder = fileURLToPath(new URL("../../spec/vectors/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const cases = names.flatMap((name) => {
  const file = JSON.parse(readFileSync(folder + name, "utf8")) as { kind: string; cases: VectorCase[] };
  return file.cases.map((vector) => ({ kind: file.kind, file: name, title: vector.name, vector }));
});

describe("the vectors of CE1", () => {
  it("are at least 30 that open and 120 that are refused, each under its own name", () => {
    expect(cases.filter(({ kind }) => kind === "positive").length).toBeGreaterThanOrEqual(30);
    expect(cases.filter(({ kind }) => kind === "negative").length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ file, title }) => `${file} ${title}`)).size).toBe(cases.length);
  });

  it.each(cases)("$file: $title", async ({ vector }) => {
    expect(await outcomeOf(vector)).toBe(vector.result);
    expect(await outcomeOf(vector, "node")).toBe(vector.result);
  });

  it("are what the script makes, byte for byte", async () => {
    const made = await vectorFiles();
    const differ = Object.entries(made).filter(
      ([name, text]) => readFileSync(folder + name, "utf8") !== text,
    );
    expect([differ.map(([name]) => name), Object.keys(made).sort()]).toEqual([[], names.toSorted()]);
  });
});
