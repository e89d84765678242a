/** The applicant's own view: where each application stands, and what became of requests. */
import type { Applicant } from "@tillit/login";
import type { Deps } from "../deps.ts";
import { ownRecords } from "../records/own-records.ts";
import type { RequestRow, Unit, Whereabouts } from "@tillit/record-store";
import { sealedForController } from "../envelopes/sealed-for.ts";

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
