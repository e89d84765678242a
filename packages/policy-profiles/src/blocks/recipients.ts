import type { Recipient, SecurityMeasure, Source, Transfers } from "@tillit/consent-legal-basis";

export const noTransfer: Transfers = { assessed: true, to: [] };
/** The published text does not say; we do not guess. */
export const openTransfer: Transfers = { assessed: false };

function recipient(role: Recipient["role"], sv: string, en: string, agreement?: string): Recipient {
  return { role, name: { sv, en }, ...(agreement === undefined ? {} : { dpa: { id: agreement } }) };
}

export const operator: Recipient = recipient(
  "processor",
  "den som driver e-tjänsten (ser bara krypterat innehåll)",
  "the operator of the e-service (sees encrypted content only)",
  "operator-agreement",
);
export const inspectorate: Recipient = recipient(
  "authority",
  "Inspektionen för vård och omsorg (IVO)",
  "the Health and Social Care Inspectorate (IVO)",
);
export const placingBoard: Recipient = recipient(
  "authority",
  "socialtjänsten i den kommun som frågar om ett uppdrag",
  "social services of the municipality that asks about an assignment",
);
export const decidingBoard: Recipient = recipient(
  "authority",
  "den nämnd som har beslutat om insatsen",
  "the board that decided on the measure",
);
export const authorities: Recipient = recipient(
  "authority",
  "myndigheter som enligt lag har rätt till uppgifterna",
  "authorities entitled to the data by law",
);
export const performers: Recipient = recipient(
  "provider",
  "utförare av insatsen, till exempel privata familjehemsföretag",
  "performers of the measure, such as private family home providers",
);
export const taxAgency: Recipient = recipient("authority", "Skatteverket", "the Tax Agency");
export const systemSupplier: Recipient = recipient(
  "processor",
  "leverantören av verksamhetssystemet",
  "the supplier of the case system",
  "case-system-agreement",
);
/** A supplier for which no agreement is known. */
export const supplierWithoutAgreement: Recipient = recipient(
  "processor",
  "leverantörer av IT- och konsulttjänster",
  "suppliers of IT and consulting services",
);

function source(sv: string, en: string, publiclyAccessible = false): Source {
  return { label: { sv, en }, publiclyAccessible };
}

export const populationRegister: Source = source("folkbokföringen", "the population register", true);
export const policeRegisters: Source = source(
  "Polismyndighetens register",
  "the Police Authority's registers",
);
export const insuranceAgency: Source = source("Försäkringskassan", "the Social Insurance Agency");
export const enforcement: Source = source("Kronofogdemyndigheten", "the Enforcement Authority", true);
export const otherBoards: Source = source(
  "socialtjänsten i andra kommuner",
  "social services of other municipalities",
);
export const reporters: Source = source(
  "den som anmäler oro för ett barn",
  "those who report concern for a child",
);
export const relativesSource: Source = source("anhöriga", "relatives");
export const agencies: Source = source(
  "andra myndigheter och hälso- och sjukvården",
  "other authorities and health care",
);
export const referees: Source = source("referenser som du uppger", "referees that you name");
export const directories: Source = source("nummerupplysning", "directory enquiries", true);
export const applicantSource: Source = source(
  "den som skickar ansökan",
  "the person who sends the application",
);

export const sealed: SecurityMeasure = {
  measure: {
    sv: "Svaren krypteras i webbläsaren så att bara mottagarens handläggare kan läsa dem.",
    en: "Answers are encrypted in the browser so that only the recipient's caseworkers can read them.",
  },
  evidence: { id: "crypto-envelope/spec/CE1.md" },
};
export const accessControl: SecurityMeasure = {
  measure: {
    sv: "Åtkomst ges efter behov, loggas och kontrolleras.",
    en: "Access follows need, is logged and checked.",
  },
};
