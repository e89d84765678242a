/** Legal grounds as several profiles use them. */
import type { Art10, Art6, Art9, Law, LawRef, NationalIdGround } from "@tillit/consent-legal-basis";
import { lawRef } from "@tillit/welfare-law";

const careAct = lawRef("SoLPuL 2001:454 6 §");
const careDetails = lawRef("SoLPuL 2001:454 7 §");

const documentation: Law = [lawRef("SoL 2025:400 14 kap. 3 §"), careAct];

export const boardTask: Art6 = { art6: "e", law: [careAct] };
export const boardDocumentation: Art6 = { art6: "c", law: documentation };
export const boardInquiry: Art6 = { art6: "e", law: [lawRef("SoL 2025:400 22 kap. 2 §"), careAct] };
export const providerDocumentation: Art6 = {
  art6: "c",
  law: [lawRef("SoL 2025:400 17 kap. 1 §"), lawRef("SoL 2025:400 14 kap. 3 §"), careAct],
};
export const concernDuty: Art6 = { art6: "c", law: [lawRef("SoL 2025:400 19 kap. 1 § (2026-01-15)")] };
export const incidentDuty: Art6 = {
  art6: "c",
  law: [lawRef("SoL 2025:400 27 kap. 2 §"), lawRef("SoL 2025:400 27 kap. 6 §"), careAct],
};
export const bookkeepingDuty: Art6 = { art6: "c", law: [lawRef("BFL 1999:1078 7 kap. 2 §")] };
export const beforeContract: Art6 = { art6: "b", contract: "pre-contract", subjectIsParty: true };
export const contract: Art6 = { art6: "b", contract: "performance", subjectIsParty: true };
export const answerInterest: Art6 = {
  art6: "f",
  interest: { sv: "att kunna svara den som hör av sig", en: "being able to answer those who get in touch" },
  balancingTest: { id: "balancing-test/contact" },
};

export const boardCareData: Art9 = {
  art9: "h",
  law: [careDetails],
  secrecy: lawRef("OSL 2009:400 26 kap. 1 §"),
};
export const providerCareData: Art9 = {
  art9: "h",
  law: [careDetails],
  secrecy: lawRef("SoL 2025:400 17 kap. 11 §"),
};
export const boardOffences: Art10 = { art10: "official-authority", law: careDetails };
export const careIdentity: NationalIdGround = { ground: "statute", law: careDetails };
export const clearlyJustified: NationalIdGround = {
  ground: "clearly-justified",
  law: lawRef("DSL 2018:218 3 kap. 10 §"),
};
export const notDisclosed: LawRef = lawRef("DSL 2018:218 5 kap. 1 §");
