/** Document 003: a board for individual and family services; the municipality is not named. */
import type { Controller } from "@tillit/consent-legal-basis";
import { boardApplicationActivity } from "../blocks/application.ts";
import { boardCaseFile } from "../blocks/casework.ts";
import type { PolicyProfile } from "../policy-profile.ts";

const controller: Controller = {
  id: "ifo-namnd",
  name: "Nämnden för Individ & familjeomsorg",
  kind: "public-authority",
  board: true,
  // The text names no way to reach the board.
  contact: {},
  complaintTo: "Datainspektionen",
  requestChannels: ["e-service"],
  promisedRights: [{ right: "access", always: true }],
};

const caseFile = boardCaseFile(controller);

export const ifoNamnd: PolicyProfile = {
  id: controller.id,
  name: controller.name,
  kind: controller.kind,
  contact: controller.contact,
  accepts: ["family-home", "emergency-home", "contact-person", "contact-family"],
  source: {
    document: "003",
    title: "Personuppgifter inom nämnden för Individ & familjeomsorg",
    publisher: "An unnamed municipality's board for individual and family services",
    sha256: "661d63220376d381449ec3ab89e44be99a55acb4be79aa566cb1dc6bb8870fae",
  },
  activities: [boardApplicationActivity(controller), caseFile],
  declared: [
    {
      ...caseFile,
      id: `${controller.id}/case-file-as-stated`,
      openEnded: true,
      statedRetention: { period: "P5Y", from: "caseClosed" },
    },
  ],
  retentionRules: [
    "se/plan/board",
    "se/request/board",
    "se/sol/board/case-file",
    "se/sol/board/child-placement",
    "se/sol/board/child-inquiry",
    "se/sol/board/research",
  ],
  unstated: [
    "The municipality, its contact details and its data protection officer.",
    "The legal basis of the casework: the text names the public interest for secondary purposes only.",
    "Transfers to third countries.",
    "The agreement with the supplier of the case system: taken to be in place.",
    "The e-service, its operator and the agreement with it belong to the demonstration.",
  ],
};
