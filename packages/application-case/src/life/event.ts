import type { AssignmentKind } from "../assignment.ts";

/** RFC 3339 instant in UTC, e.g. `2026-11-21T10:00:00Z`; always handed in, never read from a clock here. */
export type Instant = string;
/** base64url SHA-256 of a signed manifest: words stay sealed, events only say which envelope holds them. */
export type EnvelopeDigest = string;

export type AssessmentOutcome = "proceed" | "needs-talk" | "decline";
export type DecisionOutcome = "approved" | "declined";

/** What can happen to an application. No event holds words, names or numbers; `by` is a staff reference. */
export type ApplicationEvent =
  | {
      readonly type: "ApplicationSubmitted";
      readonly at: Instant;
      readonly envelope: EnvelopeDigest;
      readonly assignments: readonly AssignmentKind[];
      readonly noticeVersion: string;
    }
  | { readonly type: "ApplicationOpened"; readonly at: Instant; readonly by: string }
  | {
      readonly type: "AssessmentRecorded";
      readonly at: Instant;
      readonly by: string;
      readonly outcome: AssessmentOutcome;
      readonly words: EnvelopeDigest;
    }
  | {
      readonly type: "ApplicationDecided";
      readonly at: Instant;
      readonly by: string;
      readonly outcome: DecisionOutcome;
      readonly words: EnvelopeDigest;
    }
  | { readonly type: "ApplicationWithdrawn"; readonly at: Instant; readonly statement: EnvelopeDigest };
