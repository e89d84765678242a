/** Letters while a request comes in: receipt, questions, extension, referral, no answer to be had. */
import { law, type LetterDefinition, part } from "./letter.ts";
import { appeal, complaint, contact, decidedBy, reasons, rules } from "./letter-parts.ts";

export const intakeLetters: readonly LetterDefinition[] = [
  {
    id: "M01",
    title: { sv: "Vi har fått din begäran", en: "We have received your request" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "request"],
    parts: [
      part(
        "receipt",
        "{controller} fick din begäran {receivedOn}. Den gäller: {request}.",
        "{controller} received your request on {receivedOn}. It concerns: {request}.",
        {
          child: {
            sv: "Vi på {controller} fick din fråga {receivedOn}. Du vill: {request}.",
            en: "We at {controller} got your question on {receivedOn}. You want: {request}.",
          },
        },
      ),
      part(
        "deadline",
        "Du får svar så snart vi kan, senast {lastDay}.",
        "You get an answer as soon as we can, at the latest on {lastDay}.",
        {
          when: "lastDay",
          child: { sv: "Du får svar senast {lastDay}.", en: "You get an answer by {lastDay}." },
        },
      ),
      part(
        "deadline",
        "Du får svar så snart vi kan. För det du har begärt säger lagen inte en bestämd dag, utan genast eller skyndsamt.",
        "You get an answer as soon as we can. For what you asked the law sets no day; it says at once or promptly.",
        {
          unless: "lastDay",
          child: { sv: "Du får svar så snart vi kan.", en: "You get an answer as soon as we can." },
        },
      ),
      part(
        "next",
        "Det kostar ingenting. Du behöver inte göra något mer om vi inte frågar.",
        "It is free. You need do nothing more unless we ask.",
      ),
      contact,
    ],
    mandatory: ["receipt", "deadline", "contact"],
    law: [law("GDPR", "art. 12(2)–(3)")],
  },
  {
    id: "M02",
    title: { sv: "Vi behöver veta mer", en: "We need to know more" },
    to: "requester",
    facts: ["controller", "contact", "case", "question", "reasons", "replyBy"],
    parts: [
      part("question", "Vi behöver veta: {question}", "We need to know: {question}", {
        child: { sv: "Vi undrar: {question}", en: "We wonder: {question}" },
      }),
      part("reasons", "Vi frågar därför att: {reasons}", "We ask because: {reasons}", {
        child: { sv: "Vi frågar för att: {reasons}", en: "We ask because: {reasons}" },
      }),
      part(
        "deadline",
        "Svara senast {replyBy}. Tiden för vårt svar står stilla från i dag tills vi har det vi behöver. Svarar du inte kan vi behöva avsluta ärendet.",
        "Answer by {replyBy}. The time for our answer stands still from today until we have what we need. Without your answer we may have to close the case.",
        {
          child: {
            sv: "Svara senast {replyBy}. Sedan fortsätter vi.",
            en: "Answer by {replyBy}. Then we go on.",
          },
        },
      ),
      part(
        "information",
        "Skicka inte mer än vi ber om. Vi sparar inte kopior av legitimationer.",
        "Send no more than we ask for. We keep no copies of identity documents.",
      ),
      contact,
    ],
    mandatory: ["question", "reasons", "deadline", "contact"],
    law: [law("GDPR", "art. 12(6), recital 63")],
  },
  {
    id: "M03",
    title: { sv: "Vi behöver mer tid", en: "We need more time" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "extendedLastDay", "reasons"],
    parts: [
      part(
        "extension",
        "Vi kan inte svara på din begäran från {receivedOn} inom en månad. Tiden förlängs: du får svar senast {extendedLastDay}.",
        "We cannot answer your request of {receivedOn} within a month. The time is extended: you get an answer by {extendedLastDay}.",
        {
          child: {
            sv: "Vi hinner inte svara så fort som vi sa. Du får svar senast {extendedLastDay}.",
            en: "We cannot answer as soon as we said. You get an answer by {extendedLastDay}.",
          },
        },
      ),
      part("reasons", "Skälet är: {reasons}", "The reason is: {reasons}", {
        child: { sv: "Det beror på: {reasons}", en: "This is why: {reasons}" },
      }),
      complaint,
      contact,
    ],
    mandatory: ["extension", "reasons"],
    law: [law("GDPR", "art. 12(3)")],
  },
  {
    id: "M16",
    title: { sv: "Din begäran har lämnats vidare", en: "Your request has been passed on" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "newController"],
    parts: [
      part(
        "notice",
        "{controller} behandlar uppgifterna åt {newController}, som ansvarar för dem. Vi har därför lämnat din begäran vidare dit.",
        "{controller} processes the data for {newController}, who is responsible for them. We have therefore passed your request on.",
      ),
      part(
        "deadline",
        "Tiden för svar räknas från {receivedOn}, då begäran kom till oss. {newController} svarar dig.",
        "The time for an answer counts from {receivedOn}, when the request reached us. {newController} will answer you.",
      ),
      contact,
    ],
    mandatory: ["notice", "contact"],
    law: [law("GDPR", "art. 28(3)(e)")],
  },
  {
    id: "M20",
    title: {
      sv: "Beslut: vi kan inte behandla din begäran",
      en: "Decision: we cannot deal with your request",
    },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn", "reasons", "provisions", "decidedOn", "decidedBy"],
    parts: [
      part(
        "outcome",
        "{controller} avvisar din begäran från {receivedOn}, eftersom vi inte vet säkert vem som frågar.",
        "{controller} dismisses your request of {receivedOn}, since we do not know for certain who asks.",
        {
          child: {
            sv: "Vi kan inte svara på din fråga, för vi vet inte säkert vem du är.",
            en: "We cannot answer your question, because we do not know for certain who you are.",
          },
        },
      ),
      reasons,
      rules,
      part(
        "next",
        "Du kan komma tillbaka när som helst med det som saknas. Då prövar vi begäran på nytt.",
        "You may come back at any time with what is missing. Then we look at the request anew.",
        { child: { sv: "Du får fråga igen när du vill.", en: "You may ask again whenever you like." } },
      ),
      decidedBy,
      appeal("förvaltningsrätten"),
      complaint,
      contact,
    ],
    mandatory: ["outcome", "reasons", "provisions", "decided-by", "appeal", "imy-complaint", "contact"],
    law: [law("GDPR", "art. 11(2), 12(2), 12(4)"), law("FL (2017:900)", "32–33 §§")],
  },
  {
    id: "M24",
    title: { sv: "Svar på din begäran", en: "Answer to your request" },
    to: "requester",
    facts: ["controller", "contact", "case", "receivedOn"],
    parts: [
      part(
        "outcome",
        "{controller} varken bekräftar eller förnekar att det finns uppgifter som din begäran från {receivedOn} gäller. Samma svar ges oavsett om det finns uppgifter eller inte.",
        "{controller} neither confirms nor denies that there are data your request of {receivedOn} concerns. The same answer is given whether there are or not.",
      ),
      part(
        "provisions",
        "Redan ett besked om att en person är känd eller inte kan röja det som skyddas (21 kap. 3–3 a §§ och 22 kap. offentlighets- och sekretesslagen).",
        "Even an answer on whether a person is known may reveal what is protected (Public Access to Information and Secrecy Act, chapters 21 and 22).",
      ),
      appeal("kammarrätten"),
      contact,
    ],
    mandatory: ["outcome", "provisions", "appeal", "contact"],
    law: [law("OSL (2009:400)", "21 kap. 3–3 a §§, 22 kap. 1–2 §§")],
  },
];
