/** A record that came from another controller keeps the context it was sealed in, which names that one. */
import type { Unit } from "@tillit/record-store";
import { load } from "../kernel/load.ts";

async function comingOf(unit: Unit, record: string) {
  return (await load(unit, "transferred", record)).at(-1)?.data;
}

/** The application that a record belongs to, where it came from another controller and nothing was handed in here. */
export async function applicationHandedOver(unit: Unit, record: string): Promise<string | undefined> {
  return (await comingOf(unit, record))?.case.app;
}

/** The controller in the record's sealed context; the own one unless the record was handed over. */
export async function sealedForController(unit: Unit, record: string): Promise<string> {
  const coming = await comingOf(unit, record);
  return coming === undefined ? unit.controller : (coming.sealedFor ?? coming.from);
}
