/** Categories of data and groups of people that several profiles share. */
import type { DataCategory, SubjectGroup } from "@tillit/consent-legal-basis";

function category(id: string, kind: DataCategory["kind"], sv: string, en: string): DataCategory {
  return { id, kind, label: { sv, en } };
}

export const contactData: DataCategory = category(
  "contact",
  "ordinary",
  "namn och kontaktuppgifter",
  "name and contact details",
);
export const identityNumber: DataCategory = category(
  "identity-number",
  "national-id",
  "personnummer",
  "personal identity number",
);
export const household: DataCategory = category(
  "household",
  "ordinary",
  "hushåll och boende",
  "household and housing",
);
export const experience: DataCategory = category(
  "experience",
  "ordinary",
  "erfarenheter och svar på frågor om uppdraget",
  "experience and answers about the assignment",
);
export const health: DataCategory = category(
  "health",
  "special",
  "fysisk och psykisk hälsa",
  "physical and mental health",
);
export const economy: DataCategory = category(
  "economy",
  "ordinary",
  "ekonomiska förhållanden",
  "economic circumstances",
);
export const socialSituation: DataCategory = category(
  "social-situation",
  "special",
  "sociala förhållanden och hälsa",
  "social circumstances and health",
);
export const children: DataCategory = category(
  "children",
  "ordinary",
  "barnens situation",
  "the children's situation",
);
export const relatives: DataCategory = category(
  "relatives",
  "ordinary",
  "anhöriga och företrädare",
  "relatives and representatives",
);
export const decisions: DataCategory = category(
  "decisions",
  "ordinary",
  "beslut och insatser",
  "decisions and measures",
);
export const work: DataCategory = category(
  "work",
  "ordinary",
  "arbete och sysselsättning",
  "work and occupation",
);
export const offences: DataCategory = category(
  "offences",
  "criminal",
  "uppgifter ur belastningsregistret",
  "data from the register of offences",
);
export const checkDone: DataCategory = category(
  "check-done",
  "ordinary",
  "att registerkontroll har gjorts, när och av vem",
  "that a register check was made, when and by whom",
);
export const account: DataCategory = category(
  "account",
  "ordinary",
  "kontonummer och ersättning",
  "account number and remuneration",
);
export const message: DataCategory = category(
  "message",
  "ordinary",
  "det du skriver i ditt meddelande",
  "what you write in your message",
);
export const journal: DataCategory = category(
  "journal",
  "special",
  "journal och dokumentation av insatsen",
  "journal and documentation of the measure",
);

function group(id: string, relation: SubjectGroup["relation"], sv: string, en: string): SubjectGroup {
  return { id, relation, label: { sv, en } };
}

export const applicants: SubjectGroup = group("applicants", "applicant", "sökande", "applicants");
export const householdMembers: SubjectGroup = group(
  "household-members",
  "relative",
  "andra i hushållet",
  "others in the household",
);
export const carers: SubjectGroup = group(
  "carers",
  "carer",
  "familjehem och jourhem",
  "family homes and emergency homes",
);
export const clients: SubjectGroup = group("clients", "client", "klienter", "clients");
export const placedChildren: SubjectGroup = group("children", "child", "barn", "children");
export const kin: SubjectGroup = group("kin", "relative", "anhöriga", "relatives");
export const visitors: SubjectGroup = group(
  "visitors",
  "visitor",
  "den som kontaktar oss",
  "those who contact us",
);
export const partners: SubjectGroup = group(
  "partners",
  "contact",
  "kontakter i yrkesrollen",
  "professional contacts",
);
