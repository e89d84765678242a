import type { Placement } from "@tillit/api-contract/client";
import type { Session } from "../../api/wire.ts";

export const nobodyInParticular: Placement = { assignees: [], protectedIdentity: false };

/** The API's rule, said before it is met: assignees, unit and guard decide who reaches a case. */
export function wouldReach({ user }: Session, { unit, assignees, protectedIdentity }: Placement): boolean {
  if (user.unit !== undefined && user.unit !== unit) return false;
  if (assignees.includes(user.ref)) return true;
  const assignedOnly = user.role === "caseworker" || user.role === "secrecy-reviewer";
  return !protectedIdentity && (!assignedOnly || assignees.length === 0);
}
