/** The last sealed part is in: now, and not before, the application exists for the controller. */
import type { AssignmentKind } from "@tillit/application-case";
import { activityOf } from "../activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Unit } from "../store/store.ts";
import { act } from "./case-events.ts";

export async function acceptApplication(deps: Deps, unit: Unit, id: string): Promise<void> {
  const envelope = await unit.envelopes.get(id);
  if (envelope === undefined || envelope.complete) return;
  const now = deps.clock();
  const { assignments, noticeVersion } = envelope.facts as {
    assignments: AssignmentKind[];
    noticeVersion: string;
  };
  const number = `${now.getUTCFullYear()}-${String(await unit.log.nextNumber()).padStart(5, "0")}`;
  await act(
    unit,
    id,
    { type: "SubmitApplication", at: instant(now), envelope: envelope.digest, assignments, noticeVersion },
    {
      by: "applicant",
      activity: activityOf(unit.controller),
      also: { app: envelope.app, number },
    },
  );
  await unit.envelopes.complete(id);
}
