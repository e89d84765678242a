/** Promises without exception, and promises that cannot be shown. */
import { type LintRule, stems, words } from "../lint-rule.ts";

export const promiseLint: readonly LintRule[] = [
  {
    code: "CLB510",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(2)", "32(1)"],
    message: {
      sv: "Att alla åtgärder redan är vidtagna går inte att visa.",
      en: "That all measures have been taken cannot be shown.",
    },
    all: [words("har vidtagit alla", "vidtagit samtliga")],
  },
  {
    code: "CLB511",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(2)"],
    message: {
      sv: "All behandling sägs följa lagen; det är ett löfte som måste kunna visas för varje behandling.",
      en: "All processing is said to follow the law; that must be shown for each activity.",
    },
    all: [
      words("all behandling", "alla uppgifter", "samtliga behandlingar"),
      /gällande (?:lag|rätt|regel)\p{L}*|enlighet med lag\p{L}*/giu,
    ],
    none: [stems("ansvar")],
  },
  {
    code: "CLB512",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(2)"],
    message: {
      sv: "Ett allmänt påstående om att lagen följs säger inget som kan kontrolleras.",
      en: "A general claim to follow the law says nothing that can be checked.",
    },
    all: [/vi följer (?:alltid )?(?:gdpr|dataskydds)\p{L}*/giu],
  },
  {
    code: "CLB513",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["32(1)"],
    message: {
      sv: "En garanti är ett löfte utan undantag.",
      en: "A guarantee is a promise without exception.",
    },
    all: [stems("garanter")],
    none: [words("inte garantera", "kan inte")],
  },
  {
    code: "CLB514",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(2)"],
    message: {
      sv: "Rutiner nämns utan att det går att se vad de innebär.",
      en: "Routines are named without it being seen what they are.",
    },
    all: [words("interna rutiner"), stems("säkerställ")],
  },
  {
    code: "CLB515",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.9,
    articles: ["32(1)", "5(2)"],
    message: {
      sv: "Ordet alltid gör åtgärden till ett löfte utan undantag.",
      en: "The word always turns the measure into a promise without exception.",
    },
    all: [/(?:ska|skall|iakttas|sker|skyddas|är|håller) (?:dock )?alltid/giu],
    none: [stems("rätt"), stems("välkomm")],
  },
  {
    code: "CLB516",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.9,
    articles: ["5(2)"],
    message: {
      sv: "Att all dokumentation finns på ett ställe håller sällan: papper och e-post glöms.",
      en: "That all documentation is in one place seldom holds: paper and e-mail are forgotten.",
    },
    all: [words("all dokumentation", "alla dokument", "samtlig dokumentation")],
    none: [stems("gallra", "begär")],
  },
  {
    code: "CLB517",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["32(1)"],
    message: {
      sv: "Att tjänsten är säker är ett omdöme, inte en uppgift.",
      en: "That the service is secure is a judgement, not a fact.",
    },
    all: [/(?:säker|säkra|trygg) (?:och \p{L}+ )?(?:plattform|tjänst|lösning|portal)\p{L}*/giu],
  },
  {
    code: "CLB518",
    problems: ["P9"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(2)", "32(1)"],
    message: {
      sv: "Ett löfte om vad som aldrig sker måste vara tekniskt spärrat för att gälla.",
      en: "A promise of what never happens must be enforced by technique to hold.",
    },
    all: [
      /(?:överförs|överföras|hamnar) (?:inte|aldrig)|ingen tillgång till innehåll\p{L}*|kan aldrig (?:läsa|se)/giu,
    ],
    none: [stems("tredjeland", "tredje land", "utanför eu", "utanför ees")],
  },
  {
    code: "CLB519",
    problems: ["P9", "P15"],
    severity: "warning",
    confidence: 0.95,
    articles: ["5(1)(a)"],
    message: {
      sv: "Ett godkännande från en myndighet åberopas utan att det går att kontrollera.",
      en: "An authority's approval is claimed without a way to check it.",
    },
    all: [
      /(?:godkän(?:d|t|da)|certifiera(?:d|t)) av (?:socialstyrelsen|ivo|imy|integritetsskyddsmyndigheten|datainspektionen|inspektionen)/giu,
    ],
  },
];
