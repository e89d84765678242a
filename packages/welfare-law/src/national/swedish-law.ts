/** Swedish law as `@tillit/consent-legal-basis` takes it: provisions by topic, overrides, authorities, old names. */
import { parseDate } from "@tillit/civil-time";
import type { NationalLaw } from "@tillit/consent-legal-basis";
import { rightsOverrides } from "../rights/rights-overrides.ts";
import { lawRef } from "../statutes/register.ts";

export const swedishLaw: NationalLaw = {
  country: "SE",
  topics: {
    "care-processing": [lawRef("SoLPuL 2001:454 6 §")],
    "care-special-data": [lawRef("SoLPuL 2001:454 7 §"), lawRef("DSL 2018:218 3 kap. 5 §")],
    "care-secrecy": [lawRef("OSL 2009:400 26 kap. 1 §"), lawRef("SoL 2025:400 17 kap. 11 §")],
    "care-criminal-data": [lawRef("SoLPuL 2001:454 7 §"), lawRef("DSL 2018:218 3 kap. 8 §")],
    "criminal-data-others": [lawRef("DSL 2018:218 3 kap. 9 §"), lawRef("DSF 2018:219 5 §")],
    "national-id": [lawRef("DSL 2018:218 3 kap. 10 §"), lawRef("SoLPuL 2001:454 7 §")],
    compilation: [lawRef("SoLPuL 2001:454 7 a §")],
    "monitoring-consent": [lawRef("SoLPuL 2001:454 9 § (2025-07-01)")],
    "access-logging": [lawRef("SoLPuL 2001:454 10 §")],
    "search-terms": [lawRef("SoLPuF 2001:637 15 §"), lawRef("SoLPuF 2001:637 20–21 §§")],
    "controller-is-board": [lawRef("SoLPuF 2001:637 11 §")],
    "controller-is-provider": [lawRef("SoLPuF 2001:637 17 §")],
    "secrecy-waiver": [lawRef("OSL 2009:400 10 kap. 1 §"), lawRef("OSL 2009:400 12 kap. 2 §")],
    "public-task-support": [lawRef("DSL 2018:218 2 kap. 1 §"), lawRef("DSL 2018:218 2 kap. 2 §")],
    "record-retention-public": [
      lawRef("SoL 2025:400 16 kap. 1 §"),
      lawRef("SoL 2025:400 16 kap. 2 §"),
      lawRef("SoL 2025:400 16 kap. 2 a § (2026-01-15)"),
    ],
    "record-retention-private": [lawRef("SoL 2025:400 17 kap. 2 §")],
    "record-handover-private": [
      lawRef("SoL 2025:400 17 kap. 3 §"),
      lawRef("SoL 2025:400 17 kap. 5 §"),
      lawRef("SoF 2025:468 13 kap. 1 §"),
    ],
    "disposal-decision": [lawRef("ArkL 1990:782 10 §")],
    "concern-report": [lawRef("SoL 2025:400 19 kap. 1 §"), lawRef("SoL 2025:400 19 kap. 1 § (2026-01-15)")],
    "home-inquiry": [lawRef("SoL 2025:400 22 kap. 2 §"), lawRef("SoL 2025:400 26 kap. 1 §")],
    "documentation-duty": [lawRef("SoL 2025:400 14 kap. 3 §"), lawRef("SoL 2025:400 17 kap. 1 §")],
    "private-file-access": [lawRef("SoL 2025:400 17 kap. 6 §")],
    "decision-appeal": [lawRef("DSL 2018:218 7 kap. 2 §")],
    "professional-secrecy": [lawRef("SoL 2025:400 17 kap. 11 §"), lawRef("PSL 2010:659 6 kap. 12 §")],
    "child-information": [lawRef("SoL 2025:400 3 kap. 2–4 §§")],
    "document-registration": [lawRef("OSF 2009:641 2 §"), lawRef("OSL 2009:400 26 kap. 1 §")],
    "serious-incident": [lawRef("SoL 2025:400 27 kap. 2 §"), lawRef("SoL 2025:400 27 kap. 6 §")],
  },
  rightsOverrides,
  supervisoryAuthorities: [
    {
      name: { sv: "Datainspektionen", en: "the Swedish Data Protection Authority (Datainspektionen)" },
      inForce: { from: parseDate("2018-05-25"), until: parseDate("2020-12-31") },
      contact: { sv: "Box 8114, 104 20 Stockholm", en: "Box 8114, 104 20 Stockholm" },
    },
    {
      name: {
        sv: "Integritetsskyddsmyndigheten",
        en: "the Swedish Authority for Privacy Protection (Integritetsskyddsmyndigheten)",
      },
      inForce: { from: parseDate("2021-01-01") },
      contact: { sv: "imy@imy.se, 08-657 61 00", en: "imy@imy.se, +46 8 657 61 00" },
    },
  ],
  renamed: [
    {
      old: "Datainspektionen",
      now: "Integritetsskyddsmyndigheten",
      since: parseDate("2021-01-01"),
      kind: "authority",
    },
    {
      old: "Sveriges Kommuner och Landsting",
      now: "Sveriges Kommuner och Regioner",
      since: parseDate("2019-11-27"),
      kind: "organisation",
    },
    { old: "SKL", now: "SKR", since: parseDate("2019-11-27"), kind: "organisation" },
  ],
  repealed: [
    {
      act: "Socialtjänstlagen",
      sfs: "2001:453",
      inForce: { from: parseDate("2002-01-01"), until: parseDate("2025-06-30") },
      successor: "2025:400",
    },
    {
      act: "Socialtjänstförordningen",
      sfs: "2001:937",
      inForce: { from: parseDate("2002-01-01"), until: parseDate("2025-06-30") },
      successor: "2025:468",
    },
    {
      act: "Personuppgiftslagen",
      sfs: "1998:204",
      inForce: { from: parseDate("1998-10-24"), until: parseDate("2018-05-24") },
      successor: "2018:218",
      names: ["personuppgiftslagen", "PUL"],
    },
  ],
};
