/** Letters after a decision, and those that go to other bodies. */
import { law, type LetterDefinition, part } from "./letter.ts";
import { contact } from "./letter-parts.ts";

export const remedyLetters: readonly LetterDefinition[] = [
  {
    id: "M17",
    title: { sv: "Överlämnande till IVO", en: "Referral to IVO" },
    to: "ivo",
    facts: ["controller", "contact", "case", "receivedOn", "withheld", "opinion", "provisions"],
    parts: [
      part(
        "outcome",
        "{controller} lämnar över en begäran som kom in {receivedOn} om att få ta del av en personakt. Vi anser att delar av den inte bör lämnas ut.",
        "{controller} refers a request received on {receivedOn} to see a case file. We consider that parts of it should not be disclosed.",
      ),
      part("withheld", "Det gäller:", "This concerns:", { list: "withheld" }),
      part("reasons", "Vårt yttrande: {opinion}", "Our opinion: {opinion}"),
      part("provisions", "Regler:", "Rules:", { list: "provisions" }),
      part(
        "next",
        "Handlingarna bifogas. Vi följer IVO:s beslut och underrättar den som har frågat.",
        "The documents are attached. We follow the decision and inform the person who asked.",
      ),
      contact,
    ],
    mandatory: ["outcome", "withheld", "reasons", "provisions", "contact"],
    law: [law("SoL (2025:400)", "17 kap. 6 §, 35 kap. 2 §")],
  },
  {
    id: "M21",
    title: { sv: "Prövning av om överklagandet kom i tid", en: "Was the appeal in time?" },
    to: "requester",
    facts: [
      "controller",
      "contact",
      "case",
      "servedOn",
      "appealReceivedOn",
      "appealLastDay",
      "appealVerdict",
    ],
    parts: [
      part(
        "receipt",
        "Du fick del av beslutet {servedOn}. Överklagandet kom in {appealReceivedOn}; det skulle ha kommit in senast {appealLastDay}.",
        "You received the decision on {servedOn}. The appeal came in on {appealReceivedOn}; it was due by {appealLastDay}.",
      ),
      part("outcome", "Vår prövning: {appealVerdict}.", "Our finding: {appealVerdict}."),
      part(
        "provisions",
        "Ett överklagande som kommer för sent avvisas, utom när förseningen beror på felaktig underrättelse om hur man överklagar eller överklagandet kom till domstolen i tid (44–45 §§ förvaltningslagen).",
        "An appeal that comes too late is dismissed, unless wrong instructions caused the delay or it reached the court in time (44–45 §§ Administrative Procedure Act).",
      ),
      part(
        "appeal",
        "Ett beslut om avvisning får överklagas till förvaltningsrätten inom tre veckor från den dag du fick del av det. Skriv till {controller}.",
        "A dismissal may be appealed to the administrative court (förvaltningsrätten) within three weeks from the day you received it. Write to {controller}.",
      ),
      contact,
    ],
    mandatory: ["receipt", "outcome", "provisions", "appeal", "contact"],
    law: [law("FL (2017:900)", "44–45 §§"), law("lag (1930:173)", "2 §")],
  },
  {
    id: "M22",
    title: { sv: "Överlämnande av överklagande", en: "Appeal passed on" },
    to: "court",
    facts: ["controller", "contact", "case", "decidedOn", "servedOn", "appealReceivedOn", "request"],
    parts: [
      part(
        "outcome",
        "{controller} lämnar över ett överklagande av beslutet den {decidedOn}, som gällde: {request}.",
        "{controller} passes on an appeal against the decision of {decidedOn}, which concerned: {request}.",
      ),
      part(
        "receipt",
        "Beslutet togs emot {servedOn}. Överklagandet kom in {appealReceivedOn}, i rätt tid.",
        "The decision was received on {servedOn}. The appeal came in on {appealReceivedOn}, in time.",
      ),
      part(
        "next",
        "Beslutet har inte ändrats. Övriga handlingar i ärendet bifogas (46 § förvaltningslagen).",
        "The decision has not been changed. The other documents of the case are attached (46 § Administrative Procedure Act).",
      ),
      contact,
    ],
    mandatory: ["outcome", "receipt", "next", "contact"],
    law: [law("FL (2017:900)", "46 §")],
  },
];
