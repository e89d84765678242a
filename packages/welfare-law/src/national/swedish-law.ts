/** Swedish law as `@tillit/consent-legal-basis` takes it: provisions by topic, overrides, authorities, old names. */
import type { Language } from "@tillit/law-reference";
import { parseDate } from "@tillit/civil-time";
import type { NationalLaw, Renamed, SupervisoryAuthority } from "@tillit/consent-legal-basis";
import { type Authority, authorities, type AuthorityName } from "../authorities.ts";
import { rightsOverrides } from "../rights/rights-overrides.ts";
import { lawRef } from "../statutes/register.ts";

function inForce({ names }: Authority): readonly AuthorityName[] {
  return names.filter(({ status }) => status === "in-force");
}

function supervisor({ name, from, until, contact }: AuthorityName): SupervisoryAuthority {
  const { address = "", email, phone } = contact;
  const reach = (language: Language): string =>
    email === undefined ? address : [email, phone?.[language]].filter((way) => way !== undefined).join(", ");
  return {
    name,
    inForce: until === undefined ? { from } : { from, until },
    contact: { sv: reach("sv"), en: reach("en") },
  };
}

/** Each former name, and the one it gave way to; short ones too. */
function renamesOf(authority: Authority): readonly Renamed[] {
  const { kind } = authority;
  const names = inForce(authority);
  return names.flatMap((old, n): readonly Renamed[] => {
    const next = names[n + 1];
    if (next === undefined) return [];
    const since = next.from;
    const long: Renamed = { old: old.name.sv, now: next.name.sv, since, kind };
    if (old.short === undefined || next.short === undefined) return [long];
    return [long, { old: old.short, now: next.short, since, kind }];
  });
}

const supervisors = authorities.filter(({ id }) => id === "data-protection").flatMap(inForce);

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
  supervisoryAuthorities: supervisors.map(supervisor),
  renamed: authorities.flatMap(renamesOf),
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
