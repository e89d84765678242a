import type { AssignmentKind } from "../assignment.ts";
import type {
  ApplicationEvent,
  AssessmentOutcome,
  DecisionOutcome,
  EnvelopeDigest,
  Instant,
} from "./event.ts";

interface Received {
  readonly submittedAt: Instant;
  readonly envelope: EnvelopeDigest;
  readonly assignments: readonly AssignmentKind[];
  readonly noticeVersion: string;
}

interface Opened extends Received {
  readonly openedAt: Instant;
}

export interface Assessment {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: AssessmentOutcome;
  readonly words: EnvelopeDigest;
}

export interface Decision {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: DecisionOutcome;
  readonly words: EnvelopeDigest;
}

/** Where one application stands with one controller. */
export type ApplicationState =
  | { readonly status: "none" }
  | ({ readonly status: "submitted" } & Received)
  | ({ readonly status: "opened" } & Opened)
  | ({ readonly status: "assessed"; readonly assessments: readonly Assessment[] } & Opened)
  | ({
      readonly status: "decided";
      readonly assessments: readonly Assessment[];
      readonly decision: Decision;
    } & Opened)
  | ({ readonly status: "withdrawn"; readonly withdrawnAt: Instant; readonly openedAt?: Instant } & Received);

export type ApplicationStatus = ApplicationState["status"];

/** Before anything has happened. */
export const initialState: ApplicationState = { status: "none" };

/**
 * The state after an event. Events are facts: one that does not fit the state (it was never decided by
 * `decide`) leaves the state as it was.
 */
export function evolve(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  switch (event.type) {
    case "ApplicationSubmitted": {
      if (state.status !== "none") return state;
      const { at, envelope, assignments, noticeVersion } = event;
      return { status: "submitted", submittedAt: at, envelope, assignments, noticeVersion };
    }
    case "ApplicationOpened":
      return state.status === "submitted" ? { ...state, status: "opened", openedAt: event.at } : state;
    case "AssessmentRecorded": {
      if (state.status !== "opened" && state.status !== "assessed") return state;
      const { at, by, outcome, words } = event;
      const earlier = state.status === "assessed" ? state.assessments : [];
      return { ...state, status: "assessed", assessments: [...earlier, { at, by, outcome, words }] };
    }
    case "ApplicationDecided": {
      if (state.status !== "assessed") return state;
      const { at, by, outcome, words } = event;
      return { ...state, status: "decided", decision: { at, by, outcome, words } };
    }
    case "ApplicationWithdrawn": {
      if (state.status === "none" || state.status === "decided" || state.status === "withdrawn") return state;
      const { submittedAt, envelope, assignments, noticeVersion } = state;
      const received = { submittedAt, envelope, assignments, noticeVersion };
      const opened = state.status === "submitted" ? {} : { openedAt: state.openedAt };
      return { status: "withdrawn", withdrawnAt: event.at, ...received, ...opened };
    }
  }
}
