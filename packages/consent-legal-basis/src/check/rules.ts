import type { Rule } from "./rule.ts";
import { basisRules } from "./rules/basis.ts";
import { consentRules } from "./rules/consent.ts";
import { controllerRules } from "./rules/controller.ts";
import { recipientRules } from "./rules/recipients.ts";
import { specialDataRules } from "./rules/special-data.ts";
import { transparencyRules } from "./rules/transparency.ts";

/** Every rule that {@link checkActivity} applies, in the order of their codes. */
export const activityRules: readonly Rule[] = [
  ...basisRules,
  ...consentRules,
  ...specialDataRules,
  ...recipientRules,
  ...transparencyRules,
  ...controllerRules,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));
