/** Letters that say no, wholly or in part, under the GDPR. */
import { adverse, authority, gdpr, provider } from "../letter-case.ts";
import { law, type LetterDefinition, part } from "../letter.ts";
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

const notAll = ["partly-granted", "refused"] as const;
const none = ["none"] as const;

export const decisionLetters: readonly LetterDefinition[] = [
  {
    id: "M06",
    title: { sv: "Beslut om din begäran", en: "Decision on your request" },
    to: "requester",
    scope: { regimes: gdpr, controllers: authority, outcomes: notAll },
    parts: [
      ...outcomes({
        refused: [
          "{controller} avslår din begäran från {receivedOn}, som gällde: {request}.",
          "{controller} refuses your request of {receivedOn}, which concerned: {request}.",
          "Du bad oss {receivedOn} om: {request}. Vi har bestämt att säga nej.",
          "On {receivedOn} you asked for: {request}. We have decided to say no.",
        ],
        "partly-granted": [
          "{controller} bifaller delvis din begäran från {receivedOn}, som gällde: {request}. I övrigt avslås den.",
          "{controller} grants in part your request of {receivedOn}, which concerned: {request}. For the rest it is refused.",
          "Du bad oss {receivedOn} om: {request}. Du får en del av det, men inte allt.",
          "On {receivedOn} you asked for: {request}. You get a part of it, but not all.",
        ],
      }),
      given,
      withheld,
      reasons,
      rules,
      secrecyNote,
      ...decidedBy,
      appeal,
      complaint,
      contact,
    ],
    law: [law("GDPR", "art. 12(4)"), law("FL (2017:900)", "31–33 §§"), law("lag (2018:218)", "7 kap. 2 §")],
  },
  {
    id: "M07",
    title: { sv: "Besked om din begäran", en: "Answer to your request" },
    to: "requester",
    scope: { regimes: gdpr, controllers: provider, outcomes: notAll },
    parts: [
      ...outcomes({
        refused: [
          "{controller} gör inte det du begärde {receivedOn}: {request}.",
          "{controller} does not do what you asked on {receivedOn}: {request}.",
          "Du bad oss {receivedOn} om: {request}. Vi säger nej.",
          "On {receivedOn} you asked for: {request}. We say no.",
        ],
        "partly-granted": [
          "{controller} gör delvis det du begärde {receivedOn}: {request}. I övrigt säger vi nej.",
          "{controller} does in part what you asked on {receivedOn}: {request}. To the rest we say no.",
          "Du bad oss {receivedOn} om: {request}. Du får en del av det, men inte allt.",
          "On {receivedOn} you asked for: {request}. You get a part of it, but not all.",
        ],
      }),
      given,
      withheld,
      reasons,
      rules,
      ...decidedBy,
      complaint,
      courtRemedy,
      part(
        "damages",
        "Har du lidit skada av att uppgifter behandlats i strid med dataskyddsförordningen kan du ha rätt till skadestånd (artikel 82).",
        "If you have suffered damage because data were processed against the GDPR, you may have a right to compensation (Article 82).",
      ),
      contact,
    ],
    law: [law("GDPR", "art. 12(4), 77, 79"), law("GDPR", "art. 82", "M")],
  },
  {
    id: "M08",
    title: { sv: "Avgift eller avslag enligt artikel 12.5", en: "Fee or refusal under Article 12(5)" },
    to: "requester",
    scope: { regimes: gdpr, outcomes: ["none", "refused"] },
    parts: [
      part(
        "fee",
        "Vi tänker ta ut en avgift på {fee} kronor för att göra det du begärde {receivedOn}. Inget är beslutat än. Du kan ta tillbaka din begäran, så kostar den ingenting.",
        "We intend to charge a fee of SEK {fee} for doing what you asked on {receivedOn}. Nothing is decided yet. You may withdraw your request; then it costs nothing.",
        { only: { outcomes: none } },
      ),
      part("reasons", "Skälet är: {reasons}", "The reason is: {reasons}", { only: { outcomes: none } }),
      part(
        "outcome",
        "{controller} har beslutat att ta ut en avgift på {fee} kronor för att göra det du begärde {receivedOn}.",
        "{controller} has decided to charge a fee of SEK {fee} for doing what you asked on {receivedOn}.",
        { when: "fee", only: { outcomes: adverse } },
      ),
      part(
        "outcome",
        "{controller} avslår din begäran från {receivedOn}, eftersom den är uppenbart ogrundad eller orimlig.",
        "{controller} refuses your request of {receivedOn}, since it is manifestly unfounded or excessive.",
        { unless: "fee", only: { outcomes: adverse } },
      ),
      reasons,
      rules,
      part(
        "information",
        "Det är vi som ska visa att begäran är uppenbart ogrundad eller orimlig.",
        "It is for us to show that the request is manifestly unfounded or excessive.",
      ),
      ...decidedBy,
      appeal,
      { ...complaint, only: { outcomes: adverse } },
      courtRemedy,
      contact,
    ],
    law: [
      law("GDPR", "art. 12(4)–(5)"),
      law("EDPB 01/2022", "192"),
      law("FL (2017:900)", "31–33 §§"),
      law("lag (2018:218)", "7 kap. 2 §"),
    ],
  },
  {
    id: "M20",
    title: {
      sv: "Beslut: vi kan inte behandla din begäran",
      en: "Decision: we cannot deal with your request",
    },
    to: "requester",
    scope: { regimes: gdpr, controllers: authority, outcomes: ["refused"] },
    parts: [
      part(
        "outcome",
        "{controller} avvisar din begäran från {receivedOn}, eftersom din identitet inte har kunnat fastställas.",
        "{controller} dismisses your request of {receivedOn}, since your identity could not be established.",
        {
          child: {
            sv: "Du skrev till oss {receivedOn}. Vi kan inte svara på din fråga, för vi vet inte säkert vem du är.",
            en: "You wrote to us on {receivedOn}. We cannot answer your question, because we do not know for certain who you are.",
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
      ...decidedBy,
      appeal,
      complaint,
      contact,
    ],
    law: [
      law("GDPR", "art. 11(2), 12(2), 12(4)"),
      law("FL (2017:900)", "31–33 §§"),
      law("lag (2018:218)", "7 kap. 2 §"),
    ],
  },
  {
    id: "M24",
    title: { sv: "Beslut om din begäran", en: "Decision on your request" },
    to: "requester",
    scope: { regimes: ["gdpr", "public-records"], outcomes: ["refused", "no-data"] },
    parts: [
      part(
        "outcome",
        "{controller} avslår din begäran från {receivedOn}. Vi varken bekräftar eller dementerar att det finns uppgifter som den gäller. Samma svar ges oavsett om det finns uppgifter eller inte.",
        "{controller} refuses your request of {receivedOn}. We neither confirm nor deny that there are data it concerns. The same answer is given whether there are or not.",
      ),
      reasons,
      rules,
      part(
        "information",
        "Redan ett besked om att en person är känd eller inte kan röja det som ska skyddas.",
        "Even an answer on whether a person is known may reveal what is to be protected.",
      ),
      ...decidedBy,
      appeal,
      complaint,
      courtRemedy,
      contact,
    ],
    law: [
      law("OSL (2009:400)", "21 kap. 3–3 a §§, 22 kap. 1–2 §§, 6 kap. 7–8 §§"),
      law("FL (2017:900)", "31–33 §§"),
      law("GDPR", "art. 12(4)"),
      law("lag (2018:218)", "7 kap. 2 §"),
    ],
  },
];
