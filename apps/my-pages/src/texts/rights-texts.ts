import type { Language } from "@tillit/law-reference";

/** The words of the page about one's rights; they come with it, in both languages. */
const sv = {
  title: (name: string) => `Dina rättigheter hos ${name}`,
  working: "Hämtar …",
  sending: "Krypterar och skickar …",
  opened: "Svaret på din begäran",
  requests: "Dina begäranden",
  ask: "Gör en begäran",
  which: "Vad vill du?",
  rights: {
    access: "Få ut mina uppgifter",
    rectification: "Rätta något som är fel",
    erasure: "Radera mina uppgifter",
    restriction: "Begränsa hur uppgifterna används",
    objection: "Invända mot hur uppgifterna används",
    portability: "Få uppgifterna i en fil att ta med mig",
  },
  wish: "Vad gäller det?",
  wishHint: "Skriv bara om det behövs. Det krypteras här, och bara mottagaren kan läsa det.",
  send: "Skicka begäran",
  asked: (lastDay: string) => `Din begäran har kommit in. Svar ska ges senast ${lastDay}.`,
  lastDay: "Svar senast",
  extended: "tiden är förlängd",
  said: "Du har skrivit vad det gäller.",
  appeal: (day: string) => `Du kan överklaga till och med ${day}.`,
  outcomes: {
    granted: "Beviljad",
    "partly-granted": "Delvis beviljad",
    refused: "Avslagen",
    "no-data": "Det finns inga uppgifter",
  },
  waits: (day: string) =>
    `Svaret finns att hämta till och med ${day}. Ett dygn efter att du har hämtat det tas det bort.`,
  open: "Öppna svaret",
  answerLead: "Svaret har öppnats här i webbläsaren. Spara filerna om du vill ha dem kvar.",
  answerer: {
    from: (name: string) => `Svaret kommer från ${name}.`,
    checked: (name: string, day: string) =>
      `Det är kontrollerat här i webbläsaren: svaret står i loggen hos ${name} sedan ${day}, och loggen är signerad med den nyckel som hör till den.`,
    keep: "Spara beviset om du vill kunna visa det för någon annan. Det innehåller inga uppgifter ur svaret, bara filernas namn och kontrollsummor.",
    save: "Spara beviset",
    unproven: {
      title: "Det går inte att se vem som har svarat.",
      text: (name: string) =>
        `Svaret är förseglat till dig och kan läsas, men det finns inget bevis för att det kommer från ${name}. Fråga ${name} om du är osäker.`,
    },
    "unknown-log": {
      title: "Det går inte att kontrollera vem som har svarat.",
      text: (name: string) =>
        `Loggen är signerad med en nyckel som den här webbplatsen inte känner till. Det kan bero på att ${name} har bytt nyckel. Fråga ${name} om du är osäker.`,
    },
    refuted: {
      title: "Beviset stämmer inte med svaret.",
      text: (name: string) => `Lita inte på svaret förrän ${name} har bekräftat att det kommer därifrån.`,
    },
  },
  withheld: "Lämnas inte ut",
  according: (provision: string) => `Inte allt, enligt ${provision}.`,
  save: "Spara",
  consents: "Samtycken",
  noConsents:
    "Mottagaren behandlar inga av dina uppgifter med stöd av samtycke. Det finns inget att ta tillbaka.",
  consentStates: {
    unknown: "Du har inte svarat",
    given: "Du har sagt ja",
    withdrawn: "Du har tagit tillbaka ditt ja",
    refused: "Du har sagt nej",
    expired: "Ditt ja har gått ut",
    revoked: "Mottagaren har avslutat det",
  },
  data: "Uppgifter",
  give: "Säg ja",
  withdraw: "Ta tillbaka",
  given: (title: string) => `Du har sagt ja till ${title}.`,
  withdrawn: (title: string) => `Du har tagit tillbaka ditt ja till ${title}.`,
  accesses: "Vem har öppnat?",
  accessesLead: "Varje gång något hämtas antecknas det innan det lämnas ut. Namn på anställda visas inte.",
  nobody: "Ingen har öppnat något.",
  roles: {
    applicant: "du",
    caseworker: "handläggare",
    "secrecy-reviewer": "sekretessprövare",
    "decision-maker": "beslutsfattare",
    staff: "någon hos mottagaren",
  },
  purposes: {
    handling: "för att handlägga anmälan",
    request: "för att svara på din begäran",
    "own-copy": "egen kopia",
  },
  /** For which purpose data were read whose processing is restricted. */
  restrictedUses: {
    consent: "behandlingen var begränsad, läst med ditt samtycke",
    "legal-claims": "behandlingen var begränsad, läst för rättsliga anspråk",
    "rights-of-others": "behandlingen var begränsad, läst för att skydda någon annans rättigheter",
    "public-interest": "behandlingen var begränsad, läst för ett viktigt allmänintresse",
  },
};

export type RightsTexts = typeof sv;

const en: RightsTexts = {
  title: (name) => `Your rights at ${name}`,
  working: "Fetching …",
  sending: "Sealing and sending …",
  opened: "The answer to your request",
  requests: "Your requests",
  ask: "Make a request",
  which: "What do you want?",
  rights: {
    access: "Get a copy of my data",
    rectification: "Correct something that is wrong",
    erasure: "Erase my data",
    restriction: "Restrict how the data are used",
    objection: "Object to how the data are used",
    portability: "Get the data in a file to take with me",
  },
  wish: "What is it about?",
  wishHint: "Write only if needed. It is encrypted here, and only the receiver can read it.",
  send: "Send the request",
  asked: (lastDay) => `Your request has come in. The answer is due by ${lastDay}.`,
  lastDay: "Answer by",
  extended: "the time has been extended",
  said: "You have written what it is about.",
  appeal: (day) => `You may appeal until ${day}.`,
  outcomes: {
    granted: "Granted",
    "partly-granted": "Granted in part",
    refused: "Refused",
    "no-data": "There are no data",
  },
  waits: (day) => `The answer can be fetched until ${day}. A day after you have fetched it, it is removed.`,
  open: "Open the answer",
  answerLead: "The answer was opened here in the browser. Save the files if you want to keep them.",
  answerer: {
    from: (name) => `The answer comes from ${name}.`,
    checked: (name, day) =>
      `This has been checked here in the browser: the answer has stood in the log of ${name} since ${day}, and the log is signed with the key that belongs to it.`,
    keep: "Save the proof if you want to be able to show it to somebody else. It holds none of the data in the answer, only names and checksums of the files.",
    save: "Save the proof",
    unproven: {
      title: "It cannot be seen who has answered.",
      text: (name) =>
        `The answer is sealed to you and can be read, but there is no proof that it comes from ${name}. Ask ${name} if you are unsure.`,
    },
    "unknown-log": {
      title: "It cannot be checked who has answered.",
      text: (name) =>
        `The log is signed with a key that this site does not know. ${name} may have changed keys. Ask ${name} if you are unsure.`,
    },
    refuted: {
      title: "The proof does not fit the answer.",
      text: (name) => `Do not rely on the answer until ${name} has confirmed that it comes from there.`,
    },
  },
  withheld: "Not disclosed",
  according: (provision) => `Not all of it, under ${provision}.`,
  save: "Save",
  consents: "Consents",
  noConsents:
    "The receiver processes none of your data on the ground of consent. There is nothing to take back.",
  consentStates: {
    unknown: "You have not answered",
    given: "You have said yes",
    withdrawn: "You have taken back your yes",
    refused: "You have said no",
    expired: "Your yes has run out",
    revoked: "The receiver has ended it",
  },
  data: "Data",
  give: "Say yes",
  withdraw: "Take back",
  given: (title) => `You have said yes to ${title}.`,
  withdrawn: (title) => `You have taken back your yes to ${title}.`,
  accesses: "Who has opened?",
  accessesLead:
    "Every time something is fetched, it is noted before it leaves. Names of staff are not shown.",
  nobody: "Nobody has opened anything.",
  roles: {
    applicant: "you",
    caseworker: "caseworker",
    "secrecy-reviewer": "secrecy reviewer",
    "decision-maker": "decision-maker",
    staff: "someone at the receiver",
  },
  purposes: {
    handling: "to handle the application",
    request: "to answer your request",
    "own-copy": "own copy",
  },
  restrictedUses: {
    consent: "processing was restricted, read with your consent",
    "legal-claims": "processing was restricted, read for legal claims",
    "rights-of-others": "processing was restricted, read to protect another person's rights",
    "public-interest": "processing was restricted, read for an important public interest",
  },
};

export const rightsTexts: Readonly<Record<Language, RightsTexts>> = { sv, en };
