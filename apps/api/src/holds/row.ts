import type { HoldRow, Unit } from "@tillit/record-store";
import { swedishDay } from "../clock.ts";
import type { Logged } from "../kernel/load.ts";

/** A hold as its events leave it: placed, and perhaps released. */
export async function projectHold(unit: Unit, id: string, event: Logged<"hold">): Promise<void> {
  const day = swedishDay(new Date(event.at));
  if (event.type === "HoldPlaced") {
    const { ground, scope, unit: place } = event.data;
    const row: HoldRow = { id, ground, scope, placed: day, by: event.by };
    await unit.holds.put(place === undefined ? row : { ...row, unit: place });
    return;
  }
  const before = await unit.holds.get(id);
  if (before !== undefined) await unit.holds.put({ ...before, released: day });
}
