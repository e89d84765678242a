import { OpenAPIHono } from "@hono/zod-openapi";
import type { Applicant } from "../identity/applicant-token.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";

/** What middleware puts on a request for the handlers. */
export interface Env {
  Variables: { requestId: string; staff: Session; applicant: Applicant };
}

/** A router whose validation answers as every other refusal: a code, never the input. */
export function router(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem("INPUT_INVALID");
    },
  });
}
