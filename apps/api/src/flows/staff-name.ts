import type { Session } from "../identity/session.ts";

/** A member of staff as the log names one: role and pseudonym, no name. */
export function staffName({ role, ref }: Session): string {
  return `${role}:${ref}`;
}
