import type { ListEvent } from "@tillit/retention-policy";
import type { StoredEvent, Unit } from "@tillit/record-store";
import { projectAnswer } from "../extensions/row.ts";

/** A record that is gone leaves the lists, be it an application or a request. */
export async function projectDisposal(unit: Unit, list: string, stored: StoredEvent): Promise<void> {
  const { event } = stored.data as { readonly event: ListEvent };
  if (event.type === "Answered") await projectAnswer(unit, list, stored, event);
  if (event.type !== "Reported") return;
  await unit.projections.removeCase(event.record);
  await unit.projections.removeRequest(event.record);
  await unit.facts.remove(event.record);
  await unit.keeps.remove(event.record);
}
