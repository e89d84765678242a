/** Who answered: the subject is given the entry of the controller's log, its proof and a signed checkpoint. */
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import { load } from "../kernel/load.ts";
import { makeCheckpoint, proveInclusion } from "../log/audit-log.ts";
import { waitingAnswer } from "./fetch-export.ts";
import { handoverChain } from "../log/handover-chain.ts";
import { ownRequest } from "../requests/request-reach.ts";

/** @throws Problem NOT_FOUND where there is no answer to fetch, or it was kept before answers were attested; GONE */
export async function proveAnswer(deps: Deps, applicant: Applicant, request: string) {
  const { where } = await ownRequest(deps, applicant, request);
  const { controller } = where;
  const found = await deps.store.read(controller, async (unit) => {
    const { id } = await waitingAnswer(deps, unit, request);
    const [attested] = await load(unit, "answer", id);
    const [row] = attested === undefined ? [] : await unit.log.entries(attested.seq, 1);
    if (row === undefined) throw new Problem("NOT_FOUND");
    return row;
  });
  const { size, checkpoint, key } = await makeCheckpoint(deps, controller);
  const { index, proof } = await proveInclusion(deps, controller, found.seq, size);
  const handovers = await handoverChain(deps, controller, { size, key });
  return { controller, index, size, entry: found.entry, proof, checkpoint, key, handovers };
}
