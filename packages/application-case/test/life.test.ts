import { describe, expect, it } from "vitest";
import type { ApplicationCommand } from "../src/life/command.ts";
import { decide } from "../src/life/decide.ts";
import type { ApplicationEvent } from "../src/life/event.ts";
import { evolve, initialState, type ApplicationState } from "../src/life/state.ts";

const at = "2026-11-21T10:00:00Z";
const envelope = "q1w2e3";
const submitted: ApplicationEvent = {
  type: "ApplicationSubmitted",
  at,
  envelope,
  assignments: ["family-home"],
  noticeVersion: "2026-01-01",
};
const opened: ApplicationEvent = { type: "ApplicationOpened", at, by: "staff-1" };
const assessed: ApplicationEvent = {
  type: "AssessmentRecorded",
  at,
  by: "staff-1",
  outcome: "proceed",
  words: "a1",
};
const decided: ApplicationEvent = {
  type: "ApplicationDecided",
  at,
  by: "staff-2",
  outcome: "approved",
  words: "d1",
};
const withdrawn: ApplicationEvent = { type: "ApplicationWithdrawn", at, statement: "w1" };

const submit: ApplicationCommand = {
  type: "SubmitApplication",
  at,
  envelope,
  assignments: ["family-home"],
  noticeVersion: "2026-01-01",
};
const open: ApplicationCommand = { type: "OpenApplication", at, by: "staff-1" };
const assess: ApplicationCommand = {
  type: "RecordAssessment",
  at,
  by: "staff-1",
  outcome: "proceed",
  words: "a1",
};
const settle: ApplicationCommand = {
  type: "RecordDecision",
  at,
  by: "staff-2",
  outcome: "approved",
  words: "d1",
};
const withdraw: ApplicationCommand = { type: "WithdrawApplication", at, statement: "w1" };

const after = (...events: ApplicationEvent[]): ApplicationState => events.reduce(evolve, initialState);

describe("given what has happened, when something is asked, then", () => {
  it.each([
    ["nothing", [], "submitting", submit, [submitted]],
    ["it is submitted", [submitted], "opening", open, [opened]],
    ["it is opened", [submitted, opened], "assessing", assess, [assessed]],
    ["it is assessed", [submitted, opened, assessed], "assessing anew", assess, [assessed]],
    ["it is assessed", [submitted, opened, assessed], "deciding", settle, [decided]],
    ["it is submitted", [submitted], "withdrawing", withdraw, [withdrawn]],
    ["it is opened", [submitted, opened], "withdrawing", withdraw, [withdrawn]],
    ["it is assessed", [submitted, opened, assessed], "withdrawing", withdraw, [withdrawn]],
  ] as const)("%s %j: %s happens", (_given, events, _when, command, expected) => {
    expect(decide(command, after(...events))).toEqual({ ok: true, events: expected });
  });

  it.each([
    ["submitting the same envelope again", [submitted], submit],
    ["opening again", [submitted, opened], open],
    ["opening what is decided", [submitted, opened, assessed, decided], open],
    ["withdrawing again", [submitted, withdrawn], withdraw],
  ] as const)("%s is right but nothing new", (_when, events, command) => {
    expect(decide(command, after(...events))).toEqual({ ok: true, events: [] });
  });

  it.each([
    ["opening nothing", [], open, "NOT_SUBMITTED", "none"],
    ["withdrawing nothing", [], withdraw, "NOT_SUBMITTED", "none"],
    [
      "submitting another envelope",
      [submitted],
      { ...submit, envelope: "other" },
      "ALREADY_SUBMITTED",
      "submitted",
    ],
    ["submitting for no assignment", [], { ...submit, assignments: [] }, "NO_ASSIGNMENT", "none"],
    ["assessing what nobody has opened", [submitted], assess, "NOT_OPENED", "submitted"],
    ["deciding what nobody has opened", [submitted], settle, "NOT_OPENED", "submitted"],
    ["deciding without assessment", [submitted, opened], settle, "NOT_ASSESSED", "opened"],
    ["deciding twice", [submitted, opened, assessed, decided], settle, "ALREADY_DECIDED", "decided"],
    [
      "assessing what is decided",
      [submitted, opened, assessed, decided],
      assess,
      "ALREADY_DECIDED",
      "decided",
    ],
    [
      "withdrawing what is decided",
      [submitted, opened, assessed, decided],
      withdraw,
      "ALREADY_DECIDED",
      "decided",
    ],
    ["opening what is withdrawn", [submitted, withdrawn], open, "WITHDRAWN", "withdrawn"],
    ["deciding what is withdrawn", [submitted, opened, withdrawn], settle, "WITHDRAWN", "withdrawn"],
  ] as const)("%s is refused", (_when, events, command, code, status) => {
    expect(decide(command, after(...events))).toEqual({ ok: false, reason: code, status });
  });
});

describe("the state", () => {
  it("remembers every assessment and the decision", () => {
    expect(after(submitted, opened, assessed, { ...assessed, words: "a2" }, decided)).toMatchObject({
      status: "decided",
      assessments: [{ words: "a1" }, { words: "a2" }],
      decision: { outcome: "approved", words: "d1", by: "staff-2" },
    });
  });

  it("remembers after a withdrawal whether anyone had opened the application", () => {
    expect(after(submitted, withdrawn)).not.toHaveProperty("openedAt");
    expect(after(submitted, opened, withdrawn)).toHaveProperty("openedAt", at);
  });

  const stages: readonly ApplicationEvent[][] = [
    [],
    [submitted],
    [submitted, opened],
    [submitted, opened, assessed],
    [submitted, opened, assessed, decided],
    [submitted, withdrawn],
  ];
  const commands = [submit, open, assess, settle, withdraw];

  it("changes with every event that decide gives, and only then", () => {
    for (const stage of stages) {
      const state = after(...stage);
      for (const command of commands) {
        const outcome = decide(command, state);
        const next = outcome.ok ? outcome.events.reduce(evolve, state) : state;
        expect(next === state).toBe(!outcome.ok || outcome.events.length === 0);
      }
    }
  });

  it("is not moved by an event that does not fit it", () => {
    expect(after(opened, assessed, decided, withdrawn)).toBe(initialState);
    expect(after(submitted, decided).status).toBe("submitted");
    expect(after(submitted, opened, assessed, decided, withdrawn, submitted).status).toBe("decided");
  });
});
