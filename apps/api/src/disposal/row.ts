import type { Unit } from "@tillit/record-store";
import { projectAnswer } from "../extensions/row.ts";
import type { Logged } from "../kernel/load.ts";

/** A record that is gone leaves the lists, be it an application or a request. */
export async function projectDisposal(unit: Unit, list: string, entry: Logged<"disposal">): Promise<void> {
  const { event } = entry.data;
  if (event.type === "Answered") await projectAnswer(unit, list, entry, event);
  if (event.type !== "Reported") return;
  await unit.projections.removeCase(event.record);
  await unit.projections.removeRequest(event.record);
  await unit.facts.remove(event.record);
  await unit.keeps.remove(event.record);
}
