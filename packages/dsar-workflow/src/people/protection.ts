/**
 * Protected identity. A sekretessmarkering is a warning, skyddad folkbokföring and fingerade uppgifter are decisions;
 * in all of them no address leaves, no self-service shows anything, and nothing may confirm that the person is known.
 */
import type { GradedLawRef } from "@tillit/law-reference";

/** Why a person is protected. `internal`: our own mark, before any decision elsewhere. */
export type Protection = "sekretessmarkering" | "skyddad-folkbokforing" | "fingerade-uppgifter" | "internal";

/** How an answer may leave. */
export type DeliveryChannel =
  | "self-service"
  | "secure-mailbox"
  | "registered-letter"
  | "letter"
  | "in-person"
  | "through-skatteverket";

const open: readonly DeliveryChannel[] = ["self-service", "secure-mailbox", "registered-letter", "in-person"];
const guarded: readonly DeliveryChannel[] = ["in-person", "through-skatteverket"];

/** The channels an answer may take. Ordinary post is none of them: it proves neither delivery nor receiver. */
export function channelsFor(protection: readonly Protection[]): readonly DeliveryChannel[] {
  return protection.length === 0 ? open : guarded;
}

/** What a protection means for everything that leaves. */
export type ProtectionEffects = {
  readonly address: "show" | "never";
  readonly selfService: boolean;
  readonly neitherConfirmNorDeny: boolean;
  readonly law: readonly GradedLawRef[];
};

/** The effects of some protections together. */
export function effectsOf(protection: readonly Protection[]): ProtectionEffects {
  const osl = (at: string): GradedLawRef => ({ act: "OSL (2009:400)", at, grade: "V" });
  if (protection.length === 0) {
    return { address: "show", selfService: true, neitherConfirmNorDeny: false, law: [] };
  }
  const decided = protection.some((kind) => kind !== "sekretessmarkering" && kind !== "internal");
  return {
    address: "never",
    selfService: false,
    neitherConfirmNorDeny: true,
    law: decided ? [osl("21 kap. 3 a §"), osl("22 kap. 2 §")] : [osl("22 kap. 1 §"), osl("21 kap. 3 §")],
  };
}
