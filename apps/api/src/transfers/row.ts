import type { Unit } from "@tillit/record-store";
import type { Logged } from "../kernel/load.ts";

/** A record that came from another controller: listed with the dates it had there and a number of its own. */
export async function projectTransferred(
  unit: Unit,
  id: string,
  { data }: Logged<"transferred">,
): Promise<void> {
  await unit.projections.putCase({ ...data.case, id });
  for (const one of data.words) await unit.projections.putWords({ ...one, caseId: id });
}
