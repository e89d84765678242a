/** Parts that several letters have in the same words. */
import { adverse, provider } from "../letter-case.ts";
import { type LetterPart, part } from "../letter.ts";

export const contact: LetterPart = part(
  "contact",
  "Har du frågor? Kontakta {controller}: {contact}. Ange ärendet {case}.",
  "Questions? Contact {controller}: {contact}. Give the case {case}.",
  {
    child: {
      sv: "Undrar du något? Fråga oss: {contact}. Säg att det gäller {case}.",
      en: "Is there something you wonder about? Ask us: {contact}. Say that it is about {case}.",
    },
  },
);

/** GDPR art. 12(4), 15(1)(f) and 77; only where the case is one of the GDPR. */
export const complaint: LetterPart = part(
  "imy-complaint",
  "Du har rätt att lämna in klagomål till {supervisor}, {supervisorContact}.",
  "You have the right to lodge a complaint with {supervisor}, {supervisorContact}.",
  {
    remedy: "complaint",
    child: {
      sv: "Tycker du att vi har gjort fel? Då får du klaga hos en myndighet: {supervisor}, {supervisorContact}.",
      en: "Do you think we did wrong? Then you may complain to an authority: {supervisor}, {supervisorContact}.",
    },
  },
);

/** GDPR art. 79, for answers that nobody can appeal. */
export const courtRemedy: LetterPart = part(
  "court-remedy",
  "Du kan också väcka talan i domstol om du anser att dina rättigheter har kränkts (artikel 79 i dataskyddsförordningen).",
  "You may also bring the matter before a court if you consider that your rights have been infringed (GDPR Article 79).",
  {
    remedy: "court",
    only: { controllers: provider, outcomes: adverse },
    child: {
      sv: "En domstol kan också pröva saken. Någon vuxen kan hjälpa dig med det.",
      en: "A court can look at it too. An adult can help you with that.",
    },
  },
);

/**
 * How to appeal: to which court, through whom, in what form, with what content, by when (FL 33 and 43–44 §§). Which
 * court it is follows from the case; where there is no appeal the part is not there.
 */
export const appeal: LetterPart = part(
  "appeal",
  "Så överklagar du: Beslutet överklagas till {court}. Skriv till {controller}, som lämnar överklagandet vidare. Ange vilket beslut du överklagar, hur du vill att det ändras och varför. Överklagandet ska ha kommit in till {controller} inom tre veckor från den dag du fick del av beslutet.",
  "How to appeal: The decision is appealed to {court}. Write to {controller}, who passes the appeal on. Say which decision you appeal, how you want it changed and why. The appeal must have reached {controller} within three weeks from the day you received the decision.",
  {
    remedy: "appeal",
    only: { outcomes: adverse },
    child: {
      sv: "Tycker du att beslutet är fel? Då får du be {court} titta på det. Skriv till oss inom tre veckor från den dag du fick brevet. Skriv vad som är fel. Vi skickar det vidare. En vuxen får hjälpa dig.",
      en: "Do you think the decision is wrong? Then you may ask a court, {court}, to look at it. Write to us within three weeks from the day you got this letter. Write what is wrong. We pass it on. An adult may help you.",
    },
  },
);

/** The reasons and the provisions of whatever is not given (FL 32 §, GDPR art. 12(4)). */
export const reasons: LetterPart = part(
  "reasons",
  "Skälen för beslutet: {reasons}",
  "The reasons: {reasons}",
  { only: { outcomes: adverse }, child: { sv: "Så här tänkte vi: {reasons}", en: "This is why: {reasons}" } },
);

export const rules: LetterPart = part(
  "provisions",
  "Regler som har tillämpats:",
  "Rules that were applied:",
  {
    list: "provisions",
    only: { outcomes: adverse },
    child: { sv: "Det här står i lagen om det:", en: "The law says so here:" },
  },
);

/** Only where secrecy is among the rules. */
export const secrecyNote: LetterPart = part(
  "secrecy-note",
  "Om skälen är kortfattade kan det bero på att en fullständig förklaring skulle röja det som ska skyddas (32 § förvaltningslagen).",
  "Where the reasons are brief, a full explanation might reveal what is to be protected (32 § Administrative Procedure Act).",
  {
    when: "secrecy",
    only: { outcomes: adverse },
    child: {
      sv: "Ibland kan vi inte förklara allt, för då skulle vi berätta det hemliga.",
      en: "Sometimes we cannot explain everything, because then we would tell the secret.",
    },
  },
);

const whoDecided: LetterPart = part(
  "decided-by",
  "Beslutet fattades {decidedOn} av {decidedBy}.",
  "The decision was made on {decidedOn} by {decidedBy}.",
  { only: { outcomes: adverse } },
);

/** Who decided and when, by what right, who presented it, who thought otherwise (FL 31 and 33 §§). */
export const decidedBy: readonly LetterPart[] = [
  whoDecided,
  ...(
    [
      [
        "delegation",
        "Beslutanderätten följer av delegation: {delegation}.",
        "The power to decide is delegated: {delegation}.",
      ],
      ["presentedBy", "Föredragande var {presentedBy}.", "The matter was presented by {presentedBy}."],
      ["dissent", "Avvikande mening: {dissent}", "Dissenting opinion: {dissent}"],
    ] as const
  ).map(([when, sv, en]) => part("decided-by", sv, en, { when, only: { outcomes: adverse } })),
];

const some = ["granted", "partly-granted"] as const;
const notAll = ["partly-granted", "refused"] as const;

/** What is given, where something is. */
export const given: LetterPart = part("given", "Det här lämnar vi ut eller gör:", "What we give or do:", {
  list: "given",
  only: { outcomes: some },
  child: { sv: "Det här får du:", en: "This you get:" },
});

/** What is not, where something is not. */
export const withheld: LetterPart = part(
  "withheld",
  "Det här lämnar vi inte ut eller gör vi inte:",
  "What we do not give or do:",
  {
    list: "withheld",
    only: { outcomes: notAll },
    child: { sv: "Det här får du inte:", en: "This you do not get:" },
  },
);

/** How a case can come out, said as it is. */
export function outcomes(
  texts: Readonly<
    Partial<
      Record<
        "granted" | "partly-granted" | "refused" | "no-data",
        readonly [sv: string, en: string, childSv?: string, childEn?: string]
      >
    >
  >,
): readonly LetterPart[] {
  return Object.entries(texts).map(([outcome, [sv, en, childSv, childEn]]) =>
    part("outcome", sv, en, {
      only: { outcomes: [outcome as keyof typeof texts] },
      ...(childSv === undefined || childEn === undefined ? {} : { child: { sv: childSv, en: childEn } }),
    }),
  );
}
