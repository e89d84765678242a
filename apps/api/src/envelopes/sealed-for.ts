/** A record that came from another controller keeps the context it was sealed in, which names that one. */
import type { Unit } from "@tillit/record-store";

/** The application that a record belongs to, where it came from another controller and nothing was handed in here. */
export async function applicationHandedOver(unit: Unit, record: string): Promise<string | undefined> {
  const last = (await unit.log.load(`transferred/${record}`)).at(-1);
  return (last?.data as { readonly case?: { readonly app: string } } | undefined)?.case?.app;
}

/** The controller in the record's sealed context; the own one unless the record was handed over. */
export async function sealedForController(unit: Unit, record: string): Promise<string> {
  const last = (await unit.log.load(`transferred/${record}`)).at(-1);
  if (last === undefined) return unit.controller;
  const { from, sealedFor } = last.data as { readonly from: string; readonly sealedFor?: string };
  return sealedFor ?? from;
}
