import type { Language } from "@tillit/law-reference";
import type { LetterCase, LetterFacts, LetterId } from "../../src/index.ts";
import { lettersFor } from "../../src/letters.ts";

const common = {
  case: "DS-2027-14",
  receivedOn: "2027-01-31",
  lastDay: "2027-03-01",
  extendedLastDay: "2027-04-28",
  replyBy: "2027-02-12",
  decidedOn: "2027-02-26",
  servedOn: "2027-02-28",
  fee: "300",
  restrictedFrom: "2027-02-01",
  liftOn: "2027-06-01",
  appealReceivedOn: "2027-03-10",
  appealLastDay: "2027-03-22",
  matter: "SN-2026-77",
  supervisorContact: "Box 8114, 104 20 Stockholm, imy.se",
  delegation: "4.2",
  provisions: ["OSL (2009:400) 26 kap. 1 §", "GDPR art. 15(4)"],
};

const swedish: LetterFacts = {
  ...common,
  controller: "Socialnämnden i Åmåla",
  contact: "registrator på 0555-100 20",
  question: "vilken tid din begäran gäller",
  reasons: "uppgifterna rör en annan persons hälsa, och det är inte klart att de kan röjas utan men",
  request: "ett registerutdrag",
  given: ["Journal för år 2025", "Beslut från mars 2026"],
  withheld: ["Delar av journalen som rör en annan person"],
  decidedBy: "enhetschefen Eva Öberg",
  supervisor: "Integritetsskyddsmyndigheten (IMY)",
  inspectorate: "Inspektionen för vård och omsorg (IVO)",
  systems: ["verksamhetssystemet", "e-post", "pappersarkivet"],
  correction: "telefonnumret",
  dispute: "att samtalet aldrig ägde rum",
  recipient: "Stödboendet Ängen",
  concerns: "telefonnummer",
  measure: "rättade",
  recipients: ["Stödboendet Ängen"],
  stopped: ["Bilder på webbplatsen"],
  kept: ["Fakturor till och med 2033"],
  format: "JSON och CSV",
  newController: "Socialnämnden i Östby",
  opinion: "uppgifterna kommer från en anhörig i förtroende",
  appealVerdict: "överklagandet kom i rätt tid",
};

const english: LetterFacts = {
  ...common,
  controller: "Socialnämnden i Åmåla",
  contact: "the registrar, 0555-100 20",
  question: "which time your request concerns",
  reasons:
    "the data concern another person's health, and it is not clear that they can be revealed without harm",
  request: "an extract",
  given: ["Journal of 2025", "Decision of March 2026"],
  withheld: ["Parts of the journal on another person"],
  decidedBy: "head of unit Eva Öberg",
  supervisor: "the Swedish Authority for Privacy Protection (IMY)",
  inspectorate: "the Health and Social Care Inspectorate (IVO)",
  systems: ["the case system", "e-mail", "the paper archive"],
  correction: "the telephone number",
  dispute: "that the talk never took place",
  recipient: "Stödboendet Ängen",
  concerns: "telephone number",
  measure: "corrected",
  recipients: ["Stödboendet Ängen"],
  stopped: ["Pictures on the website"],
  kept: ["Invoices to the end of 2033"],
  format: "JSON and CSV",
  newController: "Socialnämnden i Östby",
  opinion: "the data come from a relative in confidence",
  appealVerdict: "the appeal came in time",
};

/** Facts for every letter, invented. */
export function factsFor(lang: Language): LetterFacts {
  return lang === "sv" ? swedish : english;
}

const regimes = ["gdpr", "public-records", "party-insight"] as const;
const rights = ["access", "rectification", "restriction", "portability"] as const;
const outcomes = ["partly-granted", "refused", "granted", "no-data", undefined] as const;

const kinds = [
  ...regimes.map((regime) => ({ regime, controller: "public-authority" }) as const),
  { regime: "gdpr", controller: "private-provider" },
  { regime: "private-file", controller: "private-provider" },
] as const;

/** Cases that among them have every letter, those where most must be said first. */
const cases: readonly LetterCase[] = rights.flatMap((right) =>
  outcomes.flatMap((outcome) =>
    kinds.map(({ regime, controller }): LetterCase => ({ regime, controller, right, outcome })),
  ),
);

/** A case that a letter is for. */
export function caseFor(id: LetterId): LetterCase {
  const found = cases.find((one) => lettersFor(one).includes(id));
  if (found === undefined) throw new Error(`no case has ${id}`);
  return found;
}
