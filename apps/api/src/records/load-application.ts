import type { Session } from "@tillit/login";
import type { CaseRow, Unit } from "@tillit/record-store";
import { Problem } from "../problem.ts";
import { reachOf, reaches } from "./access-scope.ts";
import { allowUse, type Use } from "./restriction.ts";

/**
 * The case, if this person reaches it; another controller's, unit's or assignee's case does not exist here.
 *
 * @throws Problem NOT_FOUND · RECORD_RESTRICTED where it is to be processed and may only be stored
 */
export async function caseOf(unit: Unit, staff: Session, id: string, use: Use): Promise<CaseRow> {
  const found = await unit.projections.case(id);
  if (found === undefined || !reaches(reachOf(staff), found)) throw new Problem("NOT_FOUND");
  await allowUse(unit, id, use);
  return found;
}
