import { z } from "@hono/zod-openapi";
import type { Kept } from "./list-extensions.ts";
import { keptRecord } from "@tillit/api-contract/extensions/shapes";

export function shownKept({ list, since, until, by, words, conflict }: Kept): z.infer<typeof keptRecord> {
  return { list, since, until, by, words, ...(conflict === undefined ? {} : { conflict }) };
}
