import type { AssignmentKind } from "../assignment.ts";
import type { AssessmentOutcome, DecisionOutcome, EnvelopeDigest, Instant } from "./event.ts";

/** What someone wants to happen to an application. */
export type ApplicationCommand =
  | {
      readonly type: "SubmitApplication";
      readonly at: Instant;
      readonly envelope: EnvelopeDigest;
      readonly assignments: readonly AssignmentKind[];
      readonly noticeVersion: string;
    }
  | { readonly type: "OpenApplication"; readonly at: Instant; readonly by: string }
  | {
      readonly type: "RecordAssessment";
      readonly at: Instant;
      readonly by: string;
      readonly outcome: AssessmentOutcome;
      readonly words: EnvelopeDigest;
    }
  | {
      readonly type: "RecordDecision";
      readonly at: Instant;
      readonly by: string;
      readonly outcome: DecisionOutcome;
      readonly words: EnvelopeDigest;
    }
  | { readonly type: "WithdrawApplication"; readonly at: Instant; readonly statement: EnvelopeDigest };
