import { z } from "@hono/zod-openapi";

/** How an application was decided and for which assignments: codes, as lists of records show them. */
export const applicationOnList = z
  .object({
    outcome: z.enum(["undecided", "approved", "declined", "withdrawn"]).optional(),
    assignments: z.array(z.string()),
  })
  .openapi("ListedApplication");
