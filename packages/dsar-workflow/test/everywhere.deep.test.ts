/**
 * The suite again in other time zones and locales: the two furthest apart, or each zone with each locale. Each time all
 * of it but the walk over the machine, which hands in every date it uses, the two thousand spellings, which have none, and the making of PDF files, which is done once more,
 * as far from here as it gets.
 */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deep } from "../../../vitest.depth.ts";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const root = join(import.meta.dirname, "..", "..", "..");
const pdf = join("letters", "pdf.test.ts");
const spellings = join("redaction", "spellings.test.ts");
const apart: ReadonlySet<string> = new Set([
  "everywhere.deep.test.ts",
  join("machine", "search.deep.test.ts"),
  pdf,
  spellings,
]);
const suites = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".test.ts") && !apart.has(file),
);

const zones = ["UTC", "Europe/Stockholm", "America/Los_Angeles", "Pacific/Kiritimati"];
const locales = ["sv-SE", "en-US"];
const worlds = deep
  ? zones.flatMap((zone) => locales.map((locale) => [zone, locale] as const))
  : ([["America/Los_Angeles", "en-US"]] as const);

type Run = { readonly code: number | null; readonly output: string };

function node(zone: string, locale: string, args: readonly string[]): Promise<Run> {
  const language = `${locale.replace("-", "_")}.UTF-8`;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      TZ: zone,
      LC_ALL: language,
      LANG: language,
      FORCE_COLOR: undefined,
      NO_COLOR: "1",
    },
  });
  let output = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (output += part.toString()));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
}

function run(zone: string, locale: string, files: readonly string[]): Promise<Run> {
  const paths = files.map((file) => join(import.meta.dirname, file));
  const sparing = ["--reporter", "dot", "--isolate=false", "--maxWorkers=1"];
  return node(zone, locale, [vitest, "run", "--project", "dsar-workflow", ...sparing, ...paths]);
}

const passed = (files: number): unknown =>
  expect.stringMatching(new RegExp(`Test Files\\s+${files} passed \\(${files}\\)`));

describe("under every clock and language the tests give the same answers", () => {
  it.each(worlds)("%s, %s", async (zone, locale) => {
    expect(await run(zone, locale, suites)).toEqual({ code: 0, output: passed(suites.length) });
  });

  it("the day before or after: PDF letters are the same too, tags and all", async () => {
    const files = deep ? [pdf] : [...suites, pdf];
    expect(await run("Pacific/Kiritimati", "sv-SE", files)).toEqual({
      code: 0,
      output: passed(files.length),
    });
  });

  it("zone and language have taken hold", async () => {
    const script =
      "const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions(); console.log(locale, timeZone)";
    for (const locale of locales) {
      const { output } = await node("Pacific/Kiritimati", locale, ["-e", script]);
      expect(output.trim()).toBe(`${locale} Pacific/Kiritimati`);
    }
  });
});
