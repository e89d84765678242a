/** Parts that several letters have in the same words. */
import { type LetterPart, part } from "./letter.ts";

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

export const complaint: LetterPart = part(
  "imy-complaint",
  "Du har rätt att klaga hos Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se.",
  "You have the right to complain to the Swedish Authority for Privacy Protection (IMY), Box 8114, 104 20 Stockholm, imy.se.",
  {
    child: {
      sv: "Tycker du att vi har gjort fel? Då får du klaga hos en myndighet som heter Integritetsskyddsmyndigheten, imy.se.",
      en: "Do you think we did wrong? Then you may complain to an authority called IMY, imy.se.",
    },
  },
);

export const courtRemedy: LetterPart = part(
  "court-remedy",
  "Du kan också väcka talan i domstol om du anser att dina rättigheter har kränkts (dataskyddsförordningen artikel 79).",
  "You may also bring the matter before a court if you consider that your rights have been infringed (GDPR Article 79).",
  {
    child: {
      sv: "En domstol kan också pröva saken. Någon vuxen kan hjälpa dig med det.",
      en: "A court can look at it too. An adult can help you with that.",
    },
  },
);

/** How to appeal: to which court, through whom, in what form, with what content, by when (FL 33 and 43–44 §§). */
export function appeal(court: "förvaltningsrätten" | "kammarrätten"): LetterPart {
  const english =
    court === "förvaltningsrätten" ? "the administrative court" : "the administrative court of appeal";
  return part(
    "appeal",
    `Så överklagar du: Beslutet överklagas till ${court}. Skriv till {controller}, som lämnar överklagandet vidare. Ange vilket beslut du överklagar, hur du vill att det ändras och varför. Överklagandet ska ha kommit in till {controller} inom tre veckor från den dag du fick del av beslutet.`,
    `How to appeal: The decision is appealed to ${english} (${court}). Write to {controller}, who passes the appeal on. Say which decision you appeal, how you want it changed and why. The appeal must have reached {controller} within three weeks from the day you received the decision.`,
    {
      child: {
        sv: `Tycker du att beslutet är fel? Då får du be ${court} titta på det. Skriv till oss inom tre veckor från den dag du fick brevet. Skriv vad som är fel. Vi skickar det vidare. En vuxen får hjälpa dig.`,
        en: `Do you think the decision is wrong? Then you may ask a court to look at it. Write to us within three weeks from the day you got this letter. Write what is wrong. We pass it on. An adult may help you.`,
      },
    },
  );
}

export const reasons: LetterPart = part(
  "reasons",
  "Skälen för beslutet: {reasons}",
  "The reasons: {reasons}",
  {
    child: { sv: "Så här tänkte vi: {reasons}", en: "This is why: {reasons}" },
  },
);

export const rules: LetterPart = part(
  "provisions",
  "Regler som har tillämpats:",
  "Rules that were applied:",
  {
    list: "provisions",
    child: { sv: "Det här står i lagen om det:", en: "The law says so here:" },
  },
);

export const secrecyNote: LetterPart = part(
  "secrecy-note",
  "Om skälen är kortfattade kan det bero på att en fullständig förklaring skulle röja det som ska skyddas (32 § förvaltningslagen).",
  "Where the reasons are brief, a full explanation might reveal what is to be protected (32 § Administrative Procedure Act).",
  {
    child: {
      sv: "Ibland kan vi inte förklara allt, för då skulle vi berätta det hemliga.",
      en: "Sometimes we cannot explain everything, because then we would tell the secret.",
    },
  },
);

export const decidedBy: LetterPart = part(
  "decided-by",
  "Beslutet fattades {decidedOn} av {decidedBy}.",
  "The decision was made on {decidedOn} by {decidedBy}.",
);

/** What is given and what is not. */
export const givenParts: readonly LetterPart[] = [
  part("given", "Det här lämnar vi ut eller gör:", "What we give or do:", {
    list: "given",
    when: "given",
    child: { sv: "Det här får du:", en: "This you get:" },
  }),
  part("withheld", "Det här lämnar vi inte ut eller gör inte:", "What we do not give or do:", {
    list: "withheld",
    child: { sv: "Det här får du inte:", en: "This you do not get:" },
  }),
];
