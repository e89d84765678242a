/** Letters that give something: extracts, files, documents. */
import { law, type LetterDefinition, part } from "./letter.ts";
import { appeal, complaint, contact, decidedBy, reasons, rules, secrecyNote } from "./letter-parts.ts";

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

export const answerLetters: readonly LetterDefinition[] = [
  {
    id: "M04",
    title: { sv: "Dina personuppgifter (registerutdrag)", en: "Your personal data (extract)" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "given"],
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
          when: "withheld",
        },
      ),
      rightsPart,
      complaint,
      contact,
    ],
    mandatory: ["outcome", "given", "information", "imy-complaint", "contact"],
    law: [law("GDPR", "art. 12(1), 15(1)–(4)")],
  },
  {
    id: "M05",
    title: { sv: "Vi har inga uppgifter om dig", en: "We hold no data on you" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "systems"],
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
      part("information", "Här har vi sökt:", "Where we searched:", { list: "systems" }),
      part(
        "next",
        "Tror du att vi har missat något? Berätta när och var du hade kontakt med oss, så söker vi igen.",
        "Do you think we missed something? Tell us when and where you were in contact with us, and we search again.",
      ),
      complaint,
      contact,
    ],
    mandatory: ["outcome", "information", "imy-complaint", "contact"],
    law: [law("GDPR", "art. 15(1)")],
  },
  {
    id: "M14",
    title: { sv: "Dina uppgifter att ta med dig", en: "Your data to take with you" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "format", "given"],
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
    mandatory: ["outcome", "given", "information", "contact"],
    law: [law("GDPR", "art. 20")],
  },
  {
    id: "M18",
    title: { sv: "Svar om allmän handling", en: "Answer on public records" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "decidedOn", "decidedBy"],
    parts: [
      part(
        "outcome",
        "Du begärde {receivedOn} att ta del av allmänna handlingar hos {controller}.",
        "On {receivedOn} you asked for public records at {controller}.",
      ),
      part("given", "De här handlingarna eller delarna lämnas ut:", "These documents or parts are given:", {
        list: "given",
        when: "given",
      }),
      part("withheld", "De här uppgifterna lämnas inte ut:", "These data are not given:", {
        list: "withheld",
        when: "withheld",
      }),
      part("reasons", "Skälen, uppgift för uppgift: {reasons}", "The reasons, item by item: {reasons}", {
        when: "reasons",
      }),
      { ...rules, when: "provisions" },
      secrecyNote,
      decidedBy,
      appeal("kammarrätten"),
      contact,
    ],
    mandatory: ["outcome", "decided-by", "appeal", "contact"],
    law: [law("TF", "2 kap. 15–19 §§"), law("OSL (2009:400)", "6 kap. 3 och 7–8 §§")],
  },
  {
    id: "M19",
    title: { sv: "Ditt ärende: material att ta del av", en: "Your matter: material to see" },
    to: "requester",
    facts: ["controller", "contact", "case", "matter", "given", "decidedOn", "decidedBy"],
    parts: [
      part(
        "outcome",
        "Du är part i ärendet {matter} och får ta del av det material som har tillförts det.",
        "You are a party to the matter {matter} and may see the material added to it.",
      ),
      part("given", "Du får del av:", "You may see:", { list: "given" }),
      part(
        "withheld",
        "Det här visas inte, eftersom det är av synnerlig vikt att det inte röjs. Du får på annat sätt veta det du behöver för att ta till vara din rätt:",
        "This is not shown, since it is of particular importance that it is not revealed. You are told otherwise what you need to protect your interests:",
        { list: "withheld", when: "withheld" },
      ),
      { ...rules, when: "provisions" },
      decidedBy,
      { ...appeal("kammarrätten"), when: "withheld" },
      contact,
    ],
    mandatory: ["outcome", "given", "decided-by", "contact"],
    law: [law("FL (2017:900)", "10 och 25 §§"), law("OSL (2009:400)", "10 kap. 3 §")],
  },
  {
    id: "M23",
    title: { sv: "Svar till dig", en: "An answer for you" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "given"],
    parts: [
      part("greeting", "Hej! Du skrev till oss {receivedOn}.", "Hello! You wrote to us on {receivedOn}."),
      part(
        "outcome",
        "Du ville veta vad vi på {controller} har skrivit om dig. Du har rätt att få veta det, fast du är ung.",
        "You wanted to know what we at {controller} have written about you. You have the right to know, even though you are young.",
      ),
      part("given", "Det här får du:", "This you get:", { list: "given" }),
      part("withheld", "Det här får du inte se:", "This you may not see:", {
        list: "withheld",
        when: "withheld",
      }),
      { ...reasons, text: reasons.child ?? reasons.text, when: "reasons" },
      part(
        "information",
        "Är något fel? Säg till, så ändrar vi eller skriver vad du tycker. Du får ta hjälp av någon du litar på.",
        "Is something wrong? Tell us, and we change it or write down what you think. You may get help from someone you trust.",
      ),
      { ...complaint, text: complaint.child ?? complaint.text },
      { ...contact, text: contact.child ?? contact.text },
    ],
    mandatory: ["greeting", "outcome", "given", "information", "imy-complaint", "contact"],
    law: [law("GDPR", "art. 12(1)"), law("SoL (2025:400)", "3 kap. 2–4 §§")],
  },
];
