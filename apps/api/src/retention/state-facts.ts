/** What only a reader of the record can say and retention needs: codes, flags and a day of the month, never a name or a date of birth. */
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { project } from "../projections.ts";
import type { JsonObject } from "@tillit/record-store";
import { controllerOf } from "../records/load-controller.ts";
import { replan } from "./plan-sweep.ts";
import { caseOf } from "../records/load-application.ts";
import { staffName } from "../kernel/staff-name.ts";

/** Replaces what was stated before; each statement is in the log. */
export async function stateFacts(
  deps: Deps,
  staff: Session,
  record: string,
  stated: Readonly<Record<string, string | number | boolean | undefined>>,
): Promise<void> {
  const facts: JsonObject = Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  // Asked before the transaction: one that waits for another connection waits for itself.
  const controller = await controllerOf(deps, staff);
  await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "process");
    const stored = await unit.log.append(`retention-facts/${record}`, "any", [
      {
        type: "RetentionFactsStated",
        at: instant(deps.clock()),
        by: staffName(staff),
        activity: activityOf(unit.controller),
        data: facts,
      },
    ]);
    await project(unit, stored);
    await replan(deps, unit, controller, record);
  });
}
