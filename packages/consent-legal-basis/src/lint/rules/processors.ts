/** Processors and cloud services. */
import { type LintRule, stems, words } from "../lint-rule.ts";

export const processorLint: readonly LintRule[] = [
  {
    code: "CLB580",
    problems: ["P13"],
    severity: "warning",
    confidence: 0.95,
    articles: ["13(1)(f)", "44"],
    message: {
      sv: "En molntjänst nämns utan att det står var uppgifterna finns.",
      en: "A cloud service is named without saying where the data are.",
    },
    all: [
      /microsoft 365|office 365|google workspace|google drive|webnode|mailchimp|dropbox|amazon web services|aws|azure|molnmiljö|(?<![\p{L}])icloud|molntjänst/giu,
    ],
    none: [/inom (?:eu|ees|sverige)|i sverige|(?<![\p{L}])ees(?![\p{L}])/giu],
    first: "wording",
  },
  {
    code: "CLB581",
    problems: ["P10"],
    severity: "warning",
    confidence: 0.95,
    articles: ["28(3)"],
    message: {
      sv: "Någon annan sköter ett register utan att biträdesavtal nämns.",
      en: "Someone else runs a register without a processing agreement being named.",
    },
    all: [
      /(?:hanteras|sköts|administreras) av (?!oss|vår|personal|behörig|handläggar)\p{L}+/giu,
      stems("register", "medlem", "system"),
    ],
    none: [stems("avtal")],
  },
  {
    code: "CLB582",
    problems: ["P10"],
    severity: "error",
    confidence: 0.95,
    articles: ["28(3)"],
    message: {
      sv: "Biträdesavtal tecknas bara i vissa fall.",
      en: "Processing agreements are signed only in some cases.",
    },
    all: [
      words("i vissa fall", "ibland", "vid behov", "oftast"),
      stems("personuppgiftsbiträdesavtal", "biträdesavtal"),
    ],
  },
  {
    code: "CLB605",
    problems: ["P13"],
    severity: "error",
    confidence: 0.9,
    articles: ["44", "46", "13(1)(f)"],
    message: {
      sv: "Uppgifter förs utanför EU/EES utan att det står vad som skyddar dem där.",
      en: "Data go outside the EU/EEA without saying what protects them there.",
    },
    all: [
      stems("lagra", "spara", "överför", "skicka", "finns", "behandla", "server"),
      /(?<![\p{L}])(?:usa|indien|kina|tredje ?land)(?![\p{L}])|utanför (?:eu|ees)/giu,
    ],
    none: [
      /standardavtal\p{L}*|adekvat\p{L}*|data privacy framework|artikel 4[5-9]|skyddsåtgärd\p{L}*/giu,
      words("inte", "inga", "aldrig", "ingen"),
    ],
  },
];
