import { z } from "@hono/zod-openapi";

/** The record, refused by the number of its keys before any of them is looked at: one finding, and not one for each. */
export function fewIn<K extends z.core.$ZodRecordKey, V extends z.ZodType>(
  most: number,
  record: z.ZodRecord<K, V>,
) {
  return z.preprocess((given, context) => {
    const keys = typeof given === "object" && given !== null ? Object.keys(given).length : 0;
    if (keys > most) context.addIssue({ code: "custom", message: "more keys than are allowed" });
    return given;
  }, record);
}
