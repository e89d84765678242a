/** A request at the desk: the list, one request with what may be done now, and doing it. */
import {
  allowedCommands,
  deadlineOf,
  type Command,
  type CommandType,
  type Role as DsarRole,
} from "@tillit/dsar-workflow";
import type { Deps } from "../deps.ts";
import { reachesMatter, reachOf } from "../identity/reach.ts";
import type { Role } from "../identity/roles.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import { foldRequest, requestRow, requestStream } from "../projections/request-row.ts";
import type { RequestRow, Unit } from "../store/store.ts";
import { actOnRequest } from "./request-events.ts";
import { staffName } from "./staff-name.ts";

/** The roles of the workflow that a role of the desk may take, in the order they are tried. */
const taken: Readonly<Record<Role, readonly DsarRole[]>> = {
  caseworker: ["caseworker", "registrar"],
  "secrecy-reviewer": ["secrecy-reviewer"],
  "decision-maker": ["decision-maker"],
  "privacy-officer": [],
  "key-custodian": [],
  operator: [],
};

export async function listRequests(deps: Deps, staff: Session): Promise<readonly RequestRow[]> {
  const reach = reachOf(staff);
  return deps.store.read(staff.controller, async (unit) => {
    const rows = await unit.projections.requests(1000);
    const matters = await unit.projections.casesOf([...new Set(rows.map((row) => row.application))]);
    const byId = new Map(matters.map((row) => [row.id, row]));
    return rows.filter(({ application }) => reachesMatter(reach, byId.get(application)));
  });
}

export async function readRequest(deps: Deps, staff: Session, id: string) {
  const events = await deps.store.read(staff.controller, async (unit) => {
    await withinReach(unit, staff, id);
    return unit.log.load(requestStream(id));
  });
  const row = requestRow(id, events);
  const state = foldRequest(events);
  if (row === undefined || state.phase === "none") throw new Problem("NOT_FOUND");
  return {
    ...row,
    allowed: [...allowedCommands(state)],
    trace: deadlineOf(state).trace.map(({ rule, from, to, law }) => ({ rule, from, to, law })),
    history: events.map(({ type, at, by }) => ({ type, at, by })),
  };
}

/** A request is where its case is. */
async function withinReach(unit: Unit, staff: Session, id: string): Promise<void> {
  const request = await unit.projections.request(id);
  const matter = request && (await unit.projections.case(request.application));
  if (request === undefined || !reachesMatter(reachOf(staff), matter)) throw new Problem("NOT_FOUND");
}

type Given = Command extends infer C ? (C extends Command ? Omit<C, "actor"> : never) : never;

export async function commandRequest(
  deps: Deps,
  staff: Session,
  id: string,
  given: Given & { readonly type: CommandType },
): Promise<RequestRow> {
  const actors = taken[staff.role].map((role) => ({ id: staff.ref, role }));
  const commands = actors.map((actor) => Object.assign({ actor }, given) as Command);
  return deps.store.write(staff.controller, async (unit) => {
    await withinReach(unit, staff, id);
    return actOnRequest(unit, id, commands, { by: staffName(staff), now: deps.clock() });
  });
}
