import type { ApplicationCommand } from "./command.ts";
import type { ApplicationEvent } from "./event.ts";
import type { ApplicationState, ApplicationStatus } from "./state.ts";

/** Why a command is refused; a lawful "no", not a fault. */
export type ApplicationRefusal =
  | "NOT_SUBMITTED"
  | "ALREADY_SUBMITTED"
  | "NO_ASSIGNMENT"
  | "NOT_OPENED"
  | "NOT_ASSESSED"
  | "ALREADY_DECIDED"
  | "WITHDRAWN";

export type ApplicationOutcome =
  | { readonly ok: true; readonly events: readonly ApplicationEvent[] }
  | { readonly ok: false; readonly reason: ApplicationRefusal; readonly status: ApplicationStatus };

function happened(event: ApplicationEvent): ApplicationOutcome {
  return { ok: true, events: [event] };
}

/** The same thing asked again: right, but nothing new. */
const nothingNew: ApplicationOutcome = { ok: true, events: [] };

/**
 * What follows from a command in a state: events, or a refusal with its reason. Commands that only repeat what
 * is already so (submit the same envelope, open again, withdraw again) give no events and no refusal, so a
 * client may retry. An application may be withdrawn until it is decided; a decision needs an assessment.
 */
export function decide(command: ApplicationCommand, state: ApplicationState): ApplicationOutcome {
  const refuse = (reason: ApplicationRefusal): ApplicationOutcome => ({
    ok: false,
    reason,
    status: state.status,
  });

  if (command.type === "SubmitApplication") {
    const { at, envelope, assignments, noticeVersion } = command;
    if (state.status !== "none")
      return state.envelope === envelope ? nothingNew : refuse("ALREADY_SUBMITTED");
    if (assignments.length === 0) return refuse("NO_ASSIGNMENT");
    return happened({ type: "ApplicationSubmitted", at, envelope, assignments, noticeVersion });
  }
  if (state.status === "none") return refuse("NOT_SUBMITTED");
  if (state.status === "withdrawn") {
    return command.type === "WithdrawApplication" ? nothingNew : refuse("WITHDRAWN");
  }

  switch (command.type) {
    case "OpenApplication":
      if (state.status !== "submitted") return nothingNew;
      return happened({ type: "ApplicationOpened", at: command.at, by: command.by });
    case "RecordAssessment": {
      if (state.status === "submitted") return refuse("NOT_OPENED");
      if (state.status === "decided") return refuse("ALREADY_DECIDED");
      const { at, by, outcome, words } = command;
      return happened({ type: "AssessmentRecorded", at, by, outcome, words });
    }
    case "RecordDecision": {
      if (state.status === "decided") return refuse("ALREADY_DECIDED");
      if (state.status === "submitted") return refuse("NOT_OPENED");
      if (state.status === "opened") return refuse("NOT_ASSESSED");
      const { at, by, outcome, words } = command;
      return happened({ type: "ApplicationDecided", at, by, outcome, words });
    }
    case "WithdrawApplication":
      if (state.status === "decided") return refuse("ALREADY_DECIDED");
      return happened({ type: "ApplicationWithdrawn", at: command.at, statement: command.statement });
  }
}
