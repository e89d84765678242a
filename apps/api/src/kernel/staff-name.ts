import type { Session } from "@tillit/login";

/** A member of staff as the log names one: role and pseudonym, no name. */
export function staffName({ role, ref }: Session): string {
  return `${role}:${ref}`;
}
