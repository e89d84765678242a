/** Who a case is for: handed to a unit, to named persons, or kept to these alone because of a protected identity. */
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import type { Deps } from "../deps.ts";
import { reachOf, reaches, unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { Placement } from "@tillit/record-store";
import { staffName } from "../kernel/staff-name.ts";

/**
 * A decision-maker places every case of the unit, also one that only its assignees may read: somebody must be able to
 * when the last of them has left. It gives no sight of the case, and it is in the log.
 *
 * @throws Problem NOT_FOUND · UNIT_UNKNOWN · STATE_CONFLICT with reason PROTECTED_UNASSIGNED
 */
export async function placeCase(deps: Deps, staff: Session, id: string, wanted: Placement): Promise<void> {
  const { unit: place, assignees, protectedIdentity } = wanted;
  const known = deps.claims.rules.some(
    ({ controller, unit }) => controller === staff.controller && unit === place,
  );
  if (place !== undefined && !known) throw new Problem("UNIT_UNKNOWN");
  if (protectedIdentity && assignees.length === 0)
    throw new Problem("STATE_CONFLICT", "PROTECTED_UNASSIGNED");
  const reach = staff.role === "decision-maker" ? unitReach(staff) : reachOf(staff);
  await deps.store.write(staff.controller, async (unit) => {
    const found = await unit.projections.case(id);
    if (found === undefined || !reaches(reach, found)) throw new Problem("NOT_FOUND");
    const data = {
      ...(place === undefined ? {} : { unit: place }),
      assignees: [...new Set(assignees)],
      protectedIdentity,
    };
    const at = instant(deps.clock());
    await append(unit, "placement", id, "any", { type: "CasePlaced", at, by: staffName(staff), data });
  });
}
