/** Who answers for the processing. */
import { type LintRule, stems, words } from "../lint-rule.ts";

export const roleLint: readonly LintRule[] = [
  {
    code: "CLB503",
    problems: ["P12"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(7)", "13(1)(a)"],
    message: {
      sv: "Rollen är ingen roll i dataskyddsförordningen: säg vem som är personuppgiftsansvarig.",
      en: "The role is none of the GDPR's: say who is the controller.",
    },
    all: [words("står bakom", "ligger bakom", "i samarbete mellan")],
    none: [stems("personuppgiftsansvarig")],
  },
  {
    code: "CLB504",
    problems: ["P12"],
    severity: "warning",
    confidence: 0.95,
    articles: ["12(2)", "26(1)"],
    message: {
      sv: "Den enskilde skickas vidare till flera ansvariga utan att ansvaret förklaras.",
      en: "The person is sent on to several controllers without the responsibility being explained.",
    },
    all: [stems("kontakta", "vänd"), /kommun\p{L}*\/|de kommuner|respektive kommun|varje kommun/giu],
  },
  {
    code: "CLB505",
    problems: ["P12"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(7)"],
    message: {
      sv: "Ansvar för all behandling utan undantag stämmer sällan när uppdrag utförs åt andra.",
      en: "Controllership of all processing without exception seldom holds where work is done for others.",
    },
    all: [stems("personuppgiftsansvarig"), words("all behandling", "alla behandlingar")],
  },
  {
    code: "CLB506",
    problems: ["P12"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(7)", "28(3)"],
    topics: ["controller-is-board"],
    message: {
      sv: "Kommunen anges som uppdragsgivare; ansvarig är den nämnd som behandlar uppgifterna.",
      en: "The municipality is named as principal; the controller is the board that processes the data.",
    },
    all: [
      stems("personuppgiftsbiträde", "biträde"),
      stems("kommunens uppdrag", "kommunens räkning", "kommunens vägnar"),
    ],
  },
  {
    code: "CLB507",
    problems: ["P12"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(7)", "13(1)(a)"],
    message: {
      sv: "Den ansvariga juridiska personen är inte angiven med namn och form.",
      en: "The responsible legal person is not named with its form.",
    },
    all: [words("är personuppgiftsansvarig", "är personuppgiftsansvariga")],
    none: [
      /(?<![\p{L}])AB(?![\p{L}])|aktiebolag|nämnd|styrelse|org\.?(?:anisations)?nummer|org\.? ?nr|\d{6}-\d{4}|stiftelse|förening|kommun/giu,
    ],
  },
];
