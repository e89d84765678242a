import { z } from "@hono/zod-openapi";
import type { ListedApplication } from "./listed-applications.ts";

/** How an application was decided and for which assignments: codes, as lists of records show them. */
export const applicationOnList = z
  .object({
    outcome: z.enum(["undecided", "approved", "declined", "withdrawn"]).optional(),
    assignments: z.array(z.string()),
  })
  .openapi("ListedApplication");

export function shownApplication(of: ListedApplication | undefined): {
  readonly application?: z.infer<typeof applicationOnList>;
} {
  return of === undefined ? {} : { application: { ...of, assignments: [...of.assignments] } };
}
