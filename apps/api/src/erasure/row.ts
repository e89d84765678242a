import type { StoredEvent, Unit } from "@tillit/record-store";

/** A record that a request has had erased as a whole leaves the lists too. */
export async function projectErasure(unit: Unit, { data }: StoredEvent): Promise<void> {
  const erased = (data["erased"] ?? []) as unknown as readonly { record: string; section?: string }[];
  for (const { record, section } of erased) {
    if (section !== undefined) continue;
    await unit.projections.removeCase(record);
    await unit.facts.remove(record);
    await unit.keeps.remove(record);
  }
}
