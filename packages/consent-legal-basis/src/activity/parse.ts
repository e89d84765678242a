import * as z from "zod";
import { ConsentBasisError } from "../errors.ts";
import { type ProcessingActivity, processingActivitySchema } from "./activity.ts";

const registerSchema: z.ZodType<readonly ProcessingActivity[]> = z.array(processingActivitySchema);

/**
 * Reads one activity from JSON-like data. A field that the model does not have is refused: dropped, a misspelt one
 * would leave the activity looking more lawful than it is described.
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
  const [fault] = result.error.issues;
  const path = (fault?.path ?? []).filter((key) => typeof key !== "symbol");
  const what = fault?.code === "unrecognized_keys" ? "a field too many" : "not a processing activity";
  throw new ConsentBasisError("ACTIVITY_MALFORMED", `${what}, at ${path.join(".") || "the top"}`, path);
}
