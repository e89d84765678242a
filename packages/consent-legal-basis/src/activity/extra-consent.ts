import type { Localized } from "@tillit/law-reference";
import * as z from "zod";
import type { LawRef } from "../law/law-ref.ts";
import { lawRefSchema, localizedSchema } from "../law/law-schema.ts";

/**
 * Consent that is not the ground of Art. 6: the waiver of secrecy that protects the person, or a condition that
 * a statute sets on top of another ground. Two types, so that neither is mistaken for the other or for Art. 6.
 */
export type ExtraConsent =
  | { readonly kind: "secrecy-waiver"; readonly law: LawRef; readonly releasedTo: Localized }
  | {
      readonly kind: "statutory-condition";
      readonly law: LawRef;
      readonly from: readonly ("subject" | "cohabitant")[];
    };

export const extraConsentSchema: z.ZodType<ExtraConsent> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("secrecy-waiver"), law: lawRefSchema, releasedTo: localizedSchema }),
  z.strictObject({
    kind: z.literal("statutory-condition"),
    law: lawRefSchema,
    from: z.array(z.enum(["subject", "cohabitant"])),
  }),
]);
