/** The last sealed part is in: now, and not before, the application exists for the controller. */
import { initialState, type ApplicationCommand, type AssignmentKind } from "@tillit/application-case";
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { nextCase } from "../records/application-row.ts";
import type { CaseRow, NewEvent, StoredEnvelope, Unit, WholeSubmission } from "@tillit/record-store";
import { act, applicationStream, decided, type Acting } from "../records/case-events.ts";

type Submitted = Pick<StoredEnvelope, "app" | "digest" | "facts">;

interface Acceptance {
  readonly command: ApplicationCommand;
  readonly acting: Acting;
}

/** The command and what the log says with it, given the application's number of the year. */
function acceptance(controller: string, now: Date, envelope: Submitted, count: number): Acceptance {
  const { assignments, noticeVersion } = envelope.facts as {
    assignments: AssignmentKind[];
    noticeVersion: string;
  };
  const number = `${now.getUTCFullYear()}-${String(count).padStart(5, "0")}`;
  return {
    command: {
      type: "SubmitApplication",
      at: instant(now),
      envelope: envelope.digest,
      assignments,
      noticeVersion,
    },
    acting: { by: "applicant", activity: activityOf(controller), also: { app: envelope.app, number } },
  };
}

export async function acceptApplication(deps: Deps, unit: Unit, id: string): Promise<void> {
  const envelope = await unit.envelopes.get(id);
  if (envelope === undefined || envelope.complete) return;
  const { command, acting } = acceptance(
    unit.controller,
    deps.clock(),
    envelope,
    await unit.log.nextNumber(),
  );
  await act(unit, id, command, acting);
  await unit.envelopes.complete(id);
}

/** The same for an application that comes in one piece and is new. */
export function acceptedWhole(
  deps: Deps,
  controller: string,
  envelope: StoredEnvelope,
): Pick<WholeSubmission, "stream" | "event" | "row"> {
  const now = deps.clock();
  return {
    stream: applicationStream(envelope.id),
    event(count) {
      const { command, acting } = acceptance(controller, now, envelope, count);
      const [event] = decided(command, initialState, acting) as readonly [NewEvent];
      return event;
    },
    row: (event) => nextCase(undefined, envelope.id, event) as CaseRow,
  };
}
