/** Letters while a request comes in: receipt, questions, extension, referral, no answer to be had. */
import { gdpr } from "../letter-case.ts";
import { law, type LetterDefinition, part } from "../letter.ts";
import { complaint, contact } from "./letter-parts.ts";

const promptly = ["public-records", "party-insight", "private-file"] as const;

export const intakeLetters: readonly LetterDefinition[] = [
  {
    id: "M01",
    title: { sv: "Vi har fått din begäran", en: "We have received your request" },
    to: "requester",
    scope: {},
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
          only: { regimes: gdpr },
          child: { sv: "Du får svar senast {lastDay}.", en: "You get an answer by {lastDay}." },
        },
      ),
      part(
        "deadline",
        "Du får svar så snart vi kan. För det du har begärt säger lagen inte en bestämd dag, utan genast eller skyndsamt.",
        "You get an answer as soon as we can. For what you asked the law sets no day; it says at once or promptly.",
        {
          only: { regimes: promptly },
          child: { sv: "Du får svar så snart vi kan.", en: "You get an answer as soon as we can." },
        },
      ),
      part("fee", "Det kostar ingenting.", "It is free.", { only: { regimes: gdpr } }),
      part(
        "fee",
        "Du får läsa handlingarna hos oss utan avgift. För kopior kan vi ta ut en avgift enligt taxa.",
        "Reading the documents with us is free. For copies there may be a fee by tariff.",
        { only: { regimes: ["public-records"] } },
      ),
      part(
        "fee",
        "För kopior kan vi ta ut en avgift enligt taxa.",
        "For copies there may be a fee by tariff.",
        { only: { regimes: ["party-insight"] } },
      ),
      part(
        "next",
        "Du behöver inte göra något mer om vi inte frågar.",
        "You need do nothing more unless we ask.",
      ),
      contact,
    ],
    law: [law("GDPR", "art. 12(2)–(3)")],
  },
  {
    id: "M02",
    title: { sv: "Vi behöver veta mer", en: "We need to know more" },
    to: "requester",
    scope: {},
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
          only: { regimes: gdpr },
          child: {
            sv: "Svara senast {replyBy}. Sedan fortsätter vi.",
            en: "Answer by {replyBy}. Then we go on.",
          },
        },
      ),
      part(
        "deadline",
        "Svara gärna senast {replyBy}. Sedan går vi vidare med det vi har.",
        "Please answer by {replyBy}. After that we go on with what we have.",
        { only: { regimes: promptly } },
      ),
      part(
        "information",
        "Skicka inte mer än vi ber om. Vi sparar inte kopior av legitimationer.",
        "Send no more than we ask for. We keep no copies of identity documents.",
      ),
      contact,
    ],
    law: [law("GDPR", "art. 12(6), recital 63")],
  },
  {
    id: "M03",
    title: { sv: "Vi behöver mer tid", en: "We need more time" },
    to: "requester",
    scope: { regimes: gdpr },
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
    law: [law("GDPR", "art. 12(3)")],
  },
  {
    id: "M16",
    title: { sv: "Din begäran har lämnats vidare", en: "Your request has been passed on" },
    to: "requester",
    scope: {},
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
    law: [law("GDPR", "art. 28(3)(e)")],
  },
];
