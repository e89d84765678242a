/** An applicant makes a request; sent again, it is the same. The clock starts today, and retention holds the record meanwhile. */
import type { Dsse } from "@tillit/crypto-envelope";
import type { Right } from "@tillit/dsar-workflow";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { RequestRow } from "@tillit/record-store";
import { answersFirst } from "./handle-request.ts";
import { receivedBefore, requestIdFor } from "./sent-again.ts";
import { ownRecord } from "../records/own-records.ts";
import { actOnRequest } from "./request-events.ts";
import { keepSubjectKeys, verifySubjectKeys } from "../answers/subject-keys.ts";

export interface Asked {
  readonly application: string;
  readonly right: Right;
  /** The applicant's own public keys, signed with the receipt: an answer is sealed to these. */
  readonly keys?: Dsse | undefined;
}

export async function makeRequest(
  deps: Deps,
  applicant: Applicant,
  { application, right, keys }: Asked,
  key?: string,
): Promise<RequestRow> {
  const where = await ownRecord(deps, applicant, application);
  const controller = await deps.store.controller(where.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  if (keys !== undefined) verifySubjectKeys(deps, applicant, keys);
  const id = requestIdFor(deps, applicant.key, key);
  return deps.store.write(where.controller, async (unit) => {
    const before = await receivedBefore(unit, id, { matter: application, right });
    if (before !== undefined) return before;
    const row = await actOnRequest(
      deps,
      { unit, controller },
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
          receivedOn: swedishDay(deps.clock()),
          matter: application,
          ...(await answersFirst(unit, application, right)),
        },
      ],
      "applicant",
    );
    if (keys !== undefined) await keepSubjectKeys(deps, unit, id, keys);
    return row;
  });
}
