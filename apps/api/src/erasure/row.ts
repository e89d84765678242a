import type { Unit } from "@tillit/record-store";
import type { Logged } from "../kernel/load.ts";

/** A record that a request has had erased as a whole leaves the lists too. */
export async function projectErasure(unit: Unit, _: string, event: Logged<"erasure">): Promise<void> {
  if (event.type !== "RequestErasureBegun") return;
  for (const { record, section } of event.data.erased) {
    if (section !== undefined) continue;
    await unit.projections.removeCase(record);
    await unit.facts.remove(record);
    await unit.keeps.remove(record);
  }
}
