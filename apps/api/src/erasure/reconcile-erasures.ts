/** Journal, log and database agree before anyone can read: what one of them knows, the others learn. */
import type { Deps } from "../deps.ts";
import { replayErasures, StoreError, type Erasure, type Intent } from "@tillit/record-store";
import { giveUp } from "../envelopes/destroy-for-good.ts";
import { destroyedExports, exportRule } from "../answers/destroy-exports.ts";
import { erasedByRequests, requestErasureRule } from "./execute-request-erasure.ts";
import { listIds, loadList } from "../disposal/disposal-list.ts";

export interface ReadJournal {
  readonly over: readonly Erasure[];
  readonly open: readonly Intent[];
}

/**
 * Before anything is served: settles the intents of which nothing is said, adds what the log knows, and destroys again
 * what the database still has though the journal says it is gone, which then is older than the journal. Returns how many
 * that were.
 *
 * @throws StoreError STORE_JOURNAL_UNWRITABLE · STORE_JOURNAL_NOT_REPLAYED
 */
export async function takeUpJournal(
  deps: Pick<Deps, "store" | "erasures">,
  { over, open }: ReadJournal,
): Promise<number> {
  const { store } = deps;
  try {
    const known = [...over];
    for (const intent of open) {
      if (await happened(deps, intent)) known.push(...intent.erasures);
    }
    await reconcileErasures(deps, known);
    const again = await replayErasures(store, known);
    if (again > 0) await store.purge();
    return again;
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(
      "STORE_JOURNAL_NOT_REPLAYED",
      "What ERASURE_JOURNAL names could not be destroyed again, so nothing is served. Start again when the database can be written.",
      { cause },
    );
  }
}

/** Where the database knows nothing of an intent it is older than it, and what was intended counts as done. */
async function happened(deps: Pick<Deps, "store" | "erasures">, { id, erasures }: Intent): Promise<boolean> {
  const controller = erasures[0]?.controller;
  if (controller === undefined) return false;
  let row = await deps.store.read(controller, (unit) => unit.destructions.get(id));
  if (row !== undefined && row.state !== "destroyed") {
    await giveUp(deps, controller, id);
    row = await deps.store.read(controller, (unit) => unit.destructions.get(id));
    if (row === undefined) return false;
  }
  await deps.erasures?.settle(id, "done");
  return true;
}

/** After a crash between a destruction and its line in the journal, the log still knows: adds what the journal lacks. */
export async function reconcileErasures(
  { store, erasures }: Pick<Deps, "store" | "erasures">,
  known: readonly Erasure[],
): Promise<number> {
  const noted = new Set(
    known.map(({ controller, record, section = "" }) => `${controller} ${record} ${section}`),
  );
  const lacking: Erasure[] = [];
  for (const { id: controller } of await store.controllers()) {
    const lists = await store.read(controller, async (unit) => {
      const ids = await listIds(unit);
      return Promise.all(ids.map(async (id) => (await loadList(unit, id)).state));
    });
    for (const { record, rule, result, executed } of lists.flatMap(({ items }) => items)) {
      if (result !== undefined && executed !== undefined && !noted.has(`${controller} ${record} `)) {
        lacking.push({ controller, record, rule, at: executed });
      }
    }
    for (const { record, section, at } of await store.read(controller, erasedByRequests)) {
      const rule = requestErasureRule;
      if (noted.has(`${controller} ${record} ${section ?? ""}`)) continue;
      lacking.push({ controller, record, ...(section === undefined ? {} : { section }), rule, at });
    }
    for (const { record, at } of await store.read(controller, destroyedExports)) {
      if (!noted.has(`${controller} ${record} `)) lacking.push({ controller, record, rule: exportRule, at });
    }
  }
  await erasures?.add(lacking);
  return lacking.length;
}
