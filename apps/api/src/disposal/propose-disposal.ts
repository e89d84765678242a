/** The first person: everything that is due today goes on a list, to be looked at by someone else. */
import { initialList, type Candidate, type ListCommand } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";
import { actOnList, newList, seenList, tryOnList, type SeenList } from "./disposal-list.ts";
import { dueCandidates, ruleSet } from "../retention/plan-retention.ts";
import { receiptFor } from "../transfers/transfer-log.ts";
import { staffName } from "../kernel/staff-name.ts";

/** A list, and whether more was due than two persons can look through at once: that comes on the next. */
export interface ProposedList extends SeenList {
  readonly more: boolean;
}

/**
 * A record that is to be handed over goes on a list when its receiver has accepted it; before that nobody may destroy it.
 * A dry run gives the list as it would be.
 *
 * @throws Problem STATE_CONFLICT with reason EMPTY_LIST when nothing is due
 */
export async function proposeDisposal(
  deps: Deps,
  staff: Session,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ProposedList> {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const id = `d-${Buffer.from(deps.random(10)).toString("hex")}`;
  const by = { person: staff.ref, role: "author" } as const;
  return deps.store[dryRun ? "read" : "write"](staff.controller, async (unit) => {
    const place = { unit, controller, reach: unitReach(staff) };
    const { due: candidates, more } = await dueCandidates(deps, place, (one) => hasReceipt(unit, one));
    const asOf = swedishDay(deps.clock());
    const commands: readonly ListCommand[] = [
      { type: "Draft", by, id, asOf, ruleSet, candidates },
      { type: "Submit", by },
    ];
    if (dryRun) return { ...(await seenList(unit, tryOnList(initialList, commands))), more };
    const from = newList(staff.unit);
    const { state } = await actOnList(deps, unit, { id, from, by: staffName(staff), commands });
    return { ...(await seenList(unit, state)), more };
  });
}

async function hasReceipt(unit: Unit, { disposition: { outcome, id } }: Candidate): Promise<boolean> {
  return outcome !== "transfer" || (await receiptFor(unit, id)) !== undefined;
}
