import { parseRegister, type ProcessingActivity } from "@tillit/consent-legal-basis";
import { readNamedJson } from "../files/input.ts";
import type { Io } from "../console/io.ts";

/** The activities of a named profile, of a register file, or of a file that keeps them under `activities`. */
export async function readActivities(
  place: string,
  io: Io,
  declared = false,
): Promise<readonly ProcessingActivity[]> {
  const { profiles } = await import("@tillit/policy-profiles");
  const known = profiles.find(({ id }) => id === place);
  if (known !== undefined) return declared ? known.declared : known.activities;
  const value = await readNamedJson(
    io,
    place,
    "REGISTER_NOT_FOUND",
    "there is no profile of this name, and no such file",
  );
  const isProfile = typeof value === "object" && value !== null && "activities" in value;
  return parseRegister(isProfile ? value.activities : value);
}
