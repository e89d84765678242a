/** Document 000: the national e-service for people who want to take on an assignment. */
import { parseDate } from "@tillit/civil-time";
import type { Controller } from "@tillit/consent-legal-basis";
import { boardApplicationActivity } from "../blocks/application.ts";
import type { PolicyProfile } from "../policy-profile.ts";

const controller: Controller = {
  id: "familjehem-sverige",
  name: "FamiljehemSverige",
  kind: "public-authority",
  contact: { email: "familjehemsverige@skl.se" },
  requestChannels: ["email", "letter", "oral"],
  promisedRights: [
    { right: "access", always: true },
    { right: "rectification", always: false },
    { right: "erasure", always: false },
  ],
};

const application = boardApplicationActivity(controller);

export const familjehemSverige: PolicyProfile = {
  id: controller.id,
  name: controller.name,
  kind: controller.kind,
  contact: controller.contact,
  accepts: ["family-home", "emergency-home", "contact-person", "contact-family"],
  source: {
    document: "000",
    title: "FamiljehemSveriges integritetspolicy",
    publisher: "Sveriges Kommuner och Landsting (now Sveriges Kommuner och Regioner)",
    dated: parseDate("2018-04-13"),
    sha256: "ef0f13e9f264e4701c2bf3009a4df9e117c575deee7144bcc8c990b72411ffa5",
  },
  activities: [application],
  declared: [
    {
      // The text gives neither ground, source notice, period nor offence rules for the extracts it names.
      ...application,
      id: `${controller.id}/application-as-stated`,
      openEnded: true,
      indirectInformation: { kind: "notice" },
      transfers: { assessed: false },
      retentionRule: "",
      security: [
        {
          measure: {
            sv: "Asymmetrisk kryptering säkerställer konfidentialitet och integritet.",
            en: "Asymmetric encryption ensures confidentiality and integrity.",
          },
          absolute: true,
        },
      ],
    },
  ],
  retentionRules: ["se/plan/board", "se/request/board"],
  unstated: [
    "Which body is the controller: read as the board of each municipality that the applicant chose.",
    "The legal basis: read as Art. 6(1)(e) with SoL 22 kap. 2 § and lag (2001:454) 6 §.",
    "The retention period: each municipality's disposal decision.",
    "Transfers, complaint, data protection officer: not stated; none is made up.",
    "The e-service, its operator and the agreement with it belong to the demonstration.",
  ],
};
