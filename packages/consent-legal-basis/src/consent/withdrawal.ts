/** After a withdrawal: what must stop, what may go on, and why (Art. 7(3), 17(1)(b)). */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { Art6 } from "../activity/basis.ts";
import { basesOf } from "../activity/facts.ts";
import { inForceOn } from "../law/in-force.ts";
import { gdpr, type LawRef } from "../law/law-ref.ts";

export type WithdrawalItem = {
  readonly activity: string;
  readonly title: Localized;
  readonly reason: Localized;
  readonly law: readonly LawRef[];
  /** Categories of data concerned. */
  readonly data: readonly string[];
};

export type WithdrawalEffects = {
  /** At once. */
  readonly stop: readonly WithdrawalItem[];
  readonly goOn: readonly WithdrawalItem[];
  /** Categories that no activity needs any longer: to be erased. */
  readonly erase: readonly string[];
};

/**
 * What a withdrawal of one purpose does to everything the controller does.
 *
 * @param register - all activities that concern the person
 * @param purpose - id of the activity whose consent is withdrawn
 * @param on - the day of the withdrawal
 */
export function withdrawalEffects(
  register: readonly ProcessingActivity[],
  purpose: string,
  on: CalendarDate,
): WithdrawalEffects {
  const stop: WithdrawalItem[] = [];
  const goOn: WithdrawalItem[] = [];
  const kept = new Set<string>();
  for (const activity of register) {
    const others = basesOf(activity).filter((basis) => standsAlone(basis, on));
    const data = activity.data.map(({ id }) => id);
    const item = { activity: activity.id, title: activity.title, data };
    if (activity.id !== purpose) {
      goOn.push({ ...item, reason: ownPurpose, law: lawOf(basesOf(activity)) });
      for (const id of data) kept.add(id);
    } else if (others.length > 0) {
      goOn.push({ ...item, reason: otherBasis, law: lawOf(others) });
      stop.push({ ...item, reason: consentPart, law: [gdpr("7(3)")] });
      for (const id of data) kept.add(id);
    } else {
      stop.push({ ...item, reason: onlyConsent, law: [gdpr("7(3)"), gdpr("17(1)(b)")] });
    }
  }
  const stopped = stop.flatMap(({ data }) => data);
  return { stop, goOn, erase: [...new Set(stopped.filter((id) => !kept.has(id)))] };
}

/** A declared basis beside consent that holds on the day; a fallback named in the consent's terms never counts. */
function standsAlone(basis: Art6, on: CalendarDate): boolean {
  if (basis.art6 === "a") return false;
  return !("law" in basis) || basis.law.every((ref) => inForceOn(ref.inForce, on));
}

function lawOf(bases: readonly Art6[]): readonly LawRef[] {
  return bases.flatMap((basis) => [gdpr(`6(1)(${basis.art6})`), ...("law" in basis ? basis.law : [])]);
}

const ownPurpose: Localized = {
  sv: "Ett annat ändamål med egen grund; återkallelsen gäller inte det.",
  en: "Another purpose with a ground of its own; the withdrawal does not concern it.",
};

const otherBasis: Localized = {
  sv: "En annan grund var angiven från början och gäller fortfarande, för det den omfattar.",
  en: "Another ground was declared from the start and still holds, for what it covers.",
};

const consentPart: Localized = {
  sv: "Det som bara byggde på samtycket upphör genast.",
  en: "What rested on the consent alone stops at once.",
};

const onlyConsent: Localized = {
  sv: "Samtycket var den enda grunden. Behandlingen upphör genast; det som gjorts dessförinnan förblir lagligt.",
  en: "Consent was the only ground. Processing stops at once; what was done before stays lawful.",
};
