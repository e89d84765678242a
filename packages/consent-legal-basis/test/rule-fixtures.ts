/** For every rule one activity that it strikes and one, close to it, that it leaves alone. */
import { type FindingCode, gdpr, type ProcessingActivity } from "@tillit/consent-legal-basis";
import { act, oldAct } from "./national.ts";
import { casework, consentBasis, newsletter, provider } from "./sample-activity.ts";

type Fixture = {
  readonly code: FindingCode;
  readonly struck: ProcessingActivity;
  readonly left: ProcessingActivity;
};

const interest = { sv: "att kunna svara", en: "being able to answer" };
const offences = { id: "offences", kind: "criminal", label: { sv: "brott", en: "offences" } } as const;
const child = { id: "children", relation: "child", label: { sv: "barn", en: "children" } } as const;

function controlled(
  activity: ProcessingActivity,
  more: Partial<ProcessingActivity["controller"]>,
  without: readonly (keyof ProcessingActivity["controller"])[] = [],
): ProcessingActivity {
  const kept = Object.fromEntries(
    Object.entries({ ...activity.controller, ...more }).filter(
      ([key]) => !without.some((name) => name === key),
    ),
  ) as ProcessingActivity["controller"];
  return { ...activity, controller: kept };
}

function less(
  activity: ProcessingActivity,
  ...names: readonly (keyof ProcessingActivity)[]
): ProcessingActivity {
  return Object.fromEntries(
    Object.entries(activity).filter(([key]) => !names.some((name) => name === key)),
  ) as ProcessingActivity;
}

export const fixtures: readonly Fixture[] = [
  {
    code: "CLB001",
    struck: { ...casework, basis: { art6: "f", interest, balancingTest: { id: "t" } } },
    left: {
      ...casework,
      task: "own-administration",
      basis: { art6: "f", interest, balancingTest: { id: "t" } },
    },
  },
  { code: "CLB002", struck: { ...casework, basis: { art6: "e", law: [gdpr("6(1)(e)")] } }, left: casework },
  { code: "CLB003", struck: { ...casework, basis: { art6: "c", law: [oldAct] } }, left: casework },
  { code: "CLB004", struck: less(casework, "special"), left: casework },
  { code: "CLB005", struck: { ...casework, special: { art9: "g", law: [gdpr("9(2)(g)")] } }, left: casework },
  {
    code: "CLB006",
    struck: { ...casework, data: [...casework.data, offences] },
    left: {
      ...casework,
      data: [...casework.data, offences],
      criminal: { art10: "official-authority", law: act("7 §") },
    },
  },
  { code: "CLB007", struck: { ...casework, special: { art9: "h", law: [act("7 §")] } }, left: casework },
  { code: "CLB008", struck: { ...casework, basis: consentBasis() }, left: newsletter },
  {
    code: "CLB009",
    struck: { ...newsletter, alsoOn: [{ art6: "c", law: [act("6 §")] }] },
    left: newsletter,
  },
  { code: "CLB010", struck: { ...newsletter, basis: consentBasis({ tied: true }) }, left: newsletter },
  {
    code: "CLB011",
    struck: {
      ...newsletter,
      basis: consentBasis({ withdrawal: { channel: { sv: "brev", en: "letter" }, asEasy: false } }),
    },
    left: newsletter,
  },
  {
    code: "CLB012",
    struck: { ...newsletter, special: { art9: "a" }, basis: consentBasis({ explicit: false }) },
    left: { ...newsletter, special: { art9: "a" } },
  },
  {
    code: "CLB013",
    struck: {
      ...casework,
      monitoring: { cohabitants: true },
      safeguards: [{ kind: "statutory-condition", law: act("9 §"), from: ["subject"] }],
    },
    left: {
      ...casework,
      monitoring: { cohabitants: true },
      safeguards: [{ kind: "statutory-condition", law: act("9 §"), from: ["subject", "cohabitant"] }],
    },
  },
  {
    code: "CLB014",
    struck: { ...newsletter, basis: consentBasis({ actsAs: "secrecy-waiver" }) },
    left: {
      ...casework,
      safeguards: [
        { kind: "secrecy-waiver", law: act("10 §"), releasedTo: { sv: "skolan", en: "the school" } },
      ],
    },
  },
  {
    code: "CLB015",
    struck: { ...newsletter, subjects: [child], childReaders: "not-adapted" },
    left: {
      ...newsletter,
      subjects: [child],
      childReaders: "not-adapted",
      basis: consentBasis({ givers: [{ role: "guardian", count: 2 }] }),
    },
  },
  {
    code: "CLB016",
    struck: { ...casework, compilation: { sensitive: true } },
    left: { ...casework, compilation: { sensitive: true, ground: "decided measures" } },
  },
  { code: "CLB017", struck: less(casework, "nationalId"), left: casework },
  {
    code: "CLB018",
    struck: {
      ...casework,
      recipients: [{ name: { sv: "värd", en: "host" }, role: "processor" }],
    },
    left: { ...casework, recipients: [{ name: { sv: "polisen", en: "the police" }, role: "authority" }] },
  },
  {
    code: "CLB019",
    struck: { ...casework, transfers: { assessed: true, to: [{ country: { sv: "USA", en: "the USA" } }] } },
    left: {
      ...casework,
      transfers: { assessed: true, to: [{ country: { sv: "USA", en: "the USA" }, tool: "adequacy" }] },
    },
  },
  { code: "CLB020", struck: { ...casework, retentionRule: "unknown" }, left: casework },
  { code: "CLB021", struck: less(casework, "indirectInformation"), left: casework },
  {
    code: "CLB022",
    struck: {
      ...casework,
      automatedDecision: { logic: interest, consequences: interest, humanReview: false, ground: "law" },
    },
    left: {
      ...casework,
      automatedDecision: { logic: interest, consequences: interest, humanReview: true, ground: "law" },
    },
  },
  {
    code: "CLB023",
    struck: { ...newsletter, basis: { art6: "f", interest } },
    left: { ...newsletter, basis: { art6: "f", interest, balancingTest: { id: "t" } } },
  },
  {
    code: "CLB024",
    struck: {
      ...casework,
      purpose: { sv: "För att kunna utveckla vår verksamhet.", en: casework.purpose.en },
    },
    left: casework,
  },
  { code: "CLB025", struck: { ...newsletter, basis: consentBasis({ fallback: "f" }) }, left: newsletter },
  {
    code: "CLB026",
    struck: { ...newsletter, basis: consentBasis({ expression: "form-submission" }) },
    left: newsletter,
  },
  {
    code: "CLB027",
    struck: { ...provider, basis: { art6: "b", contract: "performance", subjectIsParty: false } },
    left: { ...provider, basis: { art6: "b", contract: "performance", subjectIsParty: true } },
  },
  {
    code: "CLB028",
    struck: { ...casework, basis: { art6: "b", contract: "performance", subjectIsParty: true } },
    left: { ...provider, basis: { art6: "b", contract: "performance", subjectIsParty: true } },
  },
  {
    code: "CLB029",
    struck: {
      ...newsletter,
      data: [offences],
      criminal: { art10: "official-authority", law: act("7 §") },
    },
    left: {
      ...casework,
      data: [offences],
      criminal: { art10: "official-authority", law: act("7 §") },
    },
  },
  { code: "CLB030", struck: controlled(casework, { complaintTo: "Datainspektionen" }), left: casework },
  {
    code: "CLB031",
    struck: { ...casework, statedRetention: { period: "P5Y", from: "caseClosed" } },
    left: { ...casework, statedRetention: { period: "P5Y", from: "lastEntry" } },
  },
  {
    code: "CLB032",
    struck: { ...casework, security: [{ measure: interest, absolute: true, evidence: { id: "x" } }] },
    left: casework,
  },
  { code: "CLB033", struck: controlled(casework, { requestChannels: ["e-service"] }), left: casework },
  {
    code: "CLB034",
    struck: controlled(casework, { promisedRights: [{ right: "object", always: false }] }),
    left: controlled(casework, { promisedRights: [{ right: "rectification", always: true }] }),
  },
  { code: "CLB035", struck: controlled(casework, { contact: {} }), left: casework },
  { code: "CLB036", struck: { ...casework, transfers: { assessed: false } }, left: casework },
  { code: "CLB037", struck: controlled(casework, {}, ["dataProtectionOfficer"]), left: casework },
  {
    code: "CLB038",
    struck: { ...provider, basis: { art6: "c", law: [act("1 §", { binds: ["public-authority"] })] } },
    left: { ...casework, basis: { art6: "c", law: [act("1 §", { binds: ["public-authority"] })] } },
  },
  { code: "CLB039", struck: { ...casework, searchTerms: ["sensitive"] }, left: casework },
  {
    code: "CLB040",
    struck: { ...casework, subjects: [child] },
    left: { ...casework, subjects: [child], childReaders: "adapted" },
  },
  {
    code: "CLB041",
    struck: { ...provider, basis: consentBasis() },
    left: newsletter,
  },
  { code: "CLB042", struck: controlled(provider, {}, ["registration"]), left: provider },
  { code: "CLB043", struck: controlled(provider, {}, ["dataProtectionOfficer"]), left: provider },
  {
    code: "CLB044",
    struck: controlled(casework, {
      dataProtectionOfficer: { contact: { email: "arkiv@example.se" }, independent: false },
    }),
    left: casework,
  },
  { code: "CLB045", struck: { ...casework, openEnded: true }, left: { ...casework, openEnded: false } },
  { code: "CLB046", struck: controlled(casework, {}, ["answersWithin"]), left: casework },
  {
    code: "CLB047",
    struck: { ...casework, validUntil: casework.validFrom },
    left: casework,
  },
  { code: "CLB048", struck: { ...casework, security: [] }, left: casework },
  {
    code: "CLB049",
    struck: less(casework, "requirement"),
    left: less({ ...casework, source: "others" }, "requirement"),
  },
  {
    code: "CLB050",
    struck: less(casework, "sources"),
    left: less({ ...casework, source: "subject" }, "sources"),
  },
  {
    code: "CLB051",
    struck: {
      ...casework,
      automatedDecision: { logic: interest, consequences: interest, humanReview: true, ground: "law" },
    },
    left: {
      ...casework,
      special: { art9: "g", law: [act("7 §")] },
      automatedDecision: { logic: interest, consequences: interest, humanReview: true, ground: "law" },
    },
  },
  {
    code: "CLB053",
    struck: controlled(casework, {}, ["complaintTo"]),
    left: casework,
  },
];
