/** The first person: everything that is due today goes on a list, to be looked at by someone else. */
import { initialList, type DisposalList } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { unitReach } from "../identity/reach.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import { actOnList } from "./disposal-list.ts";
import { dueCandidates, ruleSet } from "./plan-retention.ts";
import { staffName } from "./staff-name.ts";

/** @throws Problem STATE_CONFLICT with reason EMPTY_LIST when nothing is due */
export async function proposeDisposal(deps: Deps, staff: Session): Promise<DisposalList> {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const id = `d-${Buffer.from(deps.random(10)).toString("hex")}`;
  const by = { person: staff.ref, role: "author" } as const;
  return deps.store.write(staff.controller, async (unit) => {
    const due = await dueCandidates(deps, unit, controller, unitReach(staff));
    const asOf = swedishDay(deps.clock());
    return actOnList(deps, unit, {
      id,
      from: { list: initialList, version: 0, places: [], orgUnit: staff.unit },
      by: staffName(staff),
      commands: [
        { type: "Draft", by, id, asOf, ruleSet, candidates: due },
        { type: "Submit", by },
      ],
    });
  });
}
