/** The dates, the worked cases and the course of a case, tested again in four time zones and two locales. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const root = join(import.meta.dirname, "..", "..", "..");
const suites = ["test/law", "test/deadline", "test/machine/access-case", "test/case"];

const zones = ["UTC", "Europe/Stockholm", "America/Los_Angeles", "Pacific/Kiritimati"];
const locales = ["sv_SE.UTF-8", "en_US.UTF-8"];

function run(zone: string, locale: string): Promise<{ code: number | null; output: string }> {
  const args = ["run", "--project", "dsar-workflow", "--reporter", "dot", ...suites];
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    env: { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale, NO_COLOR: "1" },
  });
  let output = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (output += part.toString()));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("under every clock and language the tests give the same answers", () => {
  it.each(zones)(
    "%s, in Swedish and in English",
    async (zone) => {
      const answers = await Promise.all(locales.map((locale) => run(zone, locale)));
      for (const { code, output } of answers) {
        expect(output).toMatch(/Tests\s+\d+ passed/);
        expect(code).toBe(0);
      }
    },
    120_000,
  );
});
