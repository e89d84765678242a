/** The provisions a refusal may rest on: which test each asks for, where and for whom it applies. */
import type { ControllerKind, Regime, Right } from "../case/request.ts";
import { type KeepingProvisionId, keepingProvisions } from "./keeping-provisions.ts";
import type { Provision, TestKind } from "./provision.ts";
import { type SecrecyProvisionId, secrecyProvisions } from "./secrecy-provisions.ts";

/** The id of a provision in {@link provisions}. */
export type ProvisionId = SecrecyProvisionId | KeepingProvisionId;

/** Every provision a non-full outcome may cite. */
export const provisions: Readonly<Record<ProvisionId, Provision>> = {
  ...secrecyProvisions,
  ...keepingProvisions,
};

/** May this provision carry a refusal in such a case, with this test? */
export function provisionApplies(
  id: ProvisionId,
  test: TestKind,
  where: { readonly regime: Regime; readonly controller: ControllerKind; readonly right: Right },
): boolean {
  if (!Object.hasOwn(provisions, id)) return false;
  const { tests, regimes, controllers, rights } = provisions[id];
  return (
    tests.includes(test) &&
    (regimes?.includes(where.regime) ?? true) &&
    (controllers?.includes(where.controller) ?? true) &&
    (rights?.includes(where.right) ?? true)
  );
}
