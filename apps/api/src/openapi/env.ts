import type { Applicant, Session } from "@tillit/login";

/** What middleware puts on a request for the handlers. */
export interface Env {
  Variables: { requestId: string; staff: Session; applicant: Applicant };
}
