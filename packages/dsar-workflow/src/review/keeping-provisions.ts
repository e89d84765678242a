/** Provisions on keeping, correcting and going on: why something is not erased, changed, stopped or handed over. */
import type { GradedLawRef } from "@tillit/law-reference";
import type { Provision } from "./provision.ts";

const gdpr = (at: string): GradedLawRef => ({ act: "GDPR", at, grade: "V" });
const authority = { controllers: ["public-authority"] } as const;

/** The ids of these provisions. */
export type KeepingProvisionId =
  | "gdpr-20-4"
  | "gdpr-20-3"
  | "gdpr-17-3-b"
  | "gdpr-17-3-d"
  | "gdpr-17-3-e"
  | "sol-16-1"
  | "sol-17-2"
  | "bfl-7-2"
  | "gdpr-16"
  | "sol-14-6"
  | "gdpr-18-1"
  | "gdpr-21-1"
  | "lag-2001-454-6";

export const keepingProvisions: Readonly<Record<KeepingProvisionId, Provision>> = {
  "gdpr-20-4": {
    law: gdpr("art. 20(1) and (4)"),
    tests: ["absolute", "straight"],
    regimes: ["gdpr"],
    rights: ["portability"],
    text: {
      sv: "inte lämnat av personen, eller andras rättigheter",
      en: "not provided by the person, or the rights of others",
    },
  },
  "gdpr-20-3": {
    law: gdpr("art. 20(3)"),
    tests: ["absolute"],
    regimes: ["gdpr"],
    rights: ["portability"],
    text: { sv: "uppgift av allmänt intresse", en: "a task in the public interest" },
  },
  "gdpr-17-3-b": {
    law: gdpr("art. 17(3)(b)"),
    tests: ["absolute"],
    regimes: ["gdpr"],
    rights: ["erasure"],
    text: { sv: "rättslig skyldighet eller allmänt intresse", en: "legal obligation or public interest" },
  },
  "gdpr-17-3-d": {
    law: gdpr("art. 17(3)(d)"),
    tests: ["absolute"],
    regimes: ["gdpr"],
    rights: ["erasure"],
    text: { sv: "arkiv, forskning och statistik", en: "archives, research and statistics" },
  },
  "gdpr-17-3-e": {
    law: gdpr("art. 17(3)(e)"),
    tests: ["absolute"],
    regimes: ["gdpr"],
    rights: ["erasure"],
    text: { sv: "rättsliga anspråk", en: "legal claims" },
  },
  "sol-16-1": {
    law: { act: "SoL (2025:400)", at: "16 kap. 1–4 §§", grade: "V" },
    tests: ["absolute"],
    ...authority,
    rights: ["erasure"],
    text: { sv: "nämndens bevarande och gallring", en: "the board's keeping and disposal" },
  },
  "sol-17-2": {
    law: { act: "SoL (2025:400)", at: "17 kap. 2–5 §§", grade: "V" },
    tests: ["absolute"],
    controllers: ["private-provider"],
    rights: ["erasure"],
    text: { sv: "utförarens bevarande och gallring", en: "the provider's keeping and disposal" },
  },
  "bfl-7-2": {
    law: { act: "BFL (1999:1078)", at: "7 kap. 2 §", grade: "M" },
    tests: ["absolute"],
    rights: ["erasure"],
    text: { sv: "bokföring", en: "bookkeeping" },
  },
  "gdpr-16": {
    law: gdpr("art. 16"),
    tests: ["absolute"],
    rights: ["rectification"],
    text: { sv: "uppgiften är inte visad felaktig", en: "the data is not shown to be wrong" },
  },
  "sol-14-6": {
    law: { act: "SoL (2025:400)", at: "14 kap. 6 § och 17 kap. 1 §", grade: "V" },
    tests: ["absolute"],
    rights: ["rectification"],
    text: { sv: "avvikande uppfattning antecknas", en: "a differing view is noted" },
  },
  "gdpr-18-1": {
    law: gdpr("art. 18(1)"),
    tests: ["absolute"],
    rights: ["restriction"],
    text: { sv: "ingen grund för begränsning", en: "no ground for restriction" },
  },
  "gdpr-21-1": {
    law: gdpr("art. 21(1)"),
    tests: ["straight"],
    rights: ["objection"],
    text: { sv: "tvingande berättigade skäl", en: "compelling legitimate grounds" },
  },
  "lag-2001-454-6": {
    law: { act: "lag (2001:454)", at: "6 § tredje stycket", grade: "V" },
    tests: ["absolute"],
    rights: ["objection"],
    text: {
      sv: "ingen rätt att motsätta sig tillåten behandling",
      en: "no right to object to permitted processing",
    },
  },
};
