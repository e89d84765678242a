/** Letters on an appeal. */
import { authority } from "../letter-case.ts";
import { law, type LetterDefinition, part } from "../letter.ts";
import { appeal, contact, decidedBy, reasons } from "./letter-parts.ts";

const appealable = {
  regimes: ["gdpr", "public-records", "party-insight"],
  controllers: authority,
} as const;

export const remedyLetters: readonly LetterDefinition[] = [
  {
    id: "M21",
    title: { sv: "Prövning av om överklagandet kom i tid", en: "Was the appeal in time?" },
    to: "requester",
    scope: { ...appealable, outcomes: ["none", "refused"] },
    parts: [
      part(
        "receipt",
        "Du fick del av beslutet {servedOn}. Överklagandet kom in {appealReceivedOn}; det skulle ha kommit in senast {appealLastDay}.",
        "You received the decision on {servedOn}. The appeal came in on {appealReceivedOn}; it was due by {appealLastDay}.",
      ),
      part("outcome", "Vår prövning: {appealVerdict}.", "Our finding: {appealVerdict}.", {
        only: { outcomes: ["none"] },
      }),
      part(
        "outcome",
        "{controller} avvisar överklagandet, eftersom det kom in för sent.",
        "{controller} dismisses the appeal, since it came in too late.",
        { only: { outcomes: ["refused"] } },
      ),
      reasons,
      part(
        "provisions",
        "Ett överklagande som kommer för sent avvisas, utom när förseningen beror på felaktig underrättelse om hur man överklagar eller överklagandet kom till domstolen i tid (44–45 §§ förvaltningslagen).",
        "An appeal that comes too late is dismissed, unless wrong instructions caused the delay or it reached the court in time (44–45 §§ Administrative Procedure Act).",
      ),
      ...decidedBy,
      appeal,
      contact,
    ],
    law: [law("FL (2017:900)", "44–45 §§"), law("lag (1930:173)", "2 §")],
  },
  {
    id: "M22",
    title: { sv: "Överlämnande av överklagande", en: "Appeal passed on" },
    to: "court",
    scope: appealable,
    parts: [
      part(
        "outcome",
        "{controller} lämnar över ett överklagande till {court}. Det gäller beslutet den {decidedOn} om: {request}.",
        "{controller} passes on an appeal to {court}. It is against the decision of {decidedOn} on: {request}.",
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
    law: [law("FL (2017:900)", "46 §")],
  },
];
