import { describe, expect, it } from "vitest";
import { json, tillit, tillitHere } from "./tillit.ts";

type Answer = {
  readonly lastDay: string;
  readonly extensionNoticeBy: string;
  readonly extendedLastDay?: string;
  readonly appealLastDay?: string;
  readonly trace: readonly { readonly rule: string; readonly law: string; readonly text: string }[];
};

async function deadline(...args: readonly string[]): Promise<Answer> {
  return json(await tillitHere(["dsar", "deadline", ...args])) as Answer;
}

describe("tillit dsar deadline", () => {
  it("is a process that writes one line of JSON", async () => {
    const { code, stdout, stderr } = await tillit(["dsar", "deadline", "--received", "2026-03-05"]);
    expect({ code, stderr, lines: stdout.split("\n").length }).toEqual({ code: 0, stderr: "", lines: 2 });
    expect(JSON.parse(stdout)).toMatchObject({ lastDay: "2026-04-07", extensionNoticeBy: "2026-04-07" });
  });

  it.each([
    ["2026-08-31", "2026-09-30"],
    ["2027-01-31", "2027-03-01"],
    ["2026-11-25", "2026-12-28"],
    ["2026-05-19", "2026-06-19"],
    ["2028-01-31", "2028-02-29"],
  ])("received %s: last day %s", async (received, lastDay) => {
    expect(await deadline("--received", received)).toMatchObject({ lastDay, extensionNoticeBy: lastDay });
  });

  it("leaves out what does not apply", async () => {
    expect(Object.keys(await deadline("--received", "2027-01-31"))).toEqual([
      "lastDay",
      "extensionNoticeBy",
      "trace",
    ]);
    const provider = [
      "--received",
      "2027-01-31",
      "--controller",
      "private-provider",
      "--served",
      "2027-02-20",
    ];
    expect(await deadline(...provider)).not.toHaveProperty("appealLastDay");
  });

  it("extends by the earlier reading, and counts the time to appeal by the Swedish calendar", async () => {
    const answer = await deadline("--received", "2027-01-31", "--extended", "--served", "2026-12-03");
    expect(answer).toMatchObject({ extendedLastDay: "2027-04-28", appealLastDay: "2026-12-28" });
  });

  it("counts overlapping pauses once", async () => {
    const pauses = ["--pause", "2027-03-01..2027-03-15", "--pause", "2027-03-05..2027-03-20"];
    expect(await deadline("--received", "2027-02-24", ...pauses)).toMatchObject({ lastDay: "2027-04-12" });
  });

  it("tells every step in words, in the language asked for, with its statute", async () => {
    const swedish = await deadline("--received", "2027-01-31", "--extended", "--lang", "sv");
    expect(swedish.trace.map(({ rule }) => rule)).toEqual([
      "received",
      "one-month",
      "free-day",
      "two-further-months",
    ]);
    expect(swedish.trace[2]?.text).toContain("söndag");
    const english = await deadline("--received", "2027-01-31");
    expect(english.trace[2]).toMatchObject({ law: "Reg. (EEC, Euratom) 1182/71 art. 3(4)" });
    expect(english.trace[2]?.text).toContain("Sunday");
  });

  it.each([
    [["--received", "2027-02-30"], "DATE_MALFORMED"],
    [["--received", "2027-01-31", "--pause", "2027-02-01"], "PAUSE_MALFORMED"],
    [["--received", "2027-01-31", "--pause", "2027-02-09..2027-02-01"], "CLOCK_MALFORMED"],
    [["--received", "2027-01-31", "--controller", "king"], "USAGE"],
    [[], "USAGE"],
  ])("refuses %j with %s, in one line without the input", async (args, code) => {
    const run = await tillitHere(["dsar", "deadline", ...args]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]*\\n$`));
    for (const typed of args.filter((arg) => /\d|king/.test(arg))) expect(run.stderr).not.toContain(typed);
  });
});
