import { parseDate } from "@tillit/civil-time";
import {
  checkActivity,
  gdpr,
  type ProcessingActivity,
  rightsFor,
  toNotice,
} from "@tillit/consent-legal-basis";

const newsletter: ProcessingActivity = {
  id: "newsletter",
  version: 1,
  validFrom: parseDate("2026-01-01"),
  title: { sv: "nyhetsbrev", en: "newsletter" },
  purpose: {
    sv: "Vi skickar ett nyhetsbrev om utbildningar till den som har bett om det",
    en: "We send a newsletter on courses to those who asked for it",
  },
  controller: {
    id: "example",
    name: "Exempelkommunens socialnämnd",
    kind: "public-authority",
    board: true,
    contact: { email: "socialnamnden@example.se" },
    dataProtectionOfficer: { contact: { email: "dso@example.se" }, independent: true },
    complaintTo: "Integritetsskyddsmyndigheten",
    requestChannels: ["email", "letter", "oral"],
    answersWithin: { sv: "inom en månad", en: "within a month" },
  },
  task: "own-administration",
  subjects: [{ id: "readers", relation: "visitor", label: { sv: "läsare", en: "readers" } }],
  data: [{ id: "email", kind: "ordinary", label: { sv: "e-postadress", en: "e-mail address" } }],
  source: "subject",
  recipients: [],
  transfers: { assessed: true, to: [] },
  basis: {
    art6: "a",
    consent: "opt-in",
    terms: {
      expression: "separate-act",
      explicit: false,
      tied: false,
      withdrawal: { channel: { sv: "länken i varje brev", en: "the link in each letter" }, asEasy: true },
      givers: [{ role: "subject", count: 1 }],
      actsAs: "processing",
    },
  },
  safeguards: [],
  retentionRule: "until-withdrawn",
  retention: { sv: "Adressen tas bort när du avslutar", en: "The address is removed when you unsubscribe" },
  requirement: {
    kind: "voluntary",
    consequence: { sv: "Utan adress inget brev", en: "Without an address no letter" },
  },
  security: [{ measure: { sv: "Kryptering", en: "Encryption" }, evidence: { id: "security-plan" } }],
};

const today = parseDate("2026-11-21");
console.log(checkActivity(newsletter, today)); // []
console.log(checkActivity({ ...newsletter, task: "public-task" }, today).map(({ code }) => code)); // CLB008
console.log(rightsFor(newsletter, today).find(({ right }) => right === "withdraw")?.verdict, gdpr("7(3)").at);
console.log(toNotice([newsletter], { article: 13, locale: "sv", level: "easy-read" }).title);
