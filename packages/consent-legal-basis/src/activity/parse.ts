import { z } from "zod";
import { ConsentBasisError } from "../errors.ts";
import { type ProcessingActivity, processingActivitySchema } from "./activity.ts";

const registerSchema: z.ZodType<readonly ProcessingActivity[]> = z.array(processingActivitySchema);

/**
 * Reads one activity from JSON-like data.
 *
 * @throws {@link ConsentBasisError} `ACTIVITY_MALFORMED` with the path of the first fault
 */
export function parseActivity(value: unknown): ProcessingActivity {
  return read(processingActivitySchema, value);
}

/**
 * Reads a register: an array of activities.
 *
 * @throws {@link ConsentBasisError} `ACTIVITY_MALFORMED` with the path of the first fault
 */
export function parseRegister(value: unknown): readonly ProcessingActivity[] {
  return read(registerSchema, value);
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = (result.error.issues[0]?.path ?? []).filter((key) => typeof key !== "symbol");
  throw new ConsentBasisError(
    "ACTIVITY_MALFORMED",
    `not a processing activity, at ${path.join(".") || "the top"}`,
    path,
  );
}
