/** What only a reader of the record can say and retention needs: codes, flags and a day of the month, never a name or a date of birth. */
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import type { StatedFacts } from "./stated-facts.ts";
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
  const facts: StatedFacts = Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  // Asked before the transaction: one that waits for another connection waits for itself.
  const controller = await controllerOf(deps, staff);
  await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "process");
    await append(unit, "retention-facts", record, "any", {
      type: "RetentionFactsStated",
      at: instant(deps.clock()),
      by: staffName(staff),
      data: facts,
    });
    await replan(deps, unit, controller, record);
  });
}
