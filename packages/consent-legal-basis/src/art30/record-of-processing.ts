/** The record of processing activities (Art. 30(1)): one row per activity, and what is missing in it. */
import type { Language, Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf } from "../activity/facts.ts";
import { contactLine } from "../notice/notice-facts.ts";
import type { Finding, FindingCode } from "../check/finding.ts";
import { gdpr, shortCite } from "../law/law-ref.ts";
import { listWords } from "../law/localized.ts";
import { refuseUnknownOptions } from "../known-options.ts";

/** The columns of Art. 30(1)(a)–(g), with what helps a reader: the basis and the version. */
export const recordColumns = [
  "activity",
  "controller",
  "officer",
  "purposes",
  "subjects",
  "data",
  "recipients",
  "transfers",
  "erasure",
  "security",
  "basis",
  "version",
] as const;

export type RecordColumn = (typeof recordColumns)[number];

export type RecordRow = { readonly id: string } & Readonly<Record<RecordColumn, string>>;

export type RecordOfProcessing = {
  readonly locale: Language;
  readonly rows: readonly RecordRow[];
  /** CLB201–207: a field that Art. 30 asks for and the model cannot fill. */
  readonly missing: readonly Finding[];
};

/**
 * The Art. 30 record of the activities that are valid on a day (all, if no day is given), rows and activities
 * one to one.
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN` for an option that is none
 */
export function toArticle30(
  activities: readonly ProcessingActivity[],
  options: { readonly locale?: Language; readonly on?: CalendarDate } = {},
): RecordOfProcessing {
  refuseUnknownOptions(options, ["locale", "on"]);
  const { locale = "sv", on } = options;
  const valid = activities.filter(
    ({ validFrom, validUntil }) =>
      on === undefined || (validFrom <= on && (validUntil === undefined || on <= validUntil)),
  );
  return {
    locale,
    rows: valid.map((activity) => rowOf(activity, locale)),
    missing: valid.flatMap(missingIn),
  };
}

function rowOf(activity: ProcessingActivity, locale: Language): RecordRow {
  const { controller, transfers } = activity;
  const words = (labels: readonly Localized[]): string =>
    listWords(
      labels.map((label) => label[locale]),
      locale,
    );
  const deputy = controller.representative?.name;
  const officer = controller.dataProtectionOfficer;
  return {
    id: activity.id,
    activity: activity.title[locale],
    controller: [controller.name, controller.registration, contactLine(controller.contact), deputy]
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
    officer: officer === undefined ? "" : contactLine(officer.contact),
    purposes: activity.purpose[locale],
    subjects: words(activity.subjects.map(({ label }) => label)),
    data: words(activity.data.map(({ label }) => label)),
    recipients: words(activity.recipients.map(({ name }) => name)),
    transfers: transfers.assessed
      ? transfers.to.length === 0
        ? none[locale]
        : transfers.to
            .map(({ country, tool = "" }) => `${country[locale]}${tool === "" ? "" : ` (${tool})`}`)
            .join(", ")
      : "",
    erasure: activity.retentionRule === "" ? "" : activity.retention[locale],
    security: words(activity.security.map(({ measure }) => measure)),
    basis: basesOf(activity)
      .map((basis) =>
        [articleSix[locale](basis.art6), ...("law" in basis ? basis.law.map(shortCite) : [])].join(", "),
      )
      .join("; "),
    version: `${activity.version} (${activity.validFrom})`,
  };
}

/** The article of the ground as the language writes it. */
const articleSix = {
  sv: (letter: string): string => `artikel 6.1 ${letter}`,
  en: (letter: string): string => `Article 6(1)(${letter})`,
} as const;

const none: Localized = { sv: "Ingen", en: "None" };

type Gap = {
  readonly code: FindingCode;
  readonly letter: string;
  readonly path: string;
  readonly what: Localized;
  readonly open: (activity: ProcessingActivity) => boolean;
};

export const recordGaps: readonly Gap[] = [
  {
    code: "CLB201",
    letter: "a",
    path: "controller",
    what: { sv: "den ansvariges kontaktuppgifter", en: "the controller's contact details" },
    open: ({ controller }) => contactLine(controller.contact) === "",
  },
  {
    code: "CLB202",
    letter: "a",
    path: "controller",
    what: { sv: "myndighetens dataskyddsombud", en: "the authority's data protection officer" },
    open: ({ controller }) =>
      controller.kind === "public-authority" && controller.dataProtectionOfficer === undefined,
  },
  {
    code: "CLB203",
    letter: "c",
    path: "data",
    what: { sv: "en sluten lista över uppgifter", en: "a closed list of data" },
    open: ({ openEnded }) => openEnded === true,
  },
  {
    code: "CLB204",
    letter: "d",
    path: "recipients",
    what: {
      sv: "mottagare när uppgifter kommer från eller lämnas till andra",
      en: "recipients where data come from or go to others",
    },
    open: ({ recipients, task }) => recipients.length === 0 && task === "public-task",
  },
  {
    code: "CLB205",
    letter: "e",
    path: "transfers",
    what: {
      sv: "besked om uppgifter förs till tredjeland",
      en: "word on whether data go to a third country",
    },
    open: ({ transfers }) => !transfers.assessed || transfers.to.some(({ tool }) => tool === undefined),
  },
  {
    code: "CLB206",
    letter: "f",
    path: "retentionRule",
    what: { sv: "tidsfristen för radering", en: "the time limit for erasure" },
    open: ({ retentionRule }) => retentionRule === "",
  },
  {
    code: "CLB207",
    letter: "g",
    path: "security",
    what: { sv: "säkerhetsåtgärderna", en: "the security measures" },
    open: ({ security }) => security.length === 0,
  },
];

function missingIn(activity: ProcessingActivity): readonly Finding[] {
  return recordGaps
    .filter(({ open }) => open(activity))
    .map(({ code, letter, path, what }) => ({
      code,
      severity: "warning",
      path: [activity.id, path],
      message: { sv: `Förteckningen saknar ${what.sv}.`, en: `The record lacks ${what.en}.` },
      law: [gdpr(`30(1)(${letter})`)],
      fix: {
        sv: "Fyll i uppgiften i beskrivningen av behandlingen.",
        en: "Fill in the fact in the activity.",
      },
    }));
}
