/** What a notice says, picked from the activities in one language, before it is put into sentences. */
import type { Language } from "@tillit/law-reference";
import { compareDates, type CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf, consentTerms } from "../activity/facts.ts";
import type { Contact, Controller } from "../activity/parties.ts";
import { ConsentBasisError } from "../errors.ts";
import { inForceOn } from "../law/in-force.ts";
import { citeLaw, type LawRef } from "../law/law-ref.ts";
import { listWords } from "../law/localized.ts";
import type { NoticeLevel } from "./notice-document.ts";
import type { NationalLaw, SupervisoryAuthority } from "../law/national-law.ts";

/** The one controller of a register. */
export function controllerOf(activities: readonly ProcessingActivity[]): Controller {
  const [first] = activities;
  if (first === undefined) throw new ConsentBasisError("REGISTER_EMPTY", "at least one activity is needed");
  if (activities.some(({ controller }) => controller.id !== first.controller.id)) {
    throw new ConsentBasisError("REGISTER_MIXED_CONTROLLERS", "all activities must have the same controller");
  }
  return first.controller;
}

/** The day whose law a notice states when none is given: the day the newest description begins. */
export function latestStart(activities: readonly ProcessingActivity[]): CalendarDate {
  const { validFrom } = activities.toSorted((a, b) => compareDates(b.validFrom, a.validFrom))[0] ?? {};
  if (validFrom === undefined)
    throw new ConsentBasisError("REGISTER_EMPTY", "at least one activity is needed");
  return validFrom;
}

export function contactLine(contact: Contact): string {
  return [contact.email, contact.phone, contact.address, contact.web]
    .filter((way) => way !== undefined && way.trim() !== "")
    .join(", ");
}

/** Where to complain: the authority in force on the day, else the name the controller gives. */
export function complaintPlace(
  controller: Controller,
  on: CalendarDate,
  locale: Language,
  national: NationalLaw | undefined,
): { authority: string; contact?: string } | undefined {
  const found: SupervisoryAuthority | undefined = national?.supervisoryAuthorities.find(({ inForce }) =>
    inForceOn(inForce, on),
  );
  if (found !== undefined) return { authority: found.name[locale], contact: found.contact[locale] };
  return controller.complaintTo === undefined ? undefined : { authority: controller.complaintTo };
}

function citeAll(refs: readonly LawRef[], locale: Language): string {
  return listWords([...new Set(refs.map((ref) => citeLaw(ref, locale)))], locale);
}

/** The full text cites provisions; the shorter ones name the acts. */
export function citeFor(level: NoticeLevel, refs: readonly LawRef[], locale: Language): string {
  if (level === "full") return citeAll(refs, locale);
  return listWords([...new Set(refs.map((ref) => ref.name?.[locale] ?? ref.act))], locale);
}

/** The law behind the Art. 6 bases, without the regulation itself. */
export function basisLaw(activity: ProcessingActivity): readonly LawRef[] {
  return basesOf(activity).flatMap((basis) => ("law" in basis ? basis.law : []));
}

export function withdrawalChannels(
  activities: readonly ProcessingActivity[],
  locale: Language,
): readonly string[] | undefined {
  const terms = activities.map(consentTerms).filter((found) => found !== undefined);
  if (terms.length === 0) return undefined;
  return [...new Set(terms.flatMap(({ withdrawal }) => withdrawal?.channel[locale] ?? []))];
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
