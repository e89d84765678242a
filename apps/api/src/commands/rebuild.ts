import { project } from "../projections.ts";
import { readEntry, type Store } from "@tillit/record-store";

const page = 500;

/** Throws the lists away and folds them from the log again; one transaction for each controller. */
export async function rebuildLists(store: Store): Promise<number> {
  let events = 0;
  for (const { id } of await store.controllers()) {
    events += await store.write(id, async (unit) => {
      await unit.projections.clear();
      await unit.exports.clear();
      await unit.holds.clear();
      await unit.keeps.clear();
      await unit.facts.clear();
      const size = await unit.log.size();
      for (let from = 0; from < size; from += page) {
        const entries = await unit.log.entries(from, page);
        await project(
          unit,
          entries.map(({ seq, entry }) => readEntry(seq, entry)),
        );
      }
      return size;
    });
  }
  return events;
}
