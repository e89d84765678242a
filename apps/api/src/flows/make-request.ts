/** An applicant asks for their data. The clock starts today, and retention holds the record meanwhile. */
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "../identity/applicant-token.ts";
import { Problem } from "../problem.ts";
import type { RequestRow } from "../store/store.ts";
import { ownRecord } from "./my-applications.ts";
import { actOnRequest } from "./request-events.ts";

export async function makeRequest(
  deps: Deps,
  applicant: Applicant,
  application: string,
  right: "access",
): Promise<RequestRow> {
  const where = await ownRecord(deps, applicant, application);
  const controller = await deps.store.controller(where.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const now = deps.clock();
  const id = `r-${Buffer.from(deps.random(10)).toString("hex")}`;
  return deps.store.write(where.controller, (unit) =>
    actOnRequest(
      unit,
      id,
      [
        {
          type: "ReceiveRequest",
          actor: { id: "applicant", role: "requester" },
          id,
          right,
          regime: "gdpr",
          controller: controller.kind,
          channel: "e-service",
          receivedOn: swedishDay(now),
          matter: application,
        },
      ],
      { by: "applicant", now },
    ),
  );
}
