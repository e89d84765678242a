/** Provisions on secrecy, silence and the rights of others: why something is not shown. */
import type { GradedLawRef } from "@tillit/law-reference";
import type { Provision } from "./provision.ts";

const osl = (at: string): GradedLawRef => ({ act: "OSL (2009:400)", at, grade: "V" });
const secrecy = { controllers: ["public-authority"], rights: ["access", "portability"] } as const;
const copies = { rights: ["access", "portability"] } as const;

/** The ids of these provisions. */
export type SecrecyProvisionId =
  | "osl-26-1"
  | "osl-26-2"
  | "osl-26-4"
  | "osl-26-5"
  | "osl-12-3"
  | "osl-10-3"
  | "osl-21-1"
  | "osl-21-3"
  | "osl-21-3a"
  | "osl-21-7"
  | "osl-22-1"
  | "osl-22-2"
  | "sol-17-11"
  | "lss-29"
  | "psl-6-12"
  | "gdpr-15-4"
  | "dsl-5-1"
  | "dsl-5-2";

export const secrecyProvisions: Readonly<Record<SecrecyProvisionId, Provision>> = {
  "osl-26-1": {
    law: osl("26 kap. 1 §"),
    tests: ["reverse"],
    ...secrecy,
    text: { sv: "sekretess inom socialtjänsten", en: "secrecy in the social services" },
  },
  "osl-26-2": {
    law: osl("26 kap. 2 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "ett barns vistelseort", en: "where a child stays" },
  },
  "osl-26-4": {
    law: osl("26 kap. 4 §"),
    tests: ["absolute"],
    ...secrecy,
    text: { sv: "omhändertagna personakter", en: "case files taken into custody" },
  },
  "osl-26-5": {
    law: osl("26 kap. 5 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "den som har gjort en anmälan", en: "the person who made a report" },
  },
  "osl-12-3": {
    law: osl("12 kap. 3 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "barnets sekretess mot vårdnadshavare", en: "a child's secrecy towards a guardian" },
  },
  "osl-10-3": {
    law: osl("10 kap. 3 §"),
    tests: ["straight"],
    ...secrecy,
    regimes: ["party-insight", "gdpr"],
    text: { sv: "synnerlig vikt mot partens insyn", en: "particular importance against a party's insight" },
  },
  "osl-21-1": {
    law: osl("21 kap. 1 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "hälsa och sexualliv", en: "health and sex life" },
  },
  "osl-21-3": {
    law: osl("21 kap. 3 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "adress och kontaktuppgifter vid hot", en: "address and contact details under threat" },
  },
  "osl-21-3a": {
    law: osl("21 kap. 3 a §"),
    tests: ["reverse"],
    ...secrecy,
    text: {
      sv: "var en part med skyddad folkbokföring bor",
      en: "where a party with protected registration lives",
    },
  },
  "osl-21-7": {
    law: osl("21 kap. 7 §"),
    tests: ["straight"],
    ...secrecy,
    regimes: ["public-records"],
    text: {
      sv: "behandling i strid med dataskyddet efter utlämnande",
      en: "processing against data protection after release",
    },
  },
  "osl-22-1": {
    law: osl("22 kap. 1 §"),
    tests: ["straight"],
    ...secrecy,
    text: { sv: "folkbokföringsuppgifter", en: "population registration data" },
  },
  "osl-22-2": {
    law: osl("22 kap. 2 §"),
    tests: ["reverse"],
    ...secrecy,
    text: { sv: "ärenden om skyddad folkbokföring", en: "matters of protected registration" },
  },
  "sol-17-11": {
    law: { act: "SoL (2025:400)", at: "17 kap. 11 §", grade: "V" },
    tests: ["reverse", "straight"],
    controllers: ["private-provider"],
    ...copies,
    text: { sv: "tystnadsplikt i enskild verksamhet", en: "duty of silence at a private provider" },
  },
  "lss-29": {
    law: { act: "LSS (1993:387)", at: "29 §", grade: "V" },
    tests: ["reverse", "straight"],
    controllers: ["private-provider"],
    ...copies,
    text: { sv: "tystnadsplikt enligt LSS", en: "duty of silence under LSS" },
  },
  "psl-6-12": {
    law: { act: "PSL (2010:659)", at: "6 kap. 12 §", grade: "V" },
    tests: ["reverse"],
    controllers: ["private-provider"],
    ...copies,
    text: { sv: "tystnadsplikt i hälso- och sjukvård", en: "duty of silence in health care" },
  },
  "gdpr-15-4": {
    law: { act: "GDPR", at: "art. 15(4)", grade: "V" },
    tests: ["straight"],
    regimes: ["gdpr"],
    ...copies,
    text: { sv: "andras fri- och rättigheter", en: "rights and freedoms of others" },
  },
  "dsl-5-1": {
    law: { act: "lag (2018:218)", at: "5 kap. 1 §", grade: "S" },
    tests: ["absolute"],
    regimes: ["gdpr"],
    ...copies,
    text: { sv: "uppgifter som inte får lämnas ut", en: "data that may not be disclosed" },
  },
  "dsl-5-2": {
    law: { act: "lag (2018:218)", at: "5 kap. 2 §", grade: "S" },
    tests: ["absolute"],
    regimes: ["gdpr"],
    rights: ["access"],
    text: { sv: "utkast och minnesanteckningar", en: "drafts and memory notes" },
  },
};
