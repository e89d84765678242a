/** The mandatory items of Art. 13 and 14, and where each stands in either article. */
import type { Localized } from "@tillit/law-reference";
import type { FindingCode } from "../check/finding.ts";
import type { NoticeArticle, NoticeRef } from "./notice-document.ts";

export const noticeItems = [
  "controller",
  "dpo",
  "purposes",
  "interest",
  "categories",
  "recipients",
  "transfers",
  "storage",
  "rights",
  "withdraw",
  "complaint",
  "requirement",
  "source",
  "automated",
  "new-purpose",
] as const;

export type NoticeItem = (typeof noticeItems)[number];

type Place = {
  readonly in13?: string;
  readonly in14?: string;
  readonly code: FindingCode;
  readonly what: Localized;
};

export const itemPlaces: Readonly<Record<NoticeItem, Place>> = {
  controller: {
    in13: "1.a",
    in14: "1.a",
    code: "CLB101",
    what: { sv: "vem som är ansvarig och hur man når den", en: "who the controller is and how to reach it" },
  },
  dpo: {
    in13: "1.b",
    in14: "1.b",
    code: "CLB102",
    what: { sv: "hur man når dataskyddsombudet", en: "how to reach the data protection officer" },
  },
  purposes: {
    in13: "1.c",
    in14: "1.c",
    code: "CLB103",
    what: {
      sv: "varför uppgifterna behandlas och på vilken rättslig grund",
      en: "why the data are processed and on which legal basis",
    },
  },
  interest: {
    in13: "1.d",
    in14: "2.b",
    code: "CLB104",
    what: { sv: "vilket det berättigade intresset är", en: "what the legitimate interest is" },
  },
  categories: {
    in14: "1.d",
    code: "CLB105",
    what: { sv: "vilka slags uppgifter det gäller", en: "which kinds of data it is about" },
  },
  recipients: {
    in13: "1.e",
    in14: "1.e",
    code: "CLB106",
    what: { sv: "vem som får uppgifterna", en: "who receives the data" },
  },
  transfers: {
    in13: "1.f",
    in14: "1.f",
    code: "CLB107",
    what: {
      sv: "om uppgifter lämnar EU/EES och vad som skyddar dem då",
      en: "whether data leave the EU/EEA and what protects them then",
    },
  },
  storage: {
    in13: "2.a",
    in14: "2.a",
    code: "CLB108",
    what: { sv: "hur länge uppgifterna sparas", en: "how long the data are kept" },
  },
  rights: {
    in13: "2.b",
    in14: "2.c",
    code: "CLB109",
    what: { sv: "vilka rättigheter man har", en: "which rights people have" },
  },
  withdraw: {
    in13: "2.c",
    in14: "2.d",
    code: "CLB110",
    what: { sv: "hur samtycke återkallas", en: "how consent is withdrawn" },
  },
  complaint: {
    in13: "2.d",
    in14: "2.e",
    code: "CLB111",
    what: { sv: "var man klagar", en: "where to complain" },
  },
  requirement: {
    in13: "2.e",
    code: "CLB112",
    what: {
      sv: "om uppgifterna måste lämnas och vad som händer annars",
      en: "whether the data must be given and what happens otherwise",
    },
  },
  source: {
    in14: "2.f",
    code: "CLB113",
    what: { sv: "varifrån uppgifterna kommer", en: "where the data come from" },
  },
  automated: {
    in13: "2.f",
    in14: "2.g",
    code: "CLB114",
    what: { sv: "om beslut fattas automatiskt", en: "whether decisions are automated" },
  },
  "new-purpose": {
    in13: "3",
    in14: "4",
    code: "CLB115",
    what: { sv: "att man informeras före nya ändamål", en: "that people are told before new purposes" },
  },
};

/** The place of an item in the article, or undefined where the article does not ask for it. */
export function placeOf(item: NoticeItem, article: NoticeArticle): NoticeRef | undefined {
  const place = article === 13 ? itemPlaces[item].in13 : itemPlaces[item].in14;
  return place === undefined ? undefined : `${article}.${place}`;
}

/** "13.1.a" as an article of the regulation: "13(1)(a)". */
export function articleOf(ref: NoticeRef): string {
  const [article, paragraph, letter] = ref.split(".");
  return `${article ?? ""}(${paragraph ?? ""})${letter === undefined ? "" : `(${letter})`}`;
}
