/** Case files: at a board and at a private provider. */
import type { Controller, ProcessingActivity } from "@tillit/consent-legal-basis";
import { release } from "./application.ts";
import {
  clients,
  contactData,
  decisions,
  economy,
  identityNumber,
  journal,
  kin,
  placedChildren,
  relatives,
  socialSituation,
  work,
} from "./data.ts";
import {
  boardCareData,
  boardDocumentation,
  boardTask,
  careIdentity,
  incidentDuty,
  notDisclosed,
  providerCareData,
  providerDocumentation,
} from "./grounds.ts";
import {
  accessControl,
  agencies,
  authorities,
  decidingBoard,
  inspectorate,
  openTransfer,
  otherBoards,
  performers,
  relativesSource,
  reporters,
  systemSupplier,
} from "./recipients.ts";
import { boardFile, incidentFile, providerFile } from "./retention.ts";

/** A board's handling of matters about individuals. */
export function boardCaseFile(controller: Controller): ProcessingActivity {
  return {
    id: `${controller.id}/case-file`,
    version: 1,
    validFrom: release,
    title: { sv: "personakt", en: "personal file" },
    purpose: {
      sv: "Vi handlägger ditt ärende: förhandsbedömning, utredning, beslut, genomförande och uppföljning av insatser",
      en: "We handle your matter: preliminary assessment, inquiry, decision, carrying out and follow-up of measures",
    },
    controller,
    task: "public-task",
    subjects: [clients, placedChildren, kin],
    data: [contactData, identityNumber, socialSituation, economy, work, relatives, decisions],
    source: "both",
    sources: [agencies, otherBoards, relativesSource, reporters],
    indirectInformation: { kind: "exception", ground: "d", law: notDisclosed },
    recipients: [systemSupplier, performers, authorities],
    transfers: openTransfer,
    basis: boardDocumentation,
    alsoOn: [boardTask],
    special: boardCareData,
    nationalId: careIdentity,
    safeguards: [],
    ...boardFile,
    requirement: {
      kind: "statutory",
      consequence: {
        sv: "Saknas uppgifter avgör vi ärendet på det underlag som finns",
        en: "Where data are missing we decide on what there is",
      },
    },
    searchTerms: ["name", "national-id", "case-number"],
    security: [accessControl],
    childReaders: "not-adapted",
  };
}

/** A private provider's journal of the care it gives. */
export function providerJournal(controller: Controller): ProcessingActivity {
  return {
    id: `${controller.id}/journal`,
    version: 1,
    validFrom: release,
    title: { sv: "journal för klienter", en: "journal of clients" },
    purpose: {
      sv: "Vi dokumenterar hur den insats som nämnden har beslutat genomförs",
      en: "We document how the measure decided by the board is carried out",
    },
    controller,
    task: "service",
    subjects: [clients, placedChildren],
    data: [contactData, identityNumber, journal],
    source: "both",
    sources: [agencies, relativesSource],
    indirectInformation: { kind: "exception", ground: "d", law: notDisclosed },
    recipients: [systemSupplier, decidingBoard, inspectorate],
    transfers: openTransfer,
    basis: providerDocumentation,
    special: providerCareData,
    nationalId: careIdentity,
    safeguards: [],
    ...providerFile,
    requirement: {
      kind: "statutory",
      consequence: {
        sv: "Dokumentationen är en skyldighet enligt lag och kan inte väljas bort",
        en: "Documentation is a duty by law and cannot be opted out of",
      },
    },
    searchTerms: ["name", "national-id", "case-number"],
    security: [accessControl],
    childReaders: "not-adapted",
  };
}

/** Serious incidents in a private activity. */
export function providerIncidents(controller: Controller): ProcessingActivity {
  return {
    id: `${controller.id}/incidents`,
    version: 1,
    validFrom: release,
    title: { sv: "missförhållanden och avvikelser", en: "incidents and deviations" },
    purpose: {
      sv: "Vi utreder missförhållanden och anmäler de allvarliga till IVO",
      en: "We look into incidents and report the grave ones to the inspectorate",
    },
    controller,
    task: "service",
    subjects: [clients, placedChildren],
    data: [contactData, journal],
    source: "both",
    sources: [relativesSource, agencies],
    indirectInformation: { kind: "exception", ground: "d", law: notDisclosed },
    recipients: [inspectorate, decidingBoard],
    transfers: openTransfer,
    basis: incidentDuty,
    special: providerCareData,
    safeguards: [],
    ...incidentFile,
    requirement: {
      kind: "statutory",
      consequence: {
        sv: "Utredningen görs enligt lag också utan dina uppgifter",
        en: "The inquiry is made under law also without your data",
      },
    },
    security: [accessControl],
    childReaders: "not-adapted",
  };
}
