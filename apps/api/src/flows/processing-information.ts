/** What an answer to access must tell beside the data (GDPR art. 15(1) and (2)), from the registered activity. */
import type { Localized } from "@tillit/law-reference";
import { rightsFor, type ProcessingActivity, type Right } from "@tillit/consent-legal-basis";
import type { ProcessingInformation } from "@tillit/dsar-workflow";
import { applicationActivities } from "@tillit/policy-profiles";
import { swedishLaw } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import { profileOf } from "./notice-of.ts";
import { withinReach } from "./request-reach.ts";

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

function complaintTo({ controller }: ProcessingActivity): Localized {
  const body = controller.complaintTo ?? "Integritetsskyddsmyndigheten";
  return { sv: `Du kan klaga hos ${body}.`, en: `You may complain to ${body}.` };
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
    purposes: [activity.purpose],
    categories: activity.data.map(({ label }) => label),
    recipients: activity.recipients.map(({ name }) => name),
    retention: [activity.retention],
    rights,
    complaint: complaintTo(activity),
    sources: (activity.sources ?? []).map(({ label }) => label),
    automatedDecisions: automatedDecision === undefined ? noDecision : automatedDecision.logic,
    transfers: transfers.assessed ? transfers.to.map(({ country }) => country) : [],
  };
}
