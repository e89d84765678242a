/** The same answers wherever the process runs: its time zone and locale change nothing. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deep } from "../../../vitest.depth.ts";
import { swedishDateAt } from "../src/index.ts";

const program = join(import.meta.dirname, "every-answer.ts");

const worlds = [
  ["UTC", "C"],
  ["Europe/Stockholm", "sv_SE.UTF-8"],
  ["America/Los_Angeles", "en_US.UTF-8"],
  ["Pacific/Kiritimati", "ar_EG.UTF-8"],
] as const;
const [from, to] = deep ? [1990, 2100] : [2020, 2040];

function answersIn(zone: string, locale: string): { readonly digest: string; readonly offset: number } {
  const run = spawnSync(process.execPath, ["--conditions=@tillit/source", program, `${from}`, `${to}`], {
    encoding: "utf8",
    env: { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { digest: string; offset: number };
}

describe(`all answers for ${from}–${to}`, () => {
  it("are the same in four time zones and locales, which really differ", () => {
    const answers = worlds.map(([zone, locale]) => answersIn(zone, locale));
    expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1);
    expect(new Set(answers.map(({ offset }) => offset)).size).toBe(4);
  }, 60_000);
});

describe("the date in Sweden at a moment", () => {
  it.each([
    ["2026-11-21T22:59:59Z", "2026-11-21"],
    ["2026-11-21T23:00:00Z", "2026-11-22"],
    ["2026-06-30T21:59:59Z", "2026-06-30"],
    ["2026-06-30T22:00:00Z", "2026-07-01"],
    // The nights the clocks change.
    ["2026-03-29T00:30:00Z", "2026-03-29"],
    ["2026-10-24T21:59:59Z", "2026-10-24"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
    ["1970-01-01T00:00:00Z", "1970-01-01"],
  ])("at %s is %s", (moment, date) => {
    expect(swedishDateAt(Date.parse(moment))).toBe(date);
  });

  it("is refused for no moment", () => {
    expect(() => swedishDateAt(Number.NaN)).toThrow(expect.objectContaining({ code: "AMOUNT_NOT_WHOLE" }));
  });
});
