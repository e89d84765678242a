import type { Assurance } from "../case/fact.ts";
import type { Regime, Right } from "../case/request.ts";

const byRight: Readonly<Record<Right, Assurance>> = {
  access: 3,
  portability: 3,
  erasure: 3,
  rectification: 2,
  restriction: 2,
  objection: 2,
};

/** How sure we must be of the person: of disclosure and erasure more than of the rest; of public records not at all. */
export function assuranceFor(right: Right, regime: Regime, protectedIdentity: boolean): Assurance {
  if (regime === "public-records") return 0;
  return protectedIdentity ? 3 : byRight[right];
}
