/** The second person: looks at a list, answers for single records, approves or stops it. */
import type { DisposalList, ItemAnswer, ListCommand } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import { actOnList, isOwn, listFor, listIds, loadList } from "./disposal-list.ts";
import { staffName } from "./staff-name.ts";

export type Review =
  | { readonly type: "Approve" }
  | { readonly type: "Answer"; readonly record: string; readonly answer: ItemAnswer }
  | { readonly type: "RequestChanges"; readonly comment: string }
  | { readonly type: "Abort"; readonly reason: string };

export async function listDisposals(deps: Deps, staff: Session): Promise<readonly DisposalList[]> {
  return deps.store.read(staff.controller, async (unit) => {
    const ids = await listIds(unit);
    const loaded = await Promise.all(ids.map((id) => loadList(unit, id)));
    return loaded.filter((one) => isOwn(one, staff)).map(({ list }) => list);
  });
}

export async function readDisposal(deps: Deps, staff: Session, id: string): Promise<DisposalList> {
  return deps.store.read(staff.controller, async (unit) => (await listFor(unit, staff, id)).list);
}

export async function reviewDisposal(
  deps: Deps,
  staff: Session,
  id: string,
  review: Review,
): Promise<DisposalList> {
  const by = { person: staff.ref, role: review.type === "Abort" ? "archivist" : "reviewer" } as const;
  const at = swedishDay(deps.clock());
  const command: ListCommand = review.type === "Approve" ? { ...review, by, at } : { ...review, by };
  return deps.store.write(staff.controller, async (unit) =>
    actOnList(deps, unit, {
      id,
      from: await listFor(unit, staff, id),
      by: staffName(staff),
      commands: [command],
    }),
  );
}
