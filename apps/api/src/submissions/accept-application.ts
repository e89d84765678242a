/** The last sealed part is in: now, and not before, the application exists for the controller. */
import type { ApplicationCommand, AssignmentKind } from "@tillit/application-case";
import { instant } from "../clock.ts";
import { activityOf } from "../kernel/activities.ts";
import { isOf, streamName } from "../kernel/load.ts";
import { decideAll } from "../kernel/story.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { firstCase } from "../records/application-row.ts";
import type { StoredEnvelope, Unit, WholeSubmission } from "@tillit/record-store";
import { actOnApplication, applications } from "../records/case-events.ts";
import type { Numbered } from "../records/events.ts";

type Submitted = Pick<StoredEnvelope, "app" | "digest" | "facts">;

interface Acceptance {
  readonly command: ApplicationCommand & { readonly type: "SubmitApplication" };
  readonly also: Numbered;
}

/** The command and what the log says with it, given the application's number of the year. */
function acceptance(now: Date, envelope: Submitted, count: number): Acceptance {
  const { assignments, noticeVersion } = envelope.facts as {
    assignments: AssignmentKind[];
    noticeVersion: string;
  };
  const number = `${now.getUTCFullYear()}-${String(count).padStart(5, "0")}`;
  const command = { type: "SubmitApplication", at: instant(now), envelope: envelope.digest } as const;
  return { command: { ...command, assignments, noticeVersion }, also: { app: envelope.app, number } };
}

export async function acceptApplication(deps: Deps, unit: Unit, id: string): Promise<void> {
  const envelope = await unit.envelopes.get(id);
  if (envelope === undefined || envelope.complete) return;
  const { command, also } = acceptance(deps.clock(), envelope, await unit.log.nextNumber());
  await actOnApplication(unit, id, command, { by: "applicant", also });
  await unit.envelopes.complete(id);
}

/** The same for an application that comes in one piece and is new. */
export function acceptedWhole(
  deps: Deps,
  controller: string,
  envelope: StoredEnvelope,
): Pick<WholeSubmission, "stream" | "event" | "row"> {
  const now = deps.clock();
  const { id } = envelope;
  return {
    stream: streamName("application", id),
    event(count) {
      const { command, also } = acceptance(now, envelope, count);
      const { events } = decideAll(applications, applications.initial, [command], undefined);
      const [happened] = events.map((event) => applications.write(event, also));
      if (happened === undefined) throw new Problem("STATE_CONFLICT");
      return { at: command.at, by: "applicant", activity: activityOf(controller), ...happened };
    },
    row(event) {
      if (!isOf(event, "application") || event.type !== "ApplicationSubmitted") throw new Problem("INTERNAL");
      return firstCase(id, event);
    },
  };
}
