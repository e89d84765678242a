/** Long lists, a page at a time. */
import { z } from "@hono/zod-openapi";

/** What a list is asked for. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(600).optional().openapi({ description: "`next` of the page before." }),
});

/** With a page: how to ask for the one behind it. Left out where there is none. */
export const next = z.string().optional();

export type PageAsked = z.infer<typeof pageQuery>;
