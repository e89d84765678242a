/** Was a consent that was given also valid (Art. 4(11), 7, 8, 9(2)(a))? */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import { consentTerms, holds } from "../activity/facts.ts";
import type { Finding, FindingCode, Severity } from "../check/finding.ts";
import { gdpr } from "../law/law-ref.ts";
import type { ConsentEvent } from "./consent-event.ts";

type Given = Extract<ConsentEvent, { type: "ConsentGiven" }>;

export type ValidityContext = {
  readonly activity: ProcessingActivity;
  /** Hashes of the notices that were in use. */
  readonly notices: ReadonlySet<string>;
  readonly on: CalendarDate;
};

export type ValidityRule = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly title: Localized;
  readonly message: Localized;
  readonly fix: Localized;
  readonly articles: readonly string[];
  readonly strikes: (event: Given, context: ValidityContext) => boolean;
};

const askAgain: Localized = { sv: "Begär samtycket på nytt.", en: "Ask for the consent anew." };

export const validityRules: readonly ValidityRule[] = [
  {
    code: "CLB301",
    severity: "error",
    title: { sv: "Okänd informationstext", en: "Unknown notice" },
    message: {
      sv: "Den text som visades är inte en av de texter som användes: samtycket kan inte visas vara informerat.",
      en: "The text shown is none of those in use: the consent cannot be shown to be informed.",
    },
    fix: askAgain,
    articles: ["4(11)", "7(1)"],
    strikes: (event, { notices }) => !notices.has(event.notice.sha256),
  },
  {
    code: "CLB302",
    severity: "error",
    title: { sv: "Inte uttryckligt", en: "Not explicit" },
    message: {
      sv: "Känsliga uppgifter kräver ett uttryckligt samtycke.",
      en: "Special category data need explicit consent.",
    },
    fix: askAgain,
    articles: ["9(2)(a)"],
    strikes: (event, { activity }) =>
      (holds(activity, "special") || event.explicitRequired) && !event.explicit,
  },
  {
    code: "CLB303",
    severity: "error",
    title: { sv: "Fel sorts handling", en: "Wrong kind of act" },
    message: {
      sv: "Samtycket lämnades genom att skicka in något annat, genom tystnad eller en förkryssad ruta.",
      en: "The consent was given by sending something else, by silence or by a pre-ticked box.",
    },
    fix: askAgain,
    articles: ["4(11)", "7(2)"],
    strikes: (_, { activity }) => (consentTerms(activity)?.expression ?? "separate-act") !== "separate-act",
  },
  {
    code: "CLB304",
    severity: "error",
    title: { sv: "Inte frivilligt", en: "Not freely given" },
    message: {
      sv: "Samtycket var ett villkor för tjänsten eller lämnades till en myndighet i dess uppgift.",
      en: "The consent was a condition for the service or was given to an authority in its task.",
    },
    fix: { sv: "Använd en annan grund från början.", en: "Use another basis from the start." },
    articles: ["4(11)", "7(4)"],
    strikes: (_, { activity }) =>
      consentTerms(activity)?.tied === true ||
      (activity.controller.kind === "public-authority" && activity.task === "public-task"),
  },
  {
    code: "CLB305",
    severity: "error",
    title: { sv: "Ingen samtyckesgrund", en: "No consent basis" },
    message: {
      sv: "Behandlingen bygger inte på samtycke: händelsen hör inte hemma här.",
      en: "The activity does not rest on consent: the event does not belong here.",
    },
    fix: {
      sv: "Registrera det som sekretessmedgivande eller lagvillkor om det är vad det är.",
      en: "Record it as a secrecy waiver or a statutory condition if that is what it is.",
    },
    articles: ["6(1)(a)"],
    strikes: (_, { activity }) => consentTerms(activity) === undefined,
  },
  {
    code: "CLB306",
    severity: "warning",
    title: { sv: "Barnet är inte hört", en: "Child not heard" },
    message: {
      sv: "En vårdnadshavare har samtyckt för ett barn utan att barnets egen mening är antecknad.",
      en: "A guardian consented for a child without the child's own view being noted.",
    },
    fix: {
      sv: "Fråga barnet och anteckna svaret och mognaden.",
      en: "Ask the child and note the answer and maturity.",
    },
    articles: ["8(1)", "12(1)"],
    strikes: (event) =>
      event.givenBy.some(({ role }) => role === "guardian") && event.childView?.asked !== true,
  },
];

/** The faults of one consent that was given. An empty list does not make it free; it means that none of the rules strikes. */
export function consentFindings(event: ConsentEvent, context: ValidityContext): readonly Finding[] {
  if (event.type !== "ConsentGiven") return [];
  return validityRules
    .filter((rule) => rule.strikes(event, context))
    .map(({ code, severity, message, fix, articles }) => ({
      code,
      severity,
      path: [event.id],
      message,
      law: articles.map(gdpr),
      fix,
    }));
}
