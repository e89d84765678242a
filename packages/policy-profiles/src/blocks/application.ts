/** The activity that every organisation has here: looking at someone who wants to take on an assignment. */
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import type { Controller, ProcessingActivity } from "@tillit/consent-legal-basis";
import {
  applicants,
  checkDone,
  contactData,
  experience,
  health,
  household,
  householdMembers,
  identityNumber,
  offences,
} from "./data.ts";
import {
  beforeContract,
  boardCareData,
  boardInquiry,
  boardOffences,
  careIdentity,
  clearlyJustified,
  notDisclosed,
  providerCareData,
} from "./grounds.ts";
import {
  agencies,
  applicantSource,
  authorities,
  enforcement,
  insuranceAgency,
  noTransfer,
  operator,
  otherBoards,
  placingBoard,
  policeRegisters,
  populationRegister,
  referees,
  sealed,
} from "./recipients.ts";
import { boardApplication, providerApplication } from "./retention.ts";

/** The first day that the descriptions of this release are meant for. */
export const release: CalendarDate = parseDate("2026-01-15");

/** A public board's first assessment of an applicant. */
export function boardApplicationActivity(controller: Controller): ProcessingActivity {
  return {
    id: `${controller.id}/application`,
    version: 1,
    validFrom: release,
    title: { sv: "intresseanmälan om uppdrag", en: "application for an assignment" },
    purpose: {
      sv: "Vi bedömer om du kan bli familjehem, jourhem, kontaktperson eller kontaktfamilj, och om en utredning ska inledas",
      en: "We assess whether you can become a family home, emergency home, contact person or contact family, and whether to open an inquiry",
    },
    controller,
    task: "public-task",
    subjects: [applicants, householdMembers],
    data: [contactData, identityNumber, household, health, experience, offences],
    source: "both",
    sources: [
      applicantSource,
      populationRegister,
      policeRegisters,
      insuranceAgency,
      enforcement,
      otherBoards,
      agencies,
    ],
    indirectInformation: { kind: "exception", ground: "d", law: notDisclosed },
    recipients: [operator, authorities],
    transfers: noTransfer,
    basis: boardInquiry,
    special: boardCareData,
    criminal: boardOffences,
    nationalId: careIdentity,
    safeguards: [],
    ...boardApplication,
    requirement: {
      kind: "voluntary",
      consequence: {
        sv: "Lämnar du inte de uppgifter som behövs kan vi inte bedöma din anmälan",
        en: "Without the data needed we cannot assess your application",
      },
    },
    searchTerms: ["name", "national-id", "case-number"],
    security: [sealed],
  };
}

/** A private provider's assessment before an agreement; extracts from registers are looked at, not kept. */
export function providerApplicationActivity(controller: Controller): ProcessingActivity {
  return {
    id: `${controller.id}/application`,
    version: 1,
    validFrom: release,
    title: { sv: "ansökan om uppdrag", en: "application for an assignment" },
    purpose: {
      sv: "Vi bedömer om vi kan teckna avtal med dig som familjehem eller jourhem",
      en: "We assess whether we can sign an agreement with you as a family home or emergency home",
    },
    controller,
    task: "service",
    subjects: [applicants, householdMembers],
    data: [contactData, identityNumber, household, health, experience, checkDone],
    source: "both",
    sources: [applicantSource, referees],
    indirectInformation: { kind: "notice" },
    recipients: [operator, placingBoard],
    transfers: noTransfer,
    basis: beforeContract,
    special: providerCareData,
    nationalId: clearlyJustified,
    safeguards: [],
    ...providerApplication,
    requirement: {
      kind: "contractual",
      consequence: {
        sv: "Utan uppgifterna kan vi inte pröva om du kan få uppdrag. Registerutdrag tittar vi på och lämnar tillbaka",
        en: "Without the data we cannot see whether you can have an assignment. We look at register extracts and hand them back",
      },
    },
    searchTerms: ["name", "national-id", "case-number"],
    security: [sealed],
  };
}
