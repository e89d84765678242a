/** Letters on documents: public records, a party's insight, the file of a private provider. None is under the GDPR. */
import { adverse, authority, provider } from "../letter-case.ts";
import { law, type LetterDefinition, type LetterPart, part } from "../letter.ts";
import { appeal, contact, decidedBy, outcomes, reasons, rules, secrecyNote } from "./letter-parts.ts";

const some = ["granted", "partly-granted"] as const;
const notAll = ["partly-granted", "refused"] as const;
const decided = ["granted", "partly-granted", "refused", "no-data"] as const;

const documents: LetterPart = part(
  "given",
  "De här handlingarna eller delarna lämnas ut:",
  "These documents or parts are given:",
  { list: "given", only: { outcomes: some } },
);

// Something given on condition alone leaves nothing that is withheld.
const conditions: LetterPart = part(
  "withheld",
  "Det här lämnas ut med förbehåll, som begränsar hur du får använda det:",
  "This is given on condition, which limits how you may use it:",
  { list: "reserved", when: "reserved", only: { outcomes: adverse } },
);

const file = { regimes: ["private-file"], controllers: provider } as const;

export const recordsLetters: readonly LetterDefinition[] = [
  {
    id: "M18",
    title: { sv: "Svar om allmän handling", en: "Answer on public records" },
    to: "requester",
    scope: { regimes: ["public-records"], controllers: authority, outcomes: decided },
    parts: [
      ...outcomes({
        granted: [
          "Du begärde {receivedOn} att ta del av allmänna handlingar hos {controller}. De lämnas ut.",
          "On {receivedOn} you asked for public records at {controller}. They are given to you.",
        ],
        "partly-granted": [
          "Du begärde {receivedOn} att ta del av allmänna handlingar hos {controller}. Begäran bifalls delvis. I övrigt avslås den.",
          "On {receivedOn} you asked for public records at {controller}. The request is granted in part. For the rest it is refused.",
        ],
        refused: [
          "Du begärde {receivedOn} att ta del av allmänna handlingar hos {controller}. Begäran avslås.",
          "On {receivedOn} you asked for public records at {controller}. The request is refused.",
        ],
        "no-data": [
          "Du begärde {receivedOn} att ta del av allmänna handlingar hos {controller}. Begäran avslås, eftersom det inte finns någon sådan handling här.",
          "On {receivedOn} you asked for public records at {controller}. The request is refused, since there is no such document here.",
        ],
      }),
      documents,
      conditions,
      part("withheld", "De här uppgifterna lämnas inte ut:", "These data are not given:", {
        list: "withheld",
        instead: "reserved",
        only: { outcomes: notAll },
      }),
      reasons,
      rules,
      secrecyNote,
      ...decidedBy,
      appeal,
      contact,
    ],
    law: [
      law("TF", "2 kap. 15–19 §§"),
      law("OSL (2009:400)", "6 kap. 3 och 7–8 §§"),
      law("FL (2017:900)", "31–33 §§"),
    ],
  },
  {
    id: "M19",
    title: { sv: "Ditt ärende: material att ta del av", en: "Your matter: material to see" },
    to: "requester",
    scope: { regimes: ["party-insight"], controllers: authority, outcomes: decided },
    parts: [
      ...outcomes({
        granted: [
          "Du är part i ärendet {matter} och får ta del av det material som har tillförts det.",
          "You are a party to the matter {matter} and may see the material added to it.",
        ],
        "partly-granted": [
          "Du är part i ärendet {matter} och får ta del av en del av det material som har tillförts det. I övrigt avslås din begäran.",
          "You are a party to the matter {matter} and may see a part of the material added to it. For the rest your request is refused.",
        ],
        refused: [
          "Du har begärt att ta del av material i ärendet {matter}. Begäran avslås.",
          "You have asked to see material of the matter {matter}. The request is refused.",
        ],
        "no-data": [
          "Du har begärt att ta del av material i ärendet {matter}. Begäran avslås, eftersom det inte finns något sådant material.",
          "You have asked to see material of the matter {matter}. The request is refused, since there is no such material.",
        ],
      }),
      part("given", "Du får del av:", "You may see:", { list: "given", only: { outcomes: some } }),
      part(
        "withheld",
        "Det här visas inte. Du får på annat sätt veta det du behöver för att ta till vara din rätt, så långt det kan ske utan allvarlig skada för det som ska skyddas:",
        "This is not shown. You are told otherwise what you need to protect your interests, as far as that can be done without serious harm to what is to be protected:",
        { list: "withheld", only: { outcomes: notAll } },
      ),
      reasons,
      rules,
      secrecyNote,
      ...decidedBy,
      appeal,
      contact,
    ],
    law: [
      law("FL (2017:900)", "10, 25 och 31–33 §§"),
      law("OSL (2009:400)", "10 kap. 3 §"),
      law("OSL (2009:400)", "6 kap. 7 §", "M"),
    ],
  },
  {
    id: "M17",
    title: { sv: "Överlämnande till IVO", en: "Referral to IVO" },
    to: "ivo",
    scope: { ...file, outcomes: ["none"] },
    parts: [
      part(
        "outcome",
        "{controller} lämnar över en begäran till {inspectorate}. Den kom in {receivedOn} och gäller att få ta del av en personakt. Vi anser att delar av akten inte bör lämnas ut.",
        "{controller} refers a request to {inspectorate}. It was received on {receivedOn} and is to see a case file. We consider that parts of the file should not be disclosed.",
      ),
      part("withheld", "Det gäller:", "This concerns:", { list: "withheld" }),
      part("reasons", "Vårt yttrande: {opinion}", "Our opinion: {opinion}"),
      part("provisions", "Regler:", "Rules:", { list: "provisions" }),
      part(
        "next",
        "Handlingarna bifogas. Vi följer beslutet och har underrättat den som har frågat.",
        "The documents are attached. We follow the decision and have informed the person who asked.",
      ),
      contact,
    ],
    law: [law("SoL (2025:400)", "17 kap. 6 §, 35 kap. 2 §")],
  },
  {
    id: "M25",
    title: { sv: "Din begäran prövas av IVO", en: "Your request is examined by IVO" },
    to: "requester",
    scope: { ...file, outcomes: ["none"] },
    parts: [
      part(
        "notice",
        "Du begärde {receivedOn} att få ta del av din akt hos {controller}. Vi anser att en del av den inte bör lämnas ut. Den frågan får vi inte avgöra själva, och vi har därför genast lämnat över den till {inspectorate}.",
        "On {receivedOn} you asked to see your file with {controller}. We consider that a part of it should not be given out. That is not ours to decide, and we have passed the question to {inspectorate} at once.",
        {
          child: {
            sv: "Du ville {receivedOn} läsa vad vi har skrivit om dig. Vi tycker inte att du kan få se allt. En myndighet bestämmer det i stället för oss: {inspectorate}.",
            en: "On {receivedOn} you wanted to read what we have written about you. We do not think you can see all of it. An authority decides that instead of us: {inspectorate}.",
          },
        },
      ),
      part("given", "Det här får du redan nu:", "This you get already now:", {
        list: "given",
        when: "given",
      }),
      part(
        "next",
        "Du får beslutet därifrån. I det står vad du kan göra om du är missnöjd. Vi gör som det säger.",
        "You get the decision from there. It says what you can do if you disagree. We do what it says.",
        { child: { sv: "Du får brev därifrån.", en: "You get a letter from there." } },
      ),
      contact,
    ],
    law: [law("SoL (2025:400)", "17 kap. 6 §, 35 kap. 2 §")],
  },
  {
    id: "M26",
    title: { sv: "Handlingar ur din akt", en: "Documents of your file" },
    to: "requester",
    scope: { ...file, outcomes: decided },
    parts: [
      ...outcomes({
        granted: [
          "Du begärde {receivedOn} att få ta del av din akt hos {controller}. Här är den.",
          "On {receivedOn} you asked to see your file with {controller}. Here it is.",
          "Du ville {receivedOn} läsa vad vi har skrivit om dig. Här är det.",
          "On {receivedOn} you wanted to read what we have written about you. Here it is.",
        ],
        "partly-granted": [
          "Du begärde {receivedOn} att få ta del av din akt hos {controller}. Här är de delar som {inspectorate} har beslutat att du får.",
          "On {receivedOn} you asked to see your file with {controller}. Here are the parts that {inspectorate} has decided you get.",
          "Du ville {receivedOn} läsa vad vi har skrivit om dig. Här är det som {inspectorate} har bestämt att du får.",
          "On {receivedOn} you wanted to read what we have written about you. Here is what {inspectorate} has decided you get.",
        ],
        refused: [
          "Du begärde {receivedOn} att få ta del av din akt hos {controller}. {inspectorate} har beslutat att den inte lämnas ut.",
          "On {receivedOn} you asked to see your file with {controller}. It has been decided by {inspectorate} that it is not given out.",
          "Du ville {receivedOn} läsa vad vi har skrivit om dig. {inspectorate} har bestämt att du inte får det.",
          "On {receivedOn} you wanted to read what we have written about you. It has been decided by {inspectorate} that you may not.",
        ],
        "no-data": [
          "Du begärde {receivedOn} att få ta del av din akt hos {controller}. Vi har sökt och har ingen akt som rör dig.",
          "On {receivedOn} you asked to see your file with {controller}. We have searched and have no file that concerns you.",
          "Du ville {receivedOn} läsa vad vi har skrivit om dig. Vi har letat och har inget.",
          "On {receivedOn} you wanted to read what we have written about you. We have looked and have nothing.",
        ],
      }),
      documents,
      part(
        "withheld",
        "Det här lämnas inte ut. Skälen, och hur du överklagar, står i det beslut som du har fått från {inspectorate}:",
        "This is not given out. The reasons, and how to appeal, are in the decision that you have got from {inspectorate}:",
        { list: "withheld", only: { outcomes: notAll } },
      ),
      contact,
    ],
    law: [law("SoL (2025:400)", "17 kap. 6 §, 35 kap. 2 §")],
  },
];
