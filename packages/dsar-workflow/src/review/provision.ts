/** The shape of a provision that a refusal may rest on. */
import type { Localized } from "@tillit/law-reference";
import type { ControllerKind, Regime, Right } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";

/**
 * `straight` (rakt skaderekvisit): disclose unless harm can be assumed. `reverse` (omvänt): disclose only if it is
 * clear that no harm follows. `absolute`: no harm test.
 */
export type TestKind = "straight" | "reverse" | "absolute";

/** One provision. Lists that are absent mean "all". */
export type Provision = {
  readonly law: GradedLawRef;
  readonly tests: readonly [TestKind, ...TestKind[]];
  readonly regimes?: readonly Regime[];
  readonly controllers?: readonly ControllerKind[];
  readonly rights?: readonly Right[];
  readonly text: Localized;
};
