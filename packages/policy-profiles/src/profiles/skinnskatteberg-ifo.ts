/** Document 002: individual and family services of a small municipality. */
import type { Controller } from "@tillit/consent-legal-basis";
import { boardApplicationActivity } from "../blocks/application.ts";
import { boardCaseFile } from "../blocks/casework.ts";
import type { PolicyProfile } from "../policy-profile.ts";

const controller: Controller = {
  id: "skinnskatteberg-ifo",
  name: "Skinnskattebergs kommun, individ- och familjeomsorgen",
  kind: "public-authority",
  contact: { phone: "0222-51 55 00", email: "arkiv@skinnskatteberg.se" },
  dataProtectionOfficer: { contact: { email: "arkiv@skinnskatteberg.se" }, independent: false },
  complaintTo: "Integritetsskyddsmyndigheten",
  requestChannels: ["e-service", "oral", "email"],
  promisedRights: [
    { right: "access", always: false },
    { right: "rectification", always: false },
    { right: "withdraw", always: true },
    { right: "complain", always: true },
  ],
};

const caseFile = boardCaseFile(controller);

export const skinnskattebergIfo: PolicyProfile = {
  id: controller.id,
  name: controller.name,
  kind: controller.kind,
  place: "Skinnskatteberg",
  contact: controller.contact,
  accepts: ["family-home", "emergency-home", "contact-person", "contact-family"],
  source: {
    document: "002",
    title: "Socialtjänstens integritetspolicy",
    publisher: "Skinnskattebergs kommun",
    sha256: "f735af4596bee6a594d280f6a26121ed56ee866b36ad1042cd743cacc29ca2ae",
  },
  activities: [boardApplicationActivity(controller), caseFile],
  declared: [
    {
      ...caseFile,
      id: `${controller.id}/case-file-as-stated`,
      openEnded: true,
      alsoOn: [...(caseFile.alsoOn ?? []), { art6: "b", contract: "performance", subjectIsParty: true }],
      statedRetention: { period: "P5Y", from: "lastEntry" },
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
    "Which board is the controller: the text speaks of the municipality.",
    "Where the supplier's cloud is: transfers are left open.",
    "Foster care applications: not mentioned; described here as for any board.",
    "The agreement with the supplier of the case system: taken to be in place.",
    "The e-service, its operator and the agreement with it belong to the demonstration.",
  ],
};
