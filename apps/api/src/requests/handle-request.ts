/** A request at the desk: the list, taking one in, one request with what may be done now, and doing it. */
import type { CalendarDate } from "@tillit/civil-time";
import type {
  Channel,
  Command,
  CommandOf,
  CommandType,
  Right,
  Role as DsarRole,
} from "@tillit/dsar-workflow";
import type { Deps } from "../deps.ts";
import type { Role } from "@tillit/api-contract/ground/roles";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { load } from "../kernel/load.ts";
import { foldRequest, requestRow } from "./row.ts";
import type { RequestRow, Unit } from "@tillit/record-store";
import { erasureAnswer } from "../erasure/erasable-items.ts";
import { caseOf } from "../records/load-application.ts";
import { actOnRequest, awaitsCertificate } from "./request-events.ts";
import { liveRequest, withinReach } from "./request-reach.ts";
import { controllerOf } from "../records/load-controller.ts";
import { restrictionsOn } from "../records/restriction.ts";
import { receivedBefore, requestIdFor } from "./sent-again.ts";
import { standingOf } from "./request-standing.ts";
import { applicationIdOf, assertWordsKept } from "./request-words.ts";
import { staffName } from "../kernel/staff-name.ts";

/** The roles of the workflow that a role of the desk may take, in the order they are tried. */
const taken: Readonly<Record<Role, readonly DsarRole[]>> = {
  caseworker: ["caseworker", "registrar"],
  "secrecy-reviewer": ["secrecy-reviewer"],
  "decision-maker": ["decision-maker"],
  "privacy-officer": [],
  "key-custodian": [],
  operator: [],
};

export async function readRequest(deps: Deps, staff: Session, id: string) {
  const controller = await controllerOf(deps, staff);
  return deps.store.read(staff.controller, async (unit) => {
    await withinReach(unit, staff, id);
    const events = await load(unit, "request", id);
    const row = requestRow(id, foldRequest(events));
    if (row === undefined) throw new Problem("NOT_FOUND");
    const wanted = row.right === "erasure" && row.status !== "closed";
    const erasure = wanted ? await erasureAnswer(deps, unit, controller, row.application) : undefined;
    return {
      ...row,
      app: await applicationIdOf(unit, row.application),
      recordRestricted: (await restrictionsOn(unit, row.application)).length > 0,
      ...(await standingOf(unit, id, events, taken[staff.role])),
      ...(erasure === undefined
        ? {}
        : { erasure: { ...erasure, law: [...erasure.law], reasons: [...erasure.reasons] } }),
    };
  });
}

/** An erasure waits for the answers that the same person has asked for: what is gone cannot be given. */
export async function answersFirst(
  unit: Unit,
  application: string,
  right: Right,
): Promise<{ after?: string[] }> {
  if (right !== "erasure") return {};
  const open = (await unit.projections.requestsOf(application)).filter(
    (row) => row.status !== "closed" && (row.right === "access" || row.right === "portability"),
  );
  return open.length === 0 ? {} : { after: open.map(({ id }) => id) };
}

export interface Intake {
  readonly application: string;
  readonly right: Right;
  readonly channel: Channel;
  readonly receivedOn: CalendarDate;
}

/** A request that came by letter, telephone or in person: its clock starts the day it came. Sent again, it is the same. */
export async function receiveRequest(
  deps: Deps,
  staff: Session,
  intake: Intake,
  key?: string,
): Promise<RequestRow> {
  const controller = await controllerOf(deps, staff);
  const { application, ...rest } = intake;
  const id = requestIdFor(deps, staff.ref, key);
  return deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, application, "see");
    const before = await receivedBefore(unit, id, { matter: application, ...rest });
    if (before !== undefined) return before;
    const first = await answersFirst(unit, application, rest.right);
    const commands = taken[staff.role].map((role): CommandOf<"ReceiveRequest"> => {
      const actor = { id: staff.ref, role };
      const common = { type: "ReceiveRequest", actor, id, regime: "gdpr", matter: application } as const;
      return Object.assign({ controller: controller.kind }, common, rest, first);
    });
    return actOnRequest(deps, { unit, controller }, id, commands, staffName(staff));
  });
}

type Given = Command extends infer C ? (C extends Command ? Omit<C, "actor"> : never) : never;

export async function commandRequest(
  deps: Deps,
  staff: Session,
  id: string,
  given: Given & { readonly type: CommandType },
): Promise<RequestRow> {
  const controller = await controllerOf(deps, staff);
  return deps.store.write(staff.controller, async (unit) => {
    await liveRequest(unit, staff, id);
    if (await awaitsCertificate(unit, id)) throw new Problem("CERTIFICATE_PENDING");
    await assertWordsKept(unit, id, given);
    return actOnRequest(deps, { unit, controller }, id, commandsOf(staff, given), staffName(staff));
  });
}

/** The same command in each role of the workflow that this person may take. */
export function commandsOf(
  { role, ref }: Pick<Session, "role" | "ref">,
  given: Given & { readonly type: CommandType },
): readonly Command[] {
  return taken[role].map((one) => Object.assign({ actor: { id: ref, role: one } }, given) as Command);
}
