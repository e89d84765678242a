/**
 * What Swedish law takes away from, limits or adds to the rights of the GDPR, as data. The engine in
 * `@tillit/consent-legal-basis` applies them in order, after the EU base and the retention verdict.
 */
import type { RightsOverride } from "@tillit/consent-legal-basis";
import { lawRef } from "../statutes/register.ts";

const careData = ["2001:454"];

/** Ordered Swedish overrides; lower order first. */
export const rightsOverrides: readonly RightsOverride[] = [
  {
    id: "se/object/care",
    order: 10,
    right: "object",
    effect: "exclude",
    when: { citesAct: careData },
    law: [lawRef("SoLPuL 2001:454 6 §")],
    reason: {
      sv: "Lagen säger att den registrerade inte får motsätta sig behandling som är tillåten i socialtjänsten.",
      en: "The law says that a data subject may not object to processing permitted in social services.",
    },
  },
  {
    id: "se/inform/secrecy",
    order: 20,
    right: "inform",
    effect: "limit",
    when: {},
    law: [lawRef("DSL 2018:218 5 kap. 1 §")],
    reason: {
      sv: "Det som inte får lämnas ut enligt lag omfattas inte av rätten till information.",
      en: "What may not be disclosed by law is outside the right to be informed.",
    },
    condition: {
      sv: "Det som är hemligt enligt lag lämnas inte ut.",
      en: "What is secret by law is not given out.",
    },
  },
  {
    id: "se/access/secrecy",
    order: 30,
    right: "access",
    effect: "limit",
    when: {},
    law: [lawRef("DSL 2018:218 5 kap. 1 §")],
    reason: {
      sv: "Det som inte får lämnas ut enligt lag omfattas inte av rätten till tillgång.",
      en: "What may not be disclosed by law is outside the right of access.",
    },
    condition: {
      sv: "Det som är hemligt enligt lag lämnas inte ut; det prövas uppgift för uppgift.",
      en: "What is secret by law is not given out; this is tested item by item.",
    },
  },
  {
    id: "se/access/drafts",
    order: 31,
    right: "access",
    effect: "limit",
    when: {},
    law: [lawRef("DSL 2018:218 5 kap. 2 §")],
    reason: {
      sv: "Utkast och minnesanteckningar omfattas inte, utom i vissa fall.",
      en: "Drafts and working notes are outside, save in certain cases.",
    },
    condition: {
      sv: "Utkast och minnesanteckningar ingår oftast inte.",
      en: "Drafts and notes are mostly left out.",
    },
  },
  {
    id: "se/access/public-secrecy",
    order: 32,
    right: "access",
    effect: "limit",
    when: { kinds: ["public-authority"], citesAct: careData },
    law: [
      lawRef("OSL 2009:400 26 kap. 1 §"),
      lawRef("OSL 2009:400 26 kap. 5 §"),
      lawRef("OSL 2009:400 12 kap. 3 §"),
    ],
    reason: {
      sv: "Andras förhållanden, den som anmält och ett barns uppgifter mot vårdnadshavaren kan vara hemliga.",
      en: "Others' circumstances, the person who reported, and a child's data against a guardian may be secret.",
    },
  },
  {
    id: "se/access/private-secrecy",
    order: 33,
    right: "access",
    effect: "limit",
    when: { kinds: ["private-provider"], citesAct: careData },
    law: [lawRef("SoL 2025:400 17 kap. 11 §")],
    reason: {
      sv: "Tystnadsplikten skyddar andra personers förhållanden.",
      en: "Professional secrecy protects other people's circumstances.",
    },
  },
  {
    id: "se/access/private-file",
    order: 34,
    right: "access",
    effect: "note",
    when: { kinds: ["private-provider"], citesAct: careData },
    law: [lawRef("SoL 2025:400 17 kap. 6 §")],
    reason: {
      sv: "Vill verksamheten inte lämna ut en personakt prövar IVO frågan.",
      en: "Where the provider will not release a personal file, the inspectorate decides.",
    },
  },
  {
    id: "se/rectification/dispute",
    order: 40,
    right: "rectification",
    effect: "note",
    when: { citesAct: careData },
    law: [lawRef("SoL 2025:400 14 kap. 6 §")],
    reason: {
      sv: "Anser du att något är fel ska det antecknas, även när verksamheten ser saken annorlunda.",
      en: "Where you hold that something is wrong, that is noted, also when the body sees it differently.",
    },
  },
  {
    id: "se/erasure/public-records",
    order: 50,
    right: "erasure",
    effect: "limit",
    when: { kinds: ["public-authority"], unlessRetention: ["must-go"] },
    law: [lawRef("ArkL 1990:782 10 §")],
    reason: {
      sv: "Uppgifter hos en myndighet gallras enligt lag och gallringsbeslut, inte på begäran.",
      en: "An authority's data are disposed of under law and disposal decisions, not on request.",
    },
    condition: {
      sv: "Det kräver stöd i lag eller ett gallringsbeslut.",
      en: "It takes support in law or a disposal decision.",
    },
  },
  {
    id: "se/erasure/private-keep",
    order: 52,
    right: "erasure",
    effect: "exclude",
    when: {
      kinds: ["private-provider"],
      citesAct: ["2025:400"],
      citesProvision: "17 kap.",
      retention: ["keep"],
    },
    law: [lawRef("SoL 2025:400 17 kap. 2 §")],
    reason: {
      sv: "Personakten ska bevaras i två år efter sista anteckningen.",
      en: "The personal file must be kept for two years after the last entry.",
    },
  },
  {
    id: "se/restriction/public-records",
    order: 60,
    right: "restriction",
    effect: "note",
    when: { kinds: ["public-authority"] },
    law: [lawRef("TF 1949:105 2 kap. 15 §")],
    reason: {
      sv: "Allmänna handlingar kan ändå behöva lämnas ut efter sekretessprövning.",
      en: "Public records may still have to be given out after a secrecy test.",
    },
  },
  {
    id: "se/automated/authority",
    order: 70,
    right: "not-automated",
    effect: "note",
    when: { kinds: ["public-authority"] },
    law: [lawRef("FL 2017:900 28 §")],
    reason: {
      sv: "En myndighet får fatta beslut automatiserat; då gäller rätten till mänsklig prövning.",
      en: "An authority may decide by automated means; the right to human review then applies.",
    },
  },
  {
    id: "se/complain/appeal",
    order: 80,
    right: "complain",
    effect: "note",
    when: { kinds: ["public-authority"] },
    law: [lawRef("DSL 2018:218 7 kap. 2 §"), lawRef("FL 2017:900 44 §")],
    reason: {
      sv: "Ett beslut om din begäran kan överklagas till förvaltningsrätten inom tre veckor.",
      en: "A decision on your request can be appealed to the administrative court within three weeks.",
    },
  },
];
