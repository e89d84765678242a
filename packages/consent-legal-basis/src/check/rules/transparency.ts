/** Is the description complete enough to tell people the truth (Art. 5, 12–14, 30)? */
import { allConsentTerms, citedLaw, holds, restsOn } from "../../activity/facts.ts";
import { type Rule, when } from "../rule.ts";
import { emptyPhrase } from "./empty-phrases.ts";

export const transparencyRules: readonly Rule[] = [
  {
    code: "CLB020",
    severity: "error",
    title: { sv: "Gallringsregel saknas", en: "Retention rule missing" },
    message: {
      sv: "Det finns ingen känd regel för hur länge uppgifterna sparas.",
      en: "There is no known rule for how long the data are kept.",
    },
    fix: {
      sv: "Koppla behandlingen till en regel i gallringsreglerna.",
      en: "Tie the activity to a rule of the retention rule set.",
    },
    articles: ["5(1)(e)", "13(2)(a)", "30(1)(f)"],
    find: (a, { retentionRules }) =>
      when(
        a.retentionRule.trim() === "" ||
          (retentionRules !== undefined && !retentionRules.has(a.retentionRule)),
        "retentionRule",
      ),
  },
  {
    code: "CLB031",
    severity: "error",
    title: { sv: "Tiden skiljer sig från regeln", en: "Stated period differs from the rule" },
    message: {
      sv: "Den tid eller startpunkt som anges är inte den som gallringsregeln säger.",
      en: "The stated period or starting point is not what the retention rule says.",
    },
    fix: {
      sv: "Rätta tiden, eller visa vilken regel som ger en annan.",
      en: "Correct the period, or show which rule gives another.",
    },
    articles: ["5(1)(e)", "13(2)(a)"],
    topics: ["record-retention-public", "record-retention-private"],
    find: (a, { retentionRules }) => {
      const stated = a.statedRetention;
      const known = retentionRules?.get(a.retentionRule);
      if (stated === undefined || known === undefined) return [];
      return when(stated.period !== known.period || stated.from !== known.from, "statedRetention");
    },
  },
  {
    code: "CLB021",
    severity: "error",
    title: { sv: "Uppgifter från andra utan information", en: "Indirect source without information" },
    message: {
      sv: "Uppgifter hämtas från andra utan information enligt artikel 14 och utan angivet undantag med lagstöd.",
      en: "Data come from others without information under Article 14 and without a named exception and law.",
    },
    fix: {
      sv: "Informera inom en månad, eller ange undantaget i artikel 14.5 och lagen.",
      en: "Inform within a month, or name the exception of Article 14(5) and the law.",
    },
    articles: ["14(3)", "14(5)"],
    find: (a) => {
      const told = a.indirectInformation;
      const bare =
        told?.kind === "exception" &&
        (told.ground === "c" || told.ground === "d") &&
        (told.law === undefined || told.law.act === "GDPR");
      return when(a.source !== "subject" && (told === undefined || bare), "indirectInformation");
    },
  },
  {
    code: "CLB050",
    severity: "error",
    title: { sv: "Källan är inte angiven", en: "Source not named" },
    message: {
      sv: "Uppgifter hämtas från andra, men det står inte varifrån.",
      en: "Data come from others, but it is not said from where.",
    },
    fix: {
      sv: "Lista källorna och om de är allmänt tillgängliga.",
      en: "List the sources and whether they are publicly accessible.",
    },
    articles: ["14(2)(f)", "15(1)(g)"],
    find: (a) => when(a.source !== "subject" && (a.sources ?? []).length === 0, "sources"),
  },
  {
    code: "CLB022",
    severity: "error",
    title: { sv: "Automatiskt beslut utan skydd", en: "Automated decision without safeguards" },
    message: {
      sv: "Ett automatiskt beslut saknar tillåten grund eller mänsklig prövning på begäran.",
      en: "An automated decision lacks a permitted ground or human review on request.",
    },
    fix: {
      sv: "Ange grunden i artikel 22.2 och hur en människa prövar om, eller låt en människa besluta.",
      en: "Name the ground of Article 22(2) and how a human reviews, or let a human decide.",
    },
    articles: ["22(1)", "22(2)", "22(3)", "13(2)(f)"],
    find: (a) =>
      when(
        a.automatedDecision !== undefined &&
          (a.automatedDecision.ground === undefined ||
            !a.automatedDecision.humanReview ||
            (a.automatedDecision.ground === "contract" && !restsOn(a, "b")) ||
            (a.automatedDecision.ground === "law" && citedLaw(a).every(({ ref }) => ref.act === "GDPR")) ||
            (a.automatedDecision.ground === "explicit-consent" &&
              !allConsentTerms(a).some(({ explicit }) => explicit))),
        "automatedDecision",
      ),
  },
  {
    code: "CLB051",
    severity: "error",
    title: { sv: "Automatiskt beslut om känsliga uppgifter", en: "Automated decision on special data" },
    message: {
      sv: "Ett automatiskt beslut använder känsliga uppgifter utan uttryckligt samtycke eller viktigt allmänt intresse.",
      en: "An automated decision uses special data without explicit consent or substantial public interest.",
    },
    fix: {
      sv: "Låt en människa besluta, eller ange artikel 9.2 a eller g.",
      en: "Let a human decide, or name Article 9(2)(a) or (g).",
    },
    articles: ["22(4)", "9(2)"],
    find: (a) =>
      when(
        a.automatedDecision !== undefined &&
          holds(a, "special") &&
          a.special?.art9 !== "a" &&
          a.special?.art9 !== "g",
        "automatedDecision",
      ),
  },
  {
    code: "CLB024",
    severity: "warning",
    title: { sv: "Ändamålet är för allmänt", en: "Purpose too vague" },
    message: {
      sv: "Ändamålet består av en allmän fras och säger inte vad uppgifterna används till.",
      en: "The purpose is an empty phrase and does not say what the data are used for.",
    },
    fix: {
      sv: "Beskriv uppgiften: vem gör vad, med vilka uppgifter, för vilket resultat.",
      en: "Describe the task: who does what, with which data, for which result.",
    },
    articles: ["5(1)(b)", "13(1)(c)"],
    find: (a) => when(emptyPhrase(a.purpose.sv) || emptyPhrase(a.purpose.en), "purpose"),
  },
  {
    code: "CLB045",
    severity: "warning",
    title: { sv: "Öppen lista över uppgifter", en: "Open-ended list of data" },
    message: {
      sv: "Listan över uppgifter är inte sluten.",
      en: "The list of data is not closed.",
    },
    fix: {
      sv: "Räkna upp alla slags uppgifter; stryk “bland annat” och “annan information”.",
      en: "List every category; strike “among others” and “other information”.",
    },
    articles: ["5(1)(c)", "14(1)(d)"],
    find: (a) => when(a.openEnded === true, "data"),
  },
  {
    code: "CLB040",
    severity: "warning",
    title: { sv: "Ingen text för barn", en: "No text for children" },
    message: {
      sv: "Barn är registrerade men har ingen information som är anpassad för dem.",
      en: "Children are data subjects but have no information adapted to them.",
    },
    fix: {
      sv: "Skriv en text för barn och ungdomar.",
      en: "Write a text for children and young people.",
    },
    articles: ["12(1)"],
    topics: ["child-information"],
    find: (a) =>
      when(
        a.subjects.some((group) => group.relation === "child") && a.childReaders !== "adapted",
        "childReaders",
      ),
  },
  {
    code: "CLB049",
    severity: "error",
    title: { sv: "Måste man lämna uppgifterna?", en: "Must the data be given?" },
    message: {
      sv: "Det står inte om uppgifterna måste lämnas enligt lag eller avtal, och vad som händer annars.",
      en: "It is not said whether the data are required by law or contract, and what happens otherwise.",
    },
    fix: {
      sv: "Ange om uppgifterna krävs och följden av att inte lämna dem.",
      en: "State whether the data are required and the consequence of not giving them.",
    },
    articles: ["13(2)(e)"],
    find: (a) => when(a.source !== "others" && a.requirement === undefined, "requirement"),
  },
];
