/** Special categories (Art. 9), offences (Art. 10), identification numbers (Art. 87), searches, compilations. */
import { holds, restsOn } from "../../activity/facts.ts";
import { type Rule, when } from "../rule.ts";

export const specialDataRules: readonly Rule[] = [
  {
    code: "CLB004",
    severity: "error",
    title: { sv: "Känsliga uppgifter utan grund", en: "Special category data without a ground" },
    message: {
      sv: "Känsliga personuppgifter behandlas utan att ett undantag i artikel 9.2 är angivet.",
      en: "Special category data are processed without an exception of Article 9(2).",
    },
    fix: {
      sv: "Ange undantaget och lagen, eller sluta samla in uppgifterna.",
      en: "Name the exception and the law, or stop collecting the data.",
    },
    articles: ["9(1)", "9(2)"],
    topics: ["care-special-data"],
    find: (a) => when(holds(a, "special") && a.special === undefined, "special"),
  },
  {
    code: "CLB005",
    severity: "error",
    title: { sv: "Undantag i artikel 9 utan lag", en: "Article 9 exception without law" },
    message: {
      sv: "Undantag b, g, h, i och j gäller bara med stöd i annan lag än dataskyddsförordningen.",
      en: "Exceptions b, g, h, i and j need support in a law other than the GDPR itself.",
    },
    fix: { sv: "Ange lag och paragraf.", en: "Name the act and section." },
    articles: ["9(2)"],
    topics: ["care-special-data"],
    find: (a) =>
      when(
        a.special !== undefined && "law" in a.special && a.special.law.every((ref) => ref.act === "GDPR"),
        "special",
        "law",
      ),
  },
  {
    code: "CLB006",
    severity: "error",
    title: { sv: "Lagöverträdelser utan lagstöd", en: "Offences without support in law" },
    message: {
      sv: "Uppgifter om lagöverträdelser får bara behandlas under myndighets kontroll eller med uttryckligt lagstöd.",
      en: "Data on offences may be processed only under official authority or with express support in law.",
    },
    fix: {
      sv: "Ange lagstödet. Saknas det: titta på utdraget, lämna tillbaka det och spara bara att kontrollen är gjord.",
      en: "Name the law. If there is none: look at the extract, hand it back and keep only that the check was made.",
    },
    articles: ["10"],
    topics: ["care-criminal-data", "criminal-data-others"],
    find: (a) =>
      when(
        holds(a, "criminal") &&
          (a.criminal === undefined ||
            (a.criminal.art10 === "official-authority" && a.controller.kind !== "public-authority") ||
            a.criminal.law.act === "GDPR"),
        "criminal",
      ),
  },
  {
    code: "CLB029",
    severity: "error",
    title: { sv: "Lagöverträdelser på samtycke", en: "Offences on consent" },
    message: {
      sv: "Samtycke kan aldrig bära uppgifter om lagöverträdelser.",
      en: "Consent can never carry data on offences.",
    },
    fix: {
      sv: "Ta bort uppgifterna eller skilj ut dem till en behandling med lagstöd.",
      en: "Remove the data or move them to an activity with support in law.",
    },
    articles: ["10", "6(1)(a)"],
    topics: ["criminal-data-others"],
    find: (a) => when(holds(a, "criminal") && restsOn(a, "a"), "basis"),
  },
  {
    code: "CLB007",
    severity: "error",
    title: { sv: "Vård och omsorg utan tystnadsplikt", en: "Care ground without secrecy" },
    message: {
      sv: "Undantaget för vård och social omsorg kräver lagstadgad tystnadsplikt.",
      en: "The exception for health and social care requires a statutory duty of secrecy.",
    },
    fix: {
      sv: "Ange bestämmelsen om tystnadsplikt eller sekretess.",
      en: "Name the provision on professional secrecy.",
    },
    articles: ["9(2)(h)", "9(3)"],
    topics: ["care-secrecy"],
    find: (a) =>
      when(
        a.special?.art9 === "h" && (a.special.secrecy === undefined || a.special.secrecy.act === "GDPR"),
        "special",
        "secrecy",
      ),
  },
  {
    code: "CLB016",
    severity: "error",
    title: { sv: "Känsligt innehåll i sammanställning", en: "Sensitive data in a compilation" },
    message: {
      sv: "En sammanställning innehåller känsliga eller ömtåliga uppgifter utan något av lagens undantag.",
      en: "A compilation holds sensitive or delicate data without one of the statute's exceptions.",
    },
    fix: {
      sv: "Ta bort uppgifterna ur sammanställningen eller ange undantaget.",
      en: "Take the data out of the compilation or name the exception.",
    },
    articles: ["9(1)"],
    topics: ["compilation"],
    nationalOnly: true,
    find: (a) =>
      when(
        a.compilation?.sensitive === true && (a.compilation.ground ?? "").trim() === "",
        "compilation",
        "ground",
      ),
  },
  {
    code: "CLB017",
    severity: "error",
    title: { sv: "Personnummer utan grund", en: "Identification number without a ground" },
    message: {
      sv: "Personnummer behandlas utan att det är motiverat med stöd i lag.",
      en: "A national identification number is processed without a ground in law.",
    },
    fix: {
      sv: "Ange varför säker identifiering är viktig och vilken bestämmelse som ger stöd.",
      en: "State why safe identification matters and which provision supports it.",
    },
    articles: ["87"],
    topics: ["national-id"],
    find: (a) =>
      when(
        holds(a, "national-id") && (a.nationalId === undefined || a.nationalId.law.act === "GDPR"),
        "nationalId",
      ),
  },
  {
    code: "CLB039",
    severity: "error",
    title: { sv: "Förbjudna sökbegrepp", en: "Forbidden search terms" },
    message: {
      sv: "Det går att söka fram personer på känsliga uppgifter.",
      en: "People can be searched for by sensitive data.",
    },
    fix: {
      sv: "Begränsa sökning till namn, personnummer och ärendenummer.",
      en: "Limit searches to name, identification number and case number.",
    },
    articles: ["9(1)", "25(1)"],
    topics: ["search-terms"],
    nationalOnly: true,
    find: (a) => when(a.searchTerms?.includes("sensitive") === true, "searchTerms"),
  },
];
