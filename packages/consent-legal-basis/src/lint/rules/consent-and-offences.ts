/** Consent that is none or that is tied, and data on offences. */
import { type LintRule, stems, words } from "../lint-rule.ts";

export const consentLint: readonly LintRule[] = [
  {
    code: "CLB559",
    problems: ["P3", "P15"],
    severity: "warning",
    confidence: 0.95,
    articles: ["6(3)"],
    message: {
      sv: "Reglerna för hälso- och sjukvård åberopas för något som är socialtjänst.",
      en: "Health care rules are relied on for what is social services.",
    },
    all: [/hälso- och sjukvård\p{L}*/giu, stems("följer", "lagar", "regler")],
    none: [words("inom socialtjänst"), stems("hämta", "legitimera")],
    kind: "private-provider",
    textHas: stems("familjehem"),
  },
  {
    code: "CLB560",
    problems: ["P3"],
    severity: "warning",
    confidence: 0.95,
    articles: ["6(3)"],
    message: {
      sv: "Ett krav från tillsynsmyndigheten är ingen rättslig grund i sig.",
      en: "A requirement of the inspectorate is no legal basis in itself.",
    },
    all: [/krav\p{L}* .{0,25}(?:ivo|inspektionen)/giu, stems("lämna", "registerutdrag", "uppgift")],
  },
  {
    code: "CLB561",
    problems: ["P4"],
    severity: "error",
    confidence: 0.95,
    articles: ["10"],
    topics: ["criminal-data-others"],
    message: {
      sv: "Registerutdrag eller bakgrundskontroll samlas in utan lagstöd enligt artikel 10.",
      en: "Register extracts or background checks are collected without support under Article 10.",
    },
    all: [
      /registreringsbevis\p{L}*|bakgrundskoll\p{L}*|bakgrundskontroll\p{L}*|belastningsregisterutdrag\p{L}*|utdrag ur belastningsregist\p{L}*|(?:lämn|spar|saml|förvar|hämt|kräv)\p{L}*.{0,60}registerutdrag|registerutdrag.{0,60}(?:lämn|spar|saml|förvar|polis)\p{L}*/giu,
    ],
    none: [
      /begär\p{L}* (?:att få )?(?:ett )?registerutdrag|begäran om (?:ett )?registerutdrag|kallas registerutdrag|rätt (?:att|till) .{0,40}registerutdrag|få (?:ut )?(?:ett )?registerutdrag|lämna\p{L}* tillbaka|visa upp|sparar (?:vi )?inte|\d+ kap|lag(?:en)? \(/giu,
    ],
  },
  {
    code: "CLB562",
    problems: ["P3"],
    severity: "warning",
    confidence: 0.95,
    articles: ["6(1)(b)", "9(2)"],
    message: {
      sv: "Avtal kan bära vanliga uppgifter om den som vill bli familjehem, inte hälsa eller brott.",
      en: "Contract can carry ordinary data of those who want to become a family home, not health or offences.",
    },
    all: [stems("avtal"), /(?:bli|vara|som) (?:familjehem|jourhem|kontaktfamilj)/giu],
    none: [stems("känslig", "hälsa", "utom", "skriva under", "teckna")],
  },
  {
    code: "CLB540",
    problems: ["P1"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(11)", "7(4)"],
    topics: ["secrecy-waiver"],
    message: {
      sv: "Samtycke som måste lämnas är inte frivilligt.",
      en: "Consent that must be given is not free.",
    },
    all: [
      /(?:måste|behöver) (?:vi )?(?:få|ha|ge|lämna) (?:\p{L}+ )?samtycke|samtycke (?:krävs|är ett krav)/giu,
    ],
    none: [words("inte", "inget"), stems("sekretess", "kamer", "sensor", "gps")],
  },
  {
    code: "CLB563",
    problems: ["P2"],
    severity: "error",
    confidence: 0.95,
    articles: ["4(11)", "7(2)"],
    message: {
      sv: "Att göra något annat räknas som samtycke.",
      en: "Doing something else counts as consent.",
    },
    all: [
      /(?:samtycker|godkänner|medger|accepterar) du|innebär att du (?:ger|lämnar) (?:ditt|din) (?:samtycke|medgivande|tillåtelse|godkännande)|ger du (?:ditt|din) (?:samtycke|tillåtelse|godkännande)|(?:anses|antas) du ha samtyckt/giu,
    ],
    none: [/(?:kryssar|signerar|undertecknar) (?:i|du)/giu],
  },
  {
    code: "CLB564",
    problems: ["P1"],
    severity: "error",
    confidence: 0.95,
    articles: ["7(4)", "4(11)"],
    message: {
      sv: "Uppdraget eller tjänsten förutsätter att du samtycker.",
      en: "The assignment or service presupposes that you consent.",
    },
    all: [
      /(?:ansöker|anmäler|söker)(?: du)? .*samtycker du|samtycker (?:du )?till för att (?:kunna|få)|inte (?:vill|samtycker|godkänner) .*(?:kan|får) (?:du|vi) (?:tyvärr )?inte|utan (?:ditt )?samtycke (?:kan|får) (?:du|vi) (?:tyvärr )?inte/giu,
    ],
  },
  {
    code: "CLB565",
    problems: ["P1"],
    severity: "warning",
    confidence: 0.95,
    articles: ["6(1)", "7(3)"],
    message: {
      sv: "En annan grund hålls i reserv efter återkallat samtycke.",
      en: "Another basis is kept in reserve after withdrawal.",
    },
    all: [stems("återkalla"), /annan (?:rättslig|laglig) grund/giu],
    none: [/angett från början|som vi har angett/giu],
  },
  {
    code: "CLB566",
    problems: ["P2"],
    severity: "warning",
    confidence: 0.95,
    articles: ["4(11)", "7(1)"],
    message: {
      sv: "Uttryckligt samtycke utlovas här medan texten på annat ställe tar samtycke för givet.",
      en: "Explicit consent is promised here while the text elsewhere takes consent for granted.",
    },
    all: [stems("samtyck"), stems("uttrycklig")],
    textHas: /ger du (?:ditt|din) (?:samtycke|tillåtelse|godkännande)|samtycker du till/giu,
  },
  {
    code: "CLB606",
    problems: ["P2"],
    severity: "error",
    confidence: 0.95,
    articles: ["4(11)"],
    message: {
      sv: "Tystnad räknas som samtycke.",
      en: "Silence counts as consent.",
    },
    all: [
      stems("samtyck", "medgiv", "godkänn"),
      /(?:om|när) du inte (?:hör av dig|svarar|säger nej|invänder|meddelar)|förkryssad\p{L}*/giu,
    ],
    none: [/(?:inte|aldrig) (?:som|räknas|ett)/giu],
  },
];
