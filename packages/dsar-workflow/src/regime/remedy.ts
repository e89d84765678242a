/** Where a person may turn with a decision. Public and private answers, and the four regimes, never share a remedy. */
import type { ControllerKind, Regime } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";

/** The remedies of one regime at one kind of controller. */
export type Remedy = {
  /** The court of a first appeal, and how many weeks the person has; absent where there is no appeal. */
  readonly appeal?: {
    readonly court: "forvaltningsratten" | "kammarratten";
    readonly weeks: 3;
    readonly law: GradedLawRef;
  };
  /** A complaint to the Swedish Authority for Privacy Protection (IMY), GDPR art. 77. */
  readonly complaint: boolean;
  /** A court action, GDPR art. 79. */
  readonly court: boolean;
  /** A refusal is not the provider's to make: the Health and Social Care Inspectorate (IVO) decides. */
  readonly ivo: boolean;
};

const law = (act: string, at: string, grade: GradedLawRef["grade"] = "V"): GradedLawRef => ({
  act,
  at,
  grade,
});

const authorityRemedies: Readonly<Record<Regime, Remedy>> = {
  gdpr: {
    appeal: { court: "forvaltningsratten", weeks: 3, law: law("lag (2018:218)", "7 kap. 2 §") },
    complaint: true,
    court: true,
    ivo: false,
  },
  "public-records": {
    appeal: { court: "kammarratten", weeks: 3, law: law("OSL (2009:400)", "6 kap. 7–8 §§") },
    complaint: false,
    court: false,
    ivo: false,
  },
  "party-insight": {
    appeal: { court: "kammarratten", weeks: 3, law: law("OSL (2009:400)", "6 kap. 7 §", "M") },
    complaint: false,
    court: false,
    ivo: false,
  },
  "private-file": { complaint: false, court: false, ivo: false },
};

/** The remedies that a decision letter must name. */
export function remedyOf(regime: Regime, controller: ControllerKind): Remedy {
  if (controller === "public-authority") return authorityRemedies[regime];
  return { complaint: regime === "gdpr", court: regime === "gdpr", ivo: regime === "private-file" };
}
