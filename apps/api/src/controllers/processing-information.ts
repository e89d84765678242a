/** What an answer to access must tell beside the data as the regulation lists it, from the registered activity. */
import type { CalendarDate } from "@tillit/civil-time";
import type { Localized } from "@tillit/law-reference";
import { legalBases, rightsFor, type Right } from "@tillit/consent-legal-basis";
import type { ProcessingInformation } from "@tillit/dsar-workflow";
import { applicationActivities } from "@tillit/policy-profiles";
import { letterName, swedishLaw } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { profileOf } from "./notice-of.ts";
import { withinReach } from "../requests/request-reach.ts";

const names: Readonly<Partial<Record<Right, Localized>>> = {
  access: { sv: "få tillgång till uppgifterna", en: "access to the data" },
  rectification: { sv: "få felaktiga uppgifter rättade", en: "have inaccurate data rectified" },
  erasure: { sv: "få uppgifter raderade", en: "have data erased" },
  restriction: { sv: "få behandlingen begränsad", en: "have the processing restricted" },
  object: { sv: "invända mot behandlingen", en: "object to the processing" },
  portability: { sv: "flytta uppgifterna", en: "take the data elsewhere" },
};

const noDecision: Localized = {
  sv: "Inga beslut fattas enbart automatiserat.",
  en: "No decisions are made by automated means alone.",
};

/** An empty list says that there are none; that is for the register to say. */
const transfersOpen: Localized = { sv: "Frågan är inte utredd.", en: "The question has not been settled." };

/** By its name of the day, whatever the controller's own text calls it. */
function complaintOn(on: CalendarDate): Localized {
  const to = { sv: letterName("data-protection", on, "sv"), en: letterName("data-protection", on, "en") };
  return {
    sv: `Du har rätt att lämna in klagomål till ${to.sv.name}, ${to.sv.contact}.`,
    en: `You have the right to lodge a complaint with ${to.en.name}, ${to.en.contact}.`,
  };
}

export async function processingInformation(
  deps: Deps,
  staff: Session,
  id: string,
): Promise<ProcessingInformation> {
  await deps.store.read(staff.controller, (unit) => withinReach(unit, staff, id));
  const [activity] = applicationActivities(await profileOf(deps, staff.controller));
  if (activity === undefined) throw new Problem("NOT_FOUND");
  const on = swedishDay(deps.clock());
  const rights = rightsFor(activity, on, { national: swedishLaw })
    .filter(({ verdict }) => verdict !== "excluded")
    .flatMap(({ right }) => names[right] ?? []);
  const { transfers, automatedDecision } = activity;
  return {
    purposes: [{ purpose: activity.purpose, basis: [...legalBases(activity)] }],
    categories: activity.data.map(({ label }) => label),
    recipients: activity.recipients.map(({ name }) => name),
    retention: [activity.retention],
    rights,
    complaint: complaintOn(on),
    sources: (activity.sources ?? []).map(({ label }) => label),
    automatedDecisions: automatedDecision === undefined ? noDecision : automatedDecision.logic,
    transfers: transfers.assessed ? transfers.to.map(({ country }) => country) : [transfersOpen],
  };
}
