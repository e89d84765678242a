/** Letters that give something: extracts, files, documents. */
import { authority, gdpr } from "../letter-case.ts";
import { law, type LetterDefinition, type LetterPart, part } from "../letter.ts";
import {
  appeal,
  complaint,
  contact,
  courtRemedy,
  decidedBy,
  given,
  outcomes,
  reasons,
  rules,
  secrecyNote,
  withheld,
} from "./letter-parts.ts";

const access = ["access"] as const;
const some = ["granted", "partly-granted"] as const;

const rightsPart = part(
  "information",
  "Du kan begära att uppgifter rättas, raderas eller begränsas, och i vissa fall invända mot behandlingen. I filen står ändamål, kategorier, mottagare, hur länge uppgifterna sparas, varifrån de kommer, automatiserade beslut och överföringar.",
  "You may ask for data to be corrected, erased or restricted, and in some cases object. The file tells purposes, categories, recipients, how long the data are kept, where they come from, automated decisions and transfers.",
  {
    child: {
      sv: "Du får be oss ändra eller ta bort något som är fel. I filen står varför vi har uppgifterna och vilka som har fått dem.",
      en: "You may ask us to change or remove what is wrong. The file tells why we have the data and who got them.",
    },
  },
);

// This letter speaks to a child whoever reads it.
function forChild(one: LetterPart): LetterPart {
  return { ...one, text: one.child ?? one.text };
}

export const answerLetters: readonly LetterDefinition[] = [
  {
    id: "M04",
    title: { sv: "Dina personuppgifter (registerutdrag)", en: "Your personal data (extract)" },
    to: "requester",
    scope: { regimes: gdpr, rights: access, outcomes: some },
    parts: [
      part(
        "outcome",
        "Du begärde {receivedOn} att få veta vilka uppgifter {controller} har om dig. Här är svaret.",
        "On {receivedOn} you asked which data {controller} holds on you. Here is the answer.",
        {
          child: {
            sv: "Du ville veta vad vi har skrivit om dig. Här är det.",
            en: "You wanted to know what we have written about you. Here it is.",
          },
        },
      ),
      part("given", "Du får:", "You get:", { list: "given" }),
      part(
        "withheld",
        "Det här ingår inte. Skälen står i beslutet:",
        "Not included; the decision gives the reasons:",
        {
          list: "withheld",
          only: { outcomes: ["partly-granted"] },
        },
      ),
      rightsPart,
      complaint,
      contact,
    ],
    law: [law("GDPR", "art. 12(1), 15(1)–(4)")],
  },
  {
    id: "M05",
    title: { sv: "Vi har inga uppgifter om dig", en: "We hold no data on you" },
    to: "requester",
    scope: { regimes: gdpr, outcomes: ["no-data"] },
    parts: [
      part(
        "outcome",
        "Du begärde {receivedOn} att få veta vilka uppgifter {controller} har om dig. Vi har sökt och inte funnit några.",
        "On {receivedOn} you asked which data {controller} holds on you. We have searched and found none.",
        {
          child: {
            sv: "Vi har letat och har inte skrivit något om dig.",
            en: "We have looked and have written nothing about you.",
          },
        },
      ),
      part(
        "reasons",
        "Skälet är att vi har sökt här utan att finna något:",
        "The reason is that we have searched here and found nothing:",
        {
          list: "systems",
          child: { sv: "Här har vi letat:", en: "Here we have looked:" },
        },
      ),
      part(
        "next",
        "Tror du att vi har missat något? Berätta när och var du hade kontakt med oss, så söker vi igen.",
        "Do you think we missed something? Tell us when and where you were in contact with us, and we search again.",
      ),
      ...decidedBy.map((one) => ({ ...one, only: { controllers: authority } })),
      appeal,
      complaint,
      courtRemedy,
      contact,
    ],
    law: [
      law("GDPR", "art. 12(4), 15(1)"),
      law("FL (2017:900)", "31–33 §§"),
      law("lag (2018:218)", "7 kap. 2 §"),
    ],
  },
  {
    id: "M14",
    title: { sv: "Dina uppgifter att ta med dig", en: "Your data to take with you" },
    to: "requester",
    scope: { regimes: gdpr, rights: ["portability"], outcomes: some },
    parts: [
      part(
        "outcome",
        "Här är de uppgifter som du själv har lämnat till {controller}, i formatet {format}, efter din begäran {receivedOn}.",
        "Here are the data you yourself have given to {controller}, as {format}, after your request of {receivedOn}.",
      ),
      part("given", "Filen innehåller:", "The file holds:", { list: "given" }),
      part(
        "information",
        "Bedömningar, anteckningar och det andra har berättat ingår inte i den här rätten. Du kan begära dem som registerutdrag.",
        "Assessments, notes and what others have told are not part of this right. You may ask for them by access.",
      ),
      complaint,
      contact,
    ],
    law: [law("GDPR", "art. 20")],
  },
  {
    id: "M23",
    title: { sv: "Svar till dig", en: "An answer for you" },
    to: "requester",
    scope: { regimes: gdpr, rights: access, outcomes: ["granted", "partly-granted", "refused"] },
    parts: [
      part("greeting", "Hej! Du skrev till oss {receivedOn}.", "Hello! You wrote to us on {receivedOn}."),
      ...outcomes({
        granted: [
          "Du ville veta vad vi på {controller} har skrivit om dig. Du har rätt att få veta det, fast du är ung.",
          "You wanted to know what we at {controller} have written about you. You have the right to know, even though you are young.",
        ],
        "partly-granted": [
          "Du ville veta vad vi på {controller} har skrivit om dig. Du har rätt att få veta det, fast du är ung. En del får vi ändå inte visa.",
          "You wanted to know what we at {controller} have written about you. You have the right to know, even though you are young. Some of it we may not show all the same.",
        ],
        refused: [
          "Du ville veta vad vi på {controller} har skrivit om dig. Vi får tyvärr inte visa det.",
          "You wanted to know what we at {controller} have written about you. We are sorry that we may not show it.",
        ],
      }),
      forChild(given),
      forChild(withheld),
      forChild(reasons),
      forChild(rules),
      forChild(secrecyNote),
      ...decidedBy,
      part(
        "information",
        "Är något fel? Säg till, så ändrar vi eller skriver vad du tycker. Du får ta hjälp av någon du litar på.",
        "Is something wrong? Tell us, and we change it or write down what you think. You may get help from someone you trust.",
      ),
      forChild(appeal),
      forChild(complaint),
      forChild(courtRemedy),
      forChild(contact),
    ],
    law: [
      law("GDPR", "art. 12(1), 12(4)"),
      law("SoL (2025:400)", "3 kap. 2–4 §§"),
      law("FL (2017:900)", "31–33 §§"),
      law("lag (2018:218)", "7 kap. 2 §"),
    ],
  },
];
