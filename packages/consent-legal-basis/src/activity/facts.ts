/** Small questions about an activity that several checks ask. */
import type { LawRef } from "../law/law-ref.ts";
import type { Art6, Art6Letter, ConsentTerms } from "./basis.ts";
import type { ProcessingActivity } from "./activity.ts";
import type { DataCategory } from "./collection.ts";

/** The basis and the further ones declared from the start. */
export function basesOf(activity: ProcessingActivity): readonly Art6[] {
  return activity.alsoOn === undefined ? [activity.basis] : [activity.basis, ...activity.alsoOn];
}

export function restsOn(activity: ProcessingActivity, letter: Art6Letter): boolean {
  return basesOf(activity).some((basis) => basis.art6 === letter);
}

export function holds(activity: ProcessingActivity, kind: DataCategory["kind"]): boolean {
  return activity.data.some((category) => category.kind === kind);
}

/** The terms on which consent is asked for, when consent is a basis at all. */
export function consentTerms(activity: ProcessingActivity): ConsentTerms | undefined {
  return allConsentTerms(activity)[0];
}

/** The terms of every consent among the bases. */
export function allConsentTerms(activity: ProcessingActivity): readonly ConsentTerms[] {
  return basesOf(activity).flatMap((basis) => (basis.art6 === "a" ? [basis.terms] : []));
}

/** Every reference to law that the activity carries, with the place where it stands. */
export function citedLaw(
  activity: ProcessingActivity,
): readonly { readonly path: readonly (string | number)[]; readonly ref: LawRef }[] {
  const found: { path: readonly (string | number)[]; ref: LawRef }[] = [];
  for (const [index, basis] of basesOf(activity).entries()) {
    const at = index === 0 ? ["basis"] : ["alsoOn", index - 1];
    if ("law" in basis)
      for (const [n, ref] of basis.law.entries()) found.push({ path: [...at, "law", n], ref });
  }
  const { special, criminal, nationalId, indirectInformation } = activity;
  if (special !== undefined && "law" in special) {
    for (const [n, ref] of special.law.entries()) found.push({ path: ["special", "law", n], ref });
  }
  if (special?.art9 === "h" && special.secrecy !== undefined) {
    found.push({ path: ["special", "secrecy"], ref: special.secrecy });
  }
  if (criminal !== undefined) found.push({ path: ["criminal", "law"], ref: criminal.law });
  if (nationalId !== undefined) found.push({ path: ["nationalId", "law"], ref: nationalId.law });
  for (const [n, extra] of activity.safeguards.entries()) {
    found.push({ path: ["safeguards", n, "law"], ref: extra.law });
  }
  if (indirectInformation?.kind === "exception" && indirectInformation.law !== undefined) {
    found.push({ path: ["indirectInformation", "law"], ref: indirectInformation.law });
  }
  return found;
}
