/** Which cases a member of staff reaches: by unit, by assignment, and past the gate of a protected identity. */
import type { CaseRow, Reach } from "@tillit/record-store";
import type { Role } from "@tillit/api-contract/ground/roles";
import type { Session } from "@tillit/login";

/** These handle what they are assigned to; the others answer for the whole unit. */
const assignedOnly: ReadonlySet<Role> = new Set(["caseworker", "secrecy-reviewer"]);

export function reachOf({ unit, ref, role }: Session): Reach {
  return { unit, by: { person: ref, assignedOnly: assignedOnly.has(role) } };
}

/** For what is done to records by their dates alone: the unit limits, assignment does not. */
export function unitReach({ unit }: Pick<Session, "unit">): Reach {
  return { unit };
}

export function reaches({ unit, by }: Reach, { placement }: Pick<CaseRow, "placement">): boolean {
  const { assignees = [], protectedIdentity = false } = placement ?? {};
  if (unit !== undefined && placement?.unit !== unit) return false;
  if (by === undefined || assignees.includes(by.person)) return true;
  return !protectedIdentity && (!by.assignedOnly || assignees.length === 0);
}

/** For something about a case: when the case is gone, nothing says any more which unit it was of. */
export function reachesMatter(reach: Reach, found: CaseRow | undefined): boolean {
  return found === undefined ? reach.unit === undefined : reaches(reach, found);
}
