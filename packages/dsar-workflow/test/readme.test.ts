import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as api from "../src/index.ts";
import * as pdf from "../src/pdf.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

describe("the README", () => {
  it("shows the machine as its table draws it", () => {
    expect(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1]).toBe(api.toMermaid());
  });

  it("names every export", () => {
    const missing = [...Object.keys(api), ...Object.keys(pdf)].filter(
      (name) => !readme.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  it("has a line for every code", () => {
    const source = readFileSync(join(folder, "src", "errors.ts"), "utf8");
    const codes = [...source.matchAll(/\| "([A-Z_]+)"/g)].map((match) => match[1] ?? "");
    expect(codes.length).toBeGreaterThan(5);
    const missing = [...codes, ...Object.keys(api.refusalText)].filter(
      (code) => !readme.includes(`| \`${code}\` |`),
    );
    expect(missing).toEqual([]);
  });
});
