import { describe, expect, it } from "vitest";
import { json, tillit, tillitHere } from "./tillit.ts";

describe("tillit calendar", () => {
  it("is a process that writes one line", async () => {
    expect(await tillit(["calendar", "2026-12-24"])).toEqual({
      code: 0,
      stdout:
        '{"date":"2026-12-24","weekday":4,"publicHoliday":false,"eve":true,"euWorkingDay":true,"statuteWorkingDay":false}\n',
      stderr: "",
    });
    expect(await tillit(["calendar", "2026-02-30"])).toMatchObject({ code: 2, stdout: "" });
  });

  it.each([
    ["2026-12-24", 4, false, true, true, false],
    ["2026-12-25", 5, true, false, false, false],
    ["2026-06-19", 5, false, true, true, false],
    ["2026-06-06", 6, true, false, false, false],
    ["2026-11-22", 7, true, false, false, false],
    ["2026-11-23", 1, false, false, true, true],
  ])("%s", async (date, weekday, publicHoliday, eve, euWorkingDay, statuteWorkingDay) => {
    const run = await tillitHere(["calendar", date]);
    expect(json(run)).toEqual({ date, weekday, publicHoliday, eve, euWorkingDay, statuteWorkingDay });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([
    ["2026-02-30", "DATE_MALFORMED"],
    ["1582-01-01", "DATE_OUT_OF_RANGE"],
    ["1900-01-01", "HOLIDAYS_NOT_KNOWN"],
  ])("refuses %s with %s and exit 2, in one line without the input", async (date, code) => {
    const run = await tillitHere(["calendar", date]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+\\n$`));
    expect(run.stderr).not.toContain(date);
  });
});
