/** A small national law of a made-up country, so that these tests do not hang on the Swedish one. */
import { parseDate } from "@tillit/civil-time";
import type { LawRef, NationalLaw } from "@tillit/consent-legal-basis";

export function act(at: string, more: Partial<LawRef> = {}): LawRef {
  return {
    act: "CareAct",
    sfs: "2001:454",
    at,
    inForce: { from: parseDate("2001-10-01") },
    name: { sv: "vårdlagen", en: "the Care Act" },
    ...more,
  };
}

export const oldAct: LawRef = act("1 §", {
  act: "OldAct",
  sfs: "1998:1",
  inForce: { from: parseDate("1998-01-01"), until: parseDate("2018-05-24") },
});

export const national: NationalLaw = {
  country: "SE",
  topics: {
    "care-processing": [act("6 §")],
    compilation: [act("7 a §")],
    "monitoring-consent": [act("9 §")],
    "search-terms": [act("15 §")],
    "national-id": [act("7 §")],
    "record-retention-private": [act("17 §")],
  },
  rightsOverrides: [
    {
      id: "object/care",
      order: 1,
      right: "object",
      effect: "exclude",
      when: { citesAct: ["2001:454"] },
      law: [act("6 §")],
      reason: { sv: "Lagen tillåter inte invändning.", en: "The act allows no objection." },
    },
    {
      id: "access/secrecy",
      order: 2,
      right: "access",
      effect: "limit",
      when: {},
      law: [act("5 §")],
      reason: { sv: "Hemliga uppgifter undantas.", en: "Secret data are exempt." },
      condition: { sv: "Utom hemliga uppgifter.", en: "Except secret data." },
    },
  ],
  supervisoryAuthorities: [
    {
      name: { sv: "Datainspektionen", en: "the Data Inspectorate" },
      inForce: { from: parseDate("2018-05-25"), until: parseDate("2020-12-31") },
      contact: { sv: "di@example.se", en: "di@example.se" },
    },
    {
      name: { sv: "Integritetsskyddsmyndigheten", en: "the Privacy Authority" },
      inForce: { from: parseDate("2021-01-01") },
      contact: { sv: "imy@imy.se", en: "imy@imy.se" },
    },
  ],
  renamed: [
    {
      old: "Datainspektionen",
      now: "Integritetsskyddsmyndigheten",
      since: parseDate("2021-01-01"),
      kind: "authority",
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
  ],
};
