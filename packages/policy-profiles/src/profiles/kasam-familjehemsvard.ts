/** Document 004: a private provider of supported family home care. */
import { parseDate } from "@tillit/civil-time";
import type { Controller, ProcessingActivity } from "@tillit/consent-legal-basis";
import { providerApplicationActivity, release } from "../blocks/application.ts";
import { providerJournal } from "../blocks/casework.ts";
import { contactActivity } from "../blocks/contact.ts";
import {
  account,
  carers,
  contactData,
  identityNumber,
  journal,
  offences,
  placedChildren,
} from "../blocks/data.ts";
import {
  bookkeepingDuty,
  clearlyJustified,
  concernDuty,
  contract,
  notDisclosed,
  providerCareData,
} from "../blocks/grounds.ts";
import { decidingBoard, openTransfer, relativesSource, taxAgency } from "../blocks/recipients.ts";
import { bookkeepingFile, providerFile } from "../blocks/retention.ts";
import type { PolicyProfile } from "../policy-profile.ts";

const controller: Controller = {
  id: "kasam-familjehemsvard",
  name: "Kasam familjehemsvård",
  kind: "private-provider",
  contact: { email: "info@kasamfamilj.se", phone: "072-19 99 348", web: "www.kasamfamilj.se" },
  complaintTo: "Datainspektionen",
  requestChannels: ["email", "letter"],
  promisedRights: [
    { right: "access", always: false },
    { right: "rectification", always: false },
    { right: "erasure", always: true },
    { right: "restriction", always: true },
    { right: "withdraw", always: true },
    { right: "complain", always: true },
  ],
};

const application = providerApplicationActivity(controller);

const concernReports: ProcessingActivity = {
  id: `${controller.id}/concern-reports`,
  version: 1,
  validFrom: release,
  title: { sv: "orosanmälan", en: "report of concern" },
  purpose: {
    sv: "Vi anmäler till socialtjänsten när vi misstänker att ett barn far illa",
    en: "We report to social services when we suspect that a child is being harmed",
  },
  controller,
  task: "service",
  subjects: [placedChildren],
  data: [contactData, journal],
  source: "others",
  sources: [relativesSource],
  indirectInformation: { kind: "exception", ground: "d", law: notDisclosed },
  recipients: [decidingBoard],
  transfers: openTransfer,
  basis: concernDuty,
  special: providerCareData,
  safeguards: [],
  ...providerFile,
  security: [],
  childReaders: "not-adapted",
};

const payments: ProcessingActivity = {
  id: `${controller.id}/payments`,
  version: 1,
  validFrom: release,
  title: { sv: "ersättning till familjehem", en: "remuneration of family homes" },
  purpose: {
    sv: "Vi betalar ersättning till dig som har uppdrag, bokför den och lämnar uppgift till Skatteverket",
    en: "We pay you who have an assignment, keep the accounts and report to the Tax Agency",
  },
  controller,
  task: "own-administration",
  subjects: [carers],
  data: [contactData, identityNumber, account],
  source: "subject",
  recipients: [taxAgency],
  transfers: openTransfer,
  basis: contract,
  alsoOn: [bookkeepingDuty],
  nationalId: clearlyJustified,
  safeguards: [],
  ...bookkeepingFile,
  requirement: {
    kind: "contractual",
    consequence: {
      sv: "Utan uppgifterna kan vi inte betala ersättning",
      en: "Without the data we cannot pay",
    },
  },
  security: [],
};

export const kasamFamiljehemsvard: PolicyProfile = {
  id: controller.id,
  name: controller.name,
  kind: controller.kind,
  contact: controller.contact,
  accepts: ["family-home", "emergency-home"],
  source: {
    document: "004",
    title: "Integritetspolicy",
    publisher: "Kasam familjehemsvård",
    dated: parseDate("2020-01-01"),
    sha256: "4a985c04aeca7d5cc5731ee75d94ee1bdb7b955aba35ef3a054e77f095d68d0f",
  },
  activities: [
    application,
    providerJournal(controller),
    concernReports,
    payments,
    contactActivity(controller),
  ],
  declared: [
    {
      ...application,
      id: `${controller.id}/application-as-stated`,
      data: [...application.data, offences],
      openEnded: true,
      transfers: openTransfer,
      basis: {
        art6: "a",
        consent: "opt-in",
        terms: {
          expression: "form-submission",
          explicit: false,
          tied: false,
          withdrawal: { channel: { sv: "kontakta oss", en: "contact us" }, asEasy: true },
          givers: [{ role: "subject", count: 1 }],
          actsAs: "processing",
        },
      },
      alsoOn: [{ art6: "b", contract: "pre-contract", subjectIsParty: true }],
      special: { art9: "a" },
    },
    {
      ...concernReports,
      id: `${controller.id}/concern-reports-as-stated`,
      basis: {
        art6: "f",
        interest: { sv: "en bättre värld för barn", en: "a better world for children" },
      },
    },
    {
      ...providerJournal(controller),
      id: `${controller.id}/journal-as-stated`,
      statedRetention: { period: "P2Y", from: "not stated" },
    },
  ],
  retentionRules: [
    "se/plan/provider",
    "se/request/provider",
    "se/sol/provider/case-file",
    "se/sol/provider/research",
    "se/bfl/accounts",
  ],
  unstated: [
    "The company's full name and registration number.",
    "From which event the two years count.",
    "Transfers to third countries and a data protection officer.",
    "Whether files on applicants fall under lag (2001:454); health data are placed under Art. 9(2)(h), grade I.",
    "The agreement with the supplier of the case system: taken to be in place.",
    "The e-service, its operator and the agreement with it belong to the demonstration.",
  ],
};
