/** After a crash between a disposal and its line in the journal, the log still knows: add what the journal lacks. */
import type { Deps } from "../deps.ts";
import type { Erasure } from "@tillit/record-store";
import { destroyedExports, exportRule } from "../answers/destroy-exports.ts";
import { erasedByRequests, requestErasureRule } from "./execute-request-erasure.ts";
import { listIds, loadList } from "../disposal/disposal-list.ts";

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
      return Promise.all(ids.map(async (id) => (await loadList(unit, id)).list));
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
