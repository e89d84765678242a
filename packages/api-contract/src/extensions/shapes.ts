import { z } from "@hono/zod-openapi";

/** That a record stays for now, by a reviewer's answer: codes and days, the words are sealed. */
export const keptRecord = z
  .object({
    list: z.string(),
    since: z.string(),
    until: z.string().describe("The last day it stays."),
    by: z.string(),
    words: z.string().describe("As the sealed words are fetched by, at the list."),
    conflict: z
      .object({ latest: z.string(), rule: z.string().optional() })
      .optional()
      .describe("The rules' last day comes first; people have to decide."),
  })
  .openapi("KeptRecord");
