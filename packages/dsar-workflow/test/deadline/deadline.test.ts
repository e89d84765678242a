import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import { type Clock, deadline, DsarError, type Pause, receiptDay, simulate } from "../../src/index.ts";

const day = parseDate;
const pause = (from: string, to?: string): Pause => ({
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
});

describe("the last day is one calendar month from receipt, moved over free days only", () => {
  it.each([
    ["2026-03-05", "2026-04-07", "Easter Sunday and Monday move it"],
    ["2026-08-31", "2026-09-30", "September has no 31st"],
    ["2026-11-25", "2026-12-28", "Christmas and a weekend move it"],
    ["2026-05-19", "2026-06-19", "midsommarafton does not move a GDPR date"],
    ["2026-11-24", "2026-12-24", "julafton does not move a GDPR date"],
    ["2026-12-06", "2027-01-07", "trettondedag jul moves it"],
    ["2026-01-31", "2026-03-02", "the last day of February is a Saturday"],
    ["2028-01-31", "2028-02-29", "a leap year has a 29th"],
    ["2029-01-31", "2029-02-28", "30 days would be two days late"],
  ])("received %s: %s, since %s", (received, lastDay) => {
    expect(deadline({ receivedOn: day(received) }).lastDay).toBe(lastDay);
  });
});

it("takes the earlier of the two readings of two further months", () => {
  const at = (received: string): string | undefined =>
    deadline({ receivedOn: day(received), extended: true }).extendedLastDay;
  expect(at("2027-01-31")).toBe("2027-04-28");
  expect(at("2027-05-31")).toBe("2027-08-30");
  expect(at("2026-03-03")).toBe("2026-06-03");
});

describe("pauses", () => {
  const clock = (...pauses: Pause[]): Clock => ({ receivedOn: day("2027-02-24"), pauses });

  it("counts overlapping pauses once: 1–15 and 5–20 March stop the clock for 19 days", () => {
    const { lastDay, planBy } = deadline(
      clock(pause("2027-03-01", "2027-03-15"), pause("2027-03-05", "2027-03-20")),
    );
    expect(planBy).toBe("2027-04-12");
    expect(lastDay).toBe("2027-04-12");
  });

  it("moves nothing while the question is unanswered, and says so", () => {
    const open = deadline(clock(pause("2027-03-01")));
    expect(open.lastDay).toBe(deadline(clock()).lastDay);
    expect(open.trace.map(({ rule }) => rule)).toContain("pause-open");
  });

  it("ignores a pause that begins after the day it would move", () => {
    expect(deadline(clock(pause("2027-03-25", "2027-05-01"))).lastDay).toBe(deadline(clock()).lastDay);
  });

  it("refuses a pause that ends before it begins", () => {
    expect(() => deadline(clock(pause("2027-03-05", "2027-03-01")))).toThrow(DsarError);
  });

  it("plans by identity pauses only, while the law allows scope pauses too", () => {
    const scope = deadline(clock({ ...pause("2027-03-01", "2027-03-11"), because: "scope" }));
    expect([scope.planBy, scope.legalLatest]).toEqual(["2027-03-24", "2027-04-05"]);
  });
});

describe("the appeal period ends by the Swedish calendar", () => {
  it.each([
    ["2026-12-03", "2026-12-28"],
    ["2027-04-15", "2027-05-07"],
    ["2026-05-29", "2026-06-22"],
  ])("served %s: %s", (served, last) => {
    const clock = { receivedOn: day("2026-01-05"), servedOn: day(served) };
    expect(deadline(clock).appealLastDay).toBe(last);
    expect(deadline({ ...clock, controller: "private-provider" })).not.toHaveProperty("appealLastDay");
  });
});

it("starts the clock the working day before for post at an authority, and nowhere else", () => {
  expect(receiptDay(day("2027-01-12"), "letter", "public-authority").day).toBe("2027-01-11");
  expect(receiptDay(day("2027-01-11"), "letterbox", "public-authority").day).toBe("2027-01-08");
  expect(receiptDay(day("2027-01-12"), "letter", "private-provider").day).toBe("2027-01-12");
  expect(receiptDay(day("2027-01-31"), "e-service", "public-authority").day).toBe("2027-01-31");
});

it("has no last day where the law says promptly, only a day to work towards", () => {
  const prompt = deadline({ receivedOn: day("2026-12-23"), regime: "public-records" });
  expect(prompt).not.toHaveProperty("lastDay");
  expect(prompt.planBy).toBe("2026-12-28");
  expect(prompt.trace.map(({ law }) => law.act)).toContain("TF");
});

it("simulates one change on top of the other", () => {
  const answers = simulate({ receivedOn: day("2027-01-31") }, [
    { kind: "pause", from: day("2027-02-01"), to: day("2027-02-03") },
    { kind: "extend" },
    { kind: "serve", on: day("2027-03-01") },
  ]);
  expect(answers.map(({ legalLatest }) => legalLatest)).toEqual([
    "2027-03-01",
    "2027-03-02",
    "2027-04-30",
    "2027-04-30",
  ]);
  expect(answers.at(-1)?.appealLastDay).toBe("2027-03-22");
});

it("explains every date by a statute in both languages", () => {
  const { trace } = deadline({
    receivedOn: day("2027-01-31"),
    extended: true,
    servedOn: day("2027-04-15"),
    pauses: [pause("2027-02-01", "2027-02-03"), pause("2027-02-10")],
  });
  for (const { law, text } of trace) {
    expect(law.act).not.toBe("");
    expect(text.sv).not.toBe(text.en);
  }
});
