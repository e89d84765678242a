/** The applicant's own view: where each application stands, and what became of requests. */
import type { Applicant } from "../identity/applicant-token.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { RequestRow, Unit, Whereabouts } from "../store/store.ts";
import { sealedForController } from "./sealed-for.ts";

export async function myApplications(deps: Deps, applicant: Applicant) {
  const own = await ownRecords(deps, applicant);
  const names = new Map((await deps.store.controllers()).map(({ id, name }) => [id, name]));
  const found = await Promise.all(
    own.map((where) =>
      deps.store.read(where.controller, (unit) => seen(unit, where, names.get(where.controller) ?? "")),
    ),
  );
  return found.flat();
}

async function seen(unit: Unit, { record, controller }: Whereabouts, controllerName: string) {
  const row = await unit.projections.case(record);
  if (row === undefined) return [];
  const { status, receivedAt, assignments, openedAt, decidedAt, outcome } = row;
  const sealedFor = await sealedForController(unit, record);
  return [
    {
      id: record,
      controller,
      controllerName,
      status,
      submittedAt: receivedAt,
      assignments: [...assignments],
      ...(sealedFor === controller ? {} : { sealedFor }),
      ...(openedAt === undefined ? {} : { openedAt }),
      ...(decidedAt === undefined || outcome === undefined ? {} : { decision: { outcome, at: decidedAt } }),
      requests: (await unit.projections.requestsOf(record)).map(requestOf),
    },
  ];
}

function requestOf({ application: _application, ...row }: RequestRow): Omit<RequestRow, "application"> {
  return row;
}

export async function ownRecords(deps: Deps, { app, key }: Applicant): Promise<readonly Whereabouts[]> {
  return (await deps.store.ofApplication(app)).filter(({ applicant }) => applicant === key);
}

/**
 * One record of the applicant; anyone else's is not there.
 *
 * @throws Problem NOT_FOUND · GONE where it has been destroyed
 */
export async function ownRecord(deps: Deps, applicant: Applicant, record: string): Promise<Whereabouts> {
  const found = (await ownRecords(deps, applicant)).find((where) => where.record === record);
  if (found !== undefined) return found;
  const gone = (await deps.store.whereIs(record)) === undefined && (await deps.store.wasHere(record));
  throw new Problem(gone ? "GONE" : "NOT_FOUND");
}
