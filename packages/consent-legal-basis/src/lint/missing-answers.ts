/** The items of Art. 13 and 14 that no sentence of a text answers: CLB611–625. */
import type { FindingCode } from "../check/finding.ts";
import { gdpr } from "../law/law-ref.ts";
import { itemPlaces, type NoticeItem } from "../notice/items.ts";
import { lintFixes } from "./fixes.ts";
import type { LintFinding } from "./lint-finding.ts";
import type { Sentence } from "./sentences.ts";

type Detector = {
  readonly item: NoticeItem;
  readonly code: FindingCode;
  readonly article: string;
  /** One of these in a sentence answers the item, at least in part. */
  readonly answers: RegExp;
  /** Only asked when the text shows that it matters. */
  readonly onlyIf?: RegExp;
};

/** What each item sounds like in Swedish policy texts. */
export const detectors: readonly Detector[] = [
  {
    item: "controller",
    code: "CLB611",
    article: "13(1)(a)",
    answers:
      /personuppgiftsansvarig|ansvarar för (?:de )?personuppgift|står bakom|kommunens (?:växel|dataskyddsombud)/iu,
  },
  { item: "dpo", code: "CLB612", article: "13(1)(b)", answers: /dataskyddsombud/iu },
  {
    item: "purposes",
    code: "CLB613",
    article: "13(1)(c)",
    answers:
      /syfte|ändamål|för att (?:vi )?(?:ska |kunna |handlägga|bedöma)|rättslig\p{L}* grund|lagliga grund/iu,
  },
  {
    item: "interest",
    code: "CLB614",
    article: "13(1)(d)",
    answers: /berättigat intresse|vårt intresse (?:är|av)/iu,
    onlyIf: /intresseavvägning|berättigat intresse/iu,
  },
  {
    item: "categories",
    code: "CLB615",
    article: "14(1)(d)",
    answers: /personnummer|namn|adress|telefonnummer|hälsa|hälsouppgift|kontaktuppgift/iu,
  },
  {
    item: "recipients",
    code: "CLB616",
    article: "13(1)(e)",
    answers:
      /(?:lämna|lämnas|ges|delas|skickas|överförs|dela|lämnar) .{0,60}(?:till|med|ut|ifrån)|tredje part|mottagare|biträde/iu,
  },
  {
    item: "transfers",
    code: "CLB617",
    article: "13(1)(f)",
    answers: /tredje ?land|utanför (?:eu|ees|europa)|inom (?:eu|ees)|(?:eu|ees)(?:-området)?(?![\p{L}])/iu,
  },
  {
    item: "storage",
    code: "CLB618",
    article: "13(2)(a)",
    answers:
      /\d+ (?:år|månad)|(?:två|tre|fem|sex|sju|tio|tolv) (?:år|månad)|så länge|längre tid än|hur länge/iu,
  },
  {
    item: "rights",
    code: "CLB619",
    article: "13(2)(b)",
    answers:
      /(?:rätt|kan|begära|vill) .{0,60}(?:rättelse|rätta|radering|radera|begränsning|begränsas|invända|tillgång|flytta)|eget initiativ (?:eller|rätta)|på din begäran .{0,40}rätta/iu,
  },
  {
    item: "withdraw",
    code: "CLB620",
    article: "13(2)(c)",
    answers: /återkalla|dra tillbaka|ta tillbaka/iu,
    onlyIf: /samtyck/iu,
  },
  {
    item: "complaint",
    code: "CLB621",
    article: "13(2)(d)",
    answers: /integritetsskyddsmyndigheten|datainspektionen|tillsynsmyndighet/iu,
  },
  {
    item: "requirement",
    code: "CLB622",
    article: "13(2)(e)",
    answers:
      /frivillig|måste lämna|krävs enligt|(?:inte vill|utan|om du inte) .{0,60}(?:kan du|kan vi|uppgifter)|finns det inget samtycke/iu,
  },
  {
    item: "automated",
    code: "CLB623",
    article: "13(2)(f)",
    answers:
      /automatis(?:k|er)\p{L}* (?:\p{L}+ )?(?:beslut|behandl)|profilering|fattas (?:enbart )?automatiskt/iu,
  },
  {
    item: "source",
    code: "CLB624",
    article: "14(2)(f)",
    answers:
      /(?:hämta|inhämta|får in|lämnas till oss|få in)\p{L}* .{0,120}(?:från|via|själv|andra)|uppgifter(?:na)? (?:kommer|som du själv)|varifrån/iu,
  },
  {
    item: "new-purpose",
    code: "CLB625",
    article: "13(3)",
    answers: /(?:nytt|nya|ytterligare|annat) ändamål/iu,
  },
];

/** Items answered by nobody; the finding quotes nothing and stands for the whole text. */
export function missingAnswers(sentences: readonly Sentence[]): readonly LintFinding[] {
  const said = sentences.map(({ text }) => text);
  return detectors.flatMap(({ item, code, article, answers, onlyIf }) => {
    if (onlyIf !== undefined && !said.some((text) => onlyIf.test(text))) return [];
    if (said.some((text) => answers.test(text))) return [];
    const { what } = itemPlaces[item];
    return [
      {
        code,
        severity: "error" as const,
        path: [item],
        problems: ["P8"] as const,
        quote: "",
        start: 0,
        end: 0,
        confidence: 0.9,
        message: { sv: `Texten säger inte ${what.sv}.`, en: `The text does not say ${what.en}.` },
        law: [gdpr(article)],
        fix: lintFixes.P8,
      },
    ];
  });
}
