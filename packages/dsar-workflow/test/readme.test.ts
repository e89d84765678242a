import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as erasure from "../src/erasure.ts";
import * as exported from "../src/export.ts";
import * as api from "../src/index.ts";
import * as letters from "../src/letters.ts";
import * as machine from "../src/machine.ts";
import * as pdf from "../src/pdf.ts";
import * as people from "../src/people.ts";
import * as redaction from "../src/redaction.ts";
import * as regime from "../src/regime.ts";
import * as review from "../src/review.ts";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

describe("the README", () => {
  it("shows the machine as its table draws it", () => {
    expect(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1]).toBe(machine.toMermaid());
  });

  it("names every export, behind the door where it is found", () => {
    const doors = { erasure, export: exported, letters, machine, pdf, people, redaction, regime, review };
    const rows = readme.split("\n").filter((line) => line.startsWith("| "));
    const missing = Object.entries(doors).flatMap(([door, exports]) =>
      Object.keys(exports).filter(
        (name) => !rows.some((row) => row.includes(`\`${name}\``) && row.includes(`\`./${door}\``)),
      ),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(api).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("is of a package whose main door has at most 25 values", () => {
    expect(Object.keys(api).length).toBeLessThanOrEqual(25);
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
