/** Document 001: a private provider of family homes, emergency homes and support. */
import type { Controller, ProcessingActivity } from "@tillit/consent-legal-basis";
import { lawRef } from "@tillit/welfare-law";
import { providerApplicationActivity } from "../blocks/application.ts";
import { providerIncidents, providerJournal } from "../blocks/casework.ts";
import { contactActivity } from "../blocks/contact.ts";
import { offences } from "../blocks/data.ts";
import { openTransfer, supplierWithoutAgreement } from "../blocks/recipients.ts";
import type { PolicyProfile } from "../policy-profile.ts";

const controller: Controller = {
  id: "socialt-skyddsnat",
  name: "Socialt Skyddsnät i Sverige AB",
  kind: "private-provider",
  contact: { email: "info@socialtskyddsnat.se" },
  complaintTo: "Integritetsskyddsmyndigheten",
  requestChannels: ["email", "letter", "oral"],
  promisedRights: [
    { right: "access", always: false },
    { right: "rectification", always: false },
    { right: "erasure", always: false },
    { right: "restriction", always: false },
    { right: "object", always: false },
    { right: "portability", always: false },
    { right: "complain", always: false },
  ],
};

const application = providerApplicationActivity(controller);
const journal = providerJournal(controller);

const declared: readonly ProcessingActivity[] = [
  {
    ...application,
    id: `${controller.id}/application-as-stated`,
    data: [...application.data, offences],
    recipients: [...application.recipients, supplierWithoutAgreement],
    transfers: openTransfer,
    openEnded: true,
    basis: {
      art6: "a",
      consent: "opt-in",
      terms: {
        expression: "form-submission",
        explicit: false,
        tied: true,
        withdrawal: { channel: { sv: "e-post", en: "e-mail" }, asEasy: true },
        givers: [{ role: "subject", count: 1 }],
        actsAs: "processing",
        fallback: "c",
      },
    },
    alsoOn: [{ art6: "c", law: [lawRef("SoL 2025:400 22 kap. 2 §")] }],
    special: { art9: "a" },
  },
  {
    ...journal,
    id: `${controller.id}/journal-as-stated`,
    basis: { art6: "b", contract: "performance", subjectIsParty: false },
    alsoOn: [{ art6: "c", law: [lawRef("SoL 2001:453 11 kap. 5 §")] }],
    special: {
      art9: "h",
      law: [lawRef("SoLPuL 2001:454 7 §")],
      secrecy: lawRef("OSL 2009:400 26 kap. 1 §"),
    },
    openEnded: true,
    statedRetention: { period: "P5Y", from: "not stated" },
  },
];

export const socialtSkyddsnat: PolicyProfile = {
  id: controller.id,
  name: controller.name,
  kind: controller.kind,
  contact: controller.contact,
  accepts: ["family-home", "emergency-home"],
  source: {
    document: "001",
    title: "GDPR - personuppgiftspolicy",
    publisher: "Socialt Skyddsnät i Sverige AB",
    sha256: "28585268fdc9e79dfc8578132b7128596170f755db615278877d91ab76d8d0f6",
  },
  activities: [
    application,
    journal,
    providerIncidents(controller),
    contactActivity(controller, [supplierWithoutAgreement]),
  ],
  declared,
  retentionRules: [
    "se/plan/provider",
    "se/request/provider",
    "se/sol/provider/case-file",
    "se/sol/provider/research",
    "se/sol/provider/lex-sarah",
  ],
  unstated: [
    "From which event the five years of the physical file count.",
    "Where the named cloud services keep data: transfers are left open.",
    "Whether files on applicants fall under lag (2001:454); health data are placed under Art. 9(2)(h), grade I.",
    "A data protection officer: not stated.",
    "The agreement with the supplier of the case system: taken to be in place.",
    "The e-service, its operator and the agreement with it belong to the demonstration.",
  ],
};
