/** Can the consent be valid (Art. 4(11), 7, 9(2)(a)), and is it this kind of consent at all? */
import type { ProcessingActivity } from "../../activity/activity.ts";
import { allConsentTerms, consentTerms, restsOn } from "../../activity/facts.ts";
import { type Rule, when } from "../rule.ts";

const dependent = new Set(["client", "applicant", "carer", "child", "employee"]);

function askedFromChildren(a: ProcessingActivity): boolean {
  return consentTerms(a) !== undefined && a.subjects.some((group) => group.relation === "child");
}

export const consentRules: readonly Rule[] = [
  {
    code: "CLB008",
    severity: "error",
    title: { sv: "Samtycke i beroendeställning till myndighet", en: "Consent under an authority's power" },
    message: {
      sv: "Den som söker eller får något av en myndighet kan sällan samtycka fritt.",
      en: "A person who asks or receives something from an authority can seldom consent freely.",
    },
    fix: { sv: "Använd den lag som ger uppgiften.", en: "Use the law that gives the task." },
    articles: ["4(11)", "7(4)", "6(1)(a)"],
    topics: ["care-processing"],
    find: (a) =>
      when(restsOn(a, "a") && a.controller.kind === "public-authority" && a.task === "public-task", "basis"),
  },
  {
    code: "CLB041",
    severity: "warning",
    title: { sv: "Samtycke i beroendeställning", en: "Consent in a dependent position" },
    message: {
      sv: "Sökande, uppdragstagare, klienter, barn och anställda kan ha svårt att säga nej.",
      en: "Applicants, contractors, clients, children and employees may find it hard to say no.",
    },
    fix: {
      sv: "Visa varför ett nej är riskfritt, eller välj en annan grund från början.",
      en: "Show why a no is without risk, or choose another basis from the start.",
    },
    articles: ["4(11)", "7(4)"],
    find: (a) =>
      when(
        restsOn(a, "a") &&
          !(a.controller.kind === "public-authority" && a.task === "public-task") &&
          a.subjects.some((group) => dependent.has(group.relation)),
        "basis",
      ),
  },
  {
    code: "CLB010",
    severity: "error",
    title: { sv: "Samtycke som villkor", en: "Consent as a condition" },
    message: {
      sv: "Samtycke krävs för att få tjänsten eller uppdraget: då är det inte frivilligt.",
      en: "Consent is required to get the service or the assignment: then it is not free.",
    },
    fix: {
      sv: "Skilj det som behövs för tjänsten (annan grund) från det som verkligen är frivilligt.",
      en: "Separate what the service needs (another basis) from what is truly optional.",
    },
    articles: ["7(4)"],
    find: (a) =>
      when(
        allConsentTerms(a).some(({ tied }) => tied),
        "basis",
        "terms",
        "tied",
      ),
  },
  {
    code: "CLB011",
    severity: "error",
    title: { sv: "Svårt att återkalla", en: "Hard to withdraw" },
    message: {
      sv: "Det saknas ett sätt att återkalla samtycket som är lika lätt som att lämna det.",
      en: "There is no way to withdraw the consent that is as easy as giving it.",
    },
    fix: {
      sv: "Låt återkallelsen ske på samma sätt och ställe som samtycket.",
      en: "Let withdrawal happen in the same way and place as the consent.",
    },
    articles: ["7(3)"],
    find: (a) =>
      when(
        allConsentTerms(a).some(({ withdrawal }) => withdrawal?.asEasy !== true),
        "basis",
        "terms",
        "withdrawal",
      ),
  },
  {
    code: "CLB012",
    severity: "error",
    title: { sv: "Uttryckligt samtycke saknas", en: "Explicit consent missing" },
    message: {
      sv: "Känsliga uppgifter behandlas med stöd av samtycke som inte är uttryckligt.",
      en: "Special category data rest on consent that is not explicit.",
    },
    fix: {
      sv: "Begär ett uttryckligt samtycke för just dessa uppgifter, eller ange en annan grund i artikel 9.2.",
      en: "Ask for explicit consent for these data, or name another ground of Article 9(2).",
    },
    articles: ["9(2)(a)"],
    find: (a) =>
      when(a.special?.art9 === "a" && !allConsentTerms(a).some(({ explicit }) => explicit), "special"),
  },
  {
    code: "CLB013",
    severity: "error",
    title: { sv: "Lagens villkor om samtycke saknas", en: "Consent required by statute missing" },
    message: {
      sv: "Övervakande teknik kräver samtycke från personen, och från närstående i samma bostad, utöver den rättsliga grunden.",
      en: "Monitoring technology needs consent from the person, and from a relative in the same home, on top of the legal basis.",
    },
    fix: {
      sv: "Lägg till samtycket som ett eget villkor, skilt från artikel 6.",
      en: "Add the consent as a condition of its own, apart from Article 6.",
    },
    articles: ["6(3)"],
    topics: ["monitoring-consent"],
    nationalOnly: true,
    find: (a) => {
      if (a.monitoring === undefined) return [];
      const givers = new Set(
        a.safeguards.flatMap((extra) => (extra.kind === "statutory-condition" ? extra.from : [])),
      );
      return when(
        !givers.has("subject") || (a.monitoring.cohabitants && !givers.has("cohabitant")),
        "safeguards",
      );
    },
  },
  {
    code: "CLB014",
    severity: "error",
    title: { sv: "Annat samtycke bokfört som rättslig grund", en: "Another consent booked as legal basis" },
    message: {
      sv: "Att häva sekretess eller gå med på en insats är inte samtycke till personuppgiftsbehandling.",
      en: "Lifting secrecy or agreeing to a measure is not consent to the processing of personal data.",
    },
    fix: {
      sv: "Registrera det som sekretessmedgivande eller lagvillkor och ange en annan grund i artikel 6.",
      en: "Record it as a secrecy waiver or statutory condition and name another basis of Article 6.",
    },
    articles: ["6(1)(a)"],
    topics: ["secrecy-waiver"],
    find: (a) =>
      when(
        allConsentTerms(a).some(({ actsAs }) => actsAs !== "processing"),
        "basis",
        "terms",
        "actsAs",
      ),
  },
  {
    code: "CLB015",
    severity: "error",
    title: { sv: "Alla som måste samtycka är inte med", en: "Required givers incomplete" },
    message: {
      sv: "Det är inte bestämt vem som ska lämna samtycket, eller så ska ett barn lämna det utan vårdnadshavare och utan text som är anpassad för barn.",
      en: "It is not settled who gives the consent, or a child is to give it without a guardian and without a text adapted to children.",
    },
    fix: {
      sv: "Ange alla som måste samtycka och hur många av varje.",
      en: "List everyone who must consent, and how many of each.",
    },
    articles: ["4(11)", "7(1)", "8(1)"],
    find: (a) => {
      const children = askedFromChildren(a) && a.childReaders !== "adapted";
      return when(
        allConsentTerms(a).some(
          ({ givers }) =>
            givers.length === 0 || (children && !givers.some(({ role }) => role === "guardian")),
        ),
        "basis",
        "terms",
        "givers",
      );
    },
  },
  {
    code: "CLB025",
    severity: "error",
    title: { sv: "Reservgrund bakom samtycket", en: "Reserve basis behind the consent" },
    message: {
      sv: "En annan grund hålls i reserv om samtycket återkallas. Grunden får inte bytas i efterhand.",
      en: "Another basis is kept in reserve for a withdrawal. The basis may not be swapped afterwards.",
    },
    fix: {
      sv: "Bestäm grunden innan uppgifterna samlas in; om den andra grunden håller, använd den ensam.",
      en: "Settle the basis before collection; if the other one holds, use it alone.",
    },
    articles: ["5(1)(a)", "6(1)", "7(3)"],
    find: (a) =>
      when(
        allConsentTerms(a).some(({ fallback }) => fallback !== undefined),
        "basis",
        "terms",
        "fallback",
      ),
  },
  {
    code: "CLB026",
    severity: "error",
    title: { sv: "Underförstått samtycke", en: "Implied consent" },
    message: {
      sv: "Att skicka in ett formulär, tiga eller låta en förkryssad ruta stå är inte samtycke.",
      en: "Sending a form, silence or a pre-ticked box is not consent.",
    },
    fix: {
      sv: "Begär en egen, aktiv handling för samtycket eller använd en annan grund.",
      en: "Ask for a separate, active act of consent or use another basis.",
    },
    articles: ["4(11)", "7(2)"],
    find: (a) =>
      when(
        allConsentTerms(a).some(({ expression }) => expression !== "separate-act"),
        "basis",
        "terms",
        "expression",
      ),
  },
];
