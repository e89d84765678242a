/** A record that a reviewer has kept until a day is let go before it. */
import { instant, swedishDay } from "../clock.ts";
import { append } from "../kernel/act.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { controllerOf } from "../records/load-controller.ts";
import { reachesRecord } from "../holds/place-hold.ts";
import { replan } from "../retention/plan-sweep.ts";
import { staffName } from "../kernel/staff-name.ts";

/**
 * The next list has it again, if it is due.
 *
 * @throws Problem NOT_FOUND · STATE_CONFLICT with reason NOT_KEPT where no answer keeps it, any more
 */
export async function liftKeep(deps: Deps, staff: Session, record: string) {
  const controller = await controllerOf(deps, staff);
  const now = deps.clock();
  return deps.store.write(controller.id, async (unit) => {
    if (!(await reachesRecord(unit, staff, record))) throw new Problem("NOT_FOUND");
    const kept = (await unit.keeps.standing([record], swedishDay(now))).get(record);
    if (kept === undefined) throw new Problem("STATE_CONFLICT", "NOT_KEPT");
    const { list, until } = kept;
    await append(unit, "keep", record, "any", {
      type: "KeepLifted",
      at: instant(now),
      by: staffName(staff),
      data: { list, until },
    });
    await replan(deps, unit, controller, record);
    return { record, list, until };
  });
}
