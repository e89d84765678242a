import type { LawRef } from "@tillit/consent-legal-basis";
import { careDataAct } from "./care-data-act.ts";
import { dataProtectionAct } from "./data-protection-act.ts";
import { neighbouringActs } from "./neighbouring-acts.ts";
import { secrecyAndRecords } from "./secrecy-and-records.ts";
import { socialServicesAct } from "./social-services-act.ts";
import { lawRefOf, type Statute } from "./statute.ts";

/** Every provision in use, each wording once, with grade and the day it was checked. */
export const statutes: readonly Statute[] = [
  ...socialServicesAct,
  ...careDataAct,
  ...dataProtectionAct,
  ...secrecyAndRecords,
  ...neighbouringActs,
];

const byId: ReadonlyMap<string, Statute> = new Map(statutes.map((statute) => [statute.id, statute]));

/**
 * A provision of the register as a reference.
 *
 * @param id - "SoL 2025:400 16 kap. 1 §"
 * @throws RangeError when the register has no such provision
 */
export function lawRef(id: string): LawRef {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError("no such provision in the register of statutes");
  return lawRefOf(found);
}
