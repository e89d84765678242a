/** A lawful activity that no rule strikes; every fixture changes one thing in it. */
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import type { Art6, ConsentTerms, ProcessingActivity } from "@tillit/consent-legal-basis";
import { act } from "./national.ts";

export const today: CalendarDate = parseDate("2026-11-21");

export const terms: ConsentTerms = {
  expression: "separate-act",
  explicit: true,
  tied: false,
  withdrawal: { channel: { sv: "länken i brevet", en: "the link in the letter" }, asEasy: true },
  givers: [{ role: "subject", count: 1 }],
  actsAs: "processing",
};

export function consentBasis(more: Partial<ConsentTerms> = {}): Art6 {
  return { art6: "a", consent: "opt-in", terms: { ...terms, ...more } };
}

export const casework: ProcessingActivity = {
  id: "board/case-file",
  version: 1,
  validFrom: parseDate("2026-01-01"),
  title: { sv: "personakt", en: "personal file" },
  purpose: {
    sv: "Vi utreder och beslutar om stöd till den som har ansökt",
    en: "We inquire into and decide on support for those who applied",
  },
  controller: {
    id: "board",
    name: "Socialnämnden i Exempelstad",
    kind: "public-authority",
    board: true,
    contact: { email: "socialnamnden@example.se", phone: "010-000 00 00" },
    dataProtectionOfficer: { contact: { email: "dso@example.se" }, independent: true },
    complaintTo: "Integritetsskyddsmyndigheten",
    requestChannels: ["oral", "letter", "email", "e-service"],
    answersWithin: { sv: "inom en månad", en: "within a month" },
  },
  task: "public-task",
  subjects: [{ id: "applicants", relation: "applicant", label: { sv: "sökande", en: "applicants" } }],
  data: [
    { id: "contact", kind: "ordinary", label: { sv: "kontaktuppgifter", en: "contact details" } },
    { id: "health", kind: "special", label: { sv: "hälsa", en: "health" } },
    { id: "number", kind: "national-id", label: { sv: "personnummer", en: "identity number" } },
  ],
  source: "both",
  sources: [{ label: { sv: "folkbokföringen", en: "the population register" }, publiclyAccessible: true }],
  indirectInformation: { kind: "notice" },
  recipients: [
    {
      name: { sv: "leverantören av systemet", en: "the system supplier" },
      role: "processor",
      dpa: { id: "dpa-1" },
    },
  ],
  transfers: { assessed: true, to: [] },
  basis: { art6: "e", law: [act("6 §")] },
  special: { art9: "h", law: [act("7 §")], secrecy: act("8 §") },
  nationalId: { ground: "statute", law: act("7 §") },
  safeguards: [],
  retentionRule: "file",
  retention: { sv: "Fem år efter sista anteckningen", en: "Five years after the last entry" },
  requirement: {
    kind: "statutory",
    consequence: { sv: "Annars avgörs ärendet på det som finns", en: "Otherwise we decide on what there is" },
  },
  searchTerms: ["name", "case-number"],
  security: [{ measure: { sv: "Behörighetsstyrning", en: "Access control" }, evidence: { id: "plan" } }],
};

/** A newsletter on consent: lawful too. */
export const newsletter: ProcessingActivity = {
  ...casework,
  id: "board/newsletter",
  title: { sv: "nyhetsbrev", en: "newsletter" },
  purpose: {
    sv: "Vi skickar nyheter om kurser till den som har bett om det",
    en: "We send news of courses to those who asked for it",
  },
  task: "own-administration",
  subjects: [{ id: "readers", relation: "visitor", label: { sv: "läsare", en: "readers" } }],
  data: [{ id: "email", kind: "ordinary", label: { sv: "e-postadress", en: "e-mail address" } }],
  source: "subject",
  basis: consentBasis(),
  retention: { sv: "Tills du avslutar", en: "Until you unsubscribe" },
  requirement: {
    kind: "voluntary",
    consequence: { sv: "Utan adress inget brev", en: "Without an address no letter" },
  },
};

/** The same casework at a private provider. */
export const provider: ProcessingActivity = {
  ...casework,
  id: "provider/journal",
  controller: {
    id: "provider",
    name: "Omsorgsbolaget AB",
    kind: "private-provider",
    registration: "556000-0000",
    contact: { email: "info@example.se" },
    dataProtectionOfficer: { contact: { email: "dso@example.se" }, independent: true },
    complaintTo: "Integritetsskyddsmyndigheten",
    requestChannels: ["oral", "letter", "email"],
    answersWithin: { sv: "inom en månad", en: "within a month" },
  },
  task: "service",
};
