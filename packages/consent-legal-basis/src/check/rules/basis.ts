/** Is there a ground for the processing at all (Art. 6)? */
import { basesOf, citedLaw, restsOn } from "../../activity/facts.ts";
import { inForceOn } from "../../law/in-force.ts";
import { type Rule, when } from "../rule.ts";

export const basisRules: readonly Rule[] = [
  {
    code: "CLB001",
    severity: "error",
    title: {
      sv: "Myndighet stöder sig på intresseavvägning",
      en: "Authority relies on legitimate interests",
    },
    message: {
      sv: "En myndighet får inte använda berättigat intresse för det den gör som myndighet.",
      en: "A public authority may not use legitimate interests for what it does as an authority.",
    },
    fix: {
      sv: "Ange den lag som ger uppgiften och använd artikel 6.1 c eller e.",
      en: "Name the law that gives the task and use Article 6(1)(c) or (e).",
    },
    articles: ["6(1)(f)", "6(1)"],
    topics: ["public-task-support"],
    find: (a) =>
      when(a.controller.kind === "public-authority" && a.task === "public-task" && restsOn(a, "f"), "basis"),
  },
  {
    code: "CLB002",
    severity: "error",
    title: { sv: "Grund utan lag", en: "Basis without law" },
    message: {
      sv: "Rättslig förpliktelse och allmänt intresse måste följa av en annan lag än dataskyddsförordningen.",
      en: "A legal obligation or public task must follow from a law other than the GDPR itself.",
    },
    fix: { sv: "Ange lag och paragraf.", en: "Name the act and section." },
    articles: ["6(3)"],
    topics: ["public-task-support"],
    find: (a) =>
      basesOf(a).flatMap((basis, index) =>
        when(
          (basis.art6 === "c" || basis.art6 === "e") && basis.law.every((ref) => ref.act === "GDPR"),
          ...(index === 0 ? ["basis", "law"] : ["alsoOn", index - 1, "law"]),
        ),
      ),
  },
  {
    code: "CLB003",
    severity: "error",
    title: { sv: "Lagen gällde inte den dagen", en: "Law not in force on the day" },
    message: {
      sv: "En åberopad bestämmelse gällde inte den dag som kontrollen avser.",
      en: "A provision relied on was not in force on the day of the check.",
    },
    fix: {
      sv: "Ersätt hänvisningen med den bestämmelse som gällde då.",
      en: "Replace the reference with the provision in force then.",
    },
    articles: ["5(1)(a)", "6(3)"],
    // An interval that the activity states itself does not outlive the act: the national law knows repeals.
    find: (a, { national, on }) =>
      citedLaw(a)
        .filter(
          ({ ref }) =>
            !inForceOn(ref.inForce, on) ||
            national?.repealed.some(({ sfs, inForce }) => sfs === ref.sfs && !inForceOn(inForce, on)) ===
              true,
        )
        .map(({ path }) => path),
  },
  {
    code: "CLB009",
    severity: "error",
    title: { sv: "Samtycke trots laglig skyldighet", en: "Consent although a legal duty exists" },
    message: {
      sv: "Samtycke begärs för något som samtidigt sägs vara en skyldighet enligt lag: valet är inte verkligt.",
      en: "Consent is asked for something also said to be a legal duty: the choice is not real.",
    },
    fix: {
      sv: "Använd den lagliga skyldigheten ensam och ta bort samtycket.",
      en: "Use the legal duty alone and drop the consent.",
    },
    articles: ["6(1)(a)", "6(1)(c)", "4(11)"],
    find: (a) =>
      when(
        restsOn(a, "a") && (restsOn(a, "c") || restsOn(a, "e") || a.requirement?.kind === "statutory"),
        "basis",
      ),
  },
  {
    code: "CLB023",
    severity: "error",
    title: { sv: "Intresseavvägning saknas", en: "Balancing test missing" },
    message: {
      sv: "Berättigat intresse åberopas utan en dokumenterad avvägning.",
      en: "Legitimate interests are relied on without a documented balancing test.",
    },
    fix: {
      sv: "Gör avvägningen, spara den och hänvisa till den.",
      en: "Carry out the test, keep it and refer to it.",
    },
    articles: ["6(1)(f)", "5(2)"],
    find: (a) =>
      basesOf(a).flatMap((basis, index) =>
        when(
          basis.art6 === "f" && basis.balancingTest === undefined,
          ...(index === 0 ? ["basis"] : ["alsoOn", index - 1]),
        ),
      ),
  },
  {
    code: "CLB027",
    severity: "error",
    title: { sv: "Avtal med någon annan", en: "Contract with someone else" },
    message: {
      sv: "Avtal är grund bara när den registrerade själv är part; ett avtal med kommunen räcker inte.",
      en: "Contract is a basis only when the data subject is a party; a contract with a municipality is not enough.",
    },
    fix: {
      sv: "Använd den lag som kräver eller tillåter behandlingen.",
      en: "Use the law that requires or allows the processing.",
    },
    articles: ["6(1)(b)"],
    topics: ["documentation-duty"],
    find: (a) =>
      basesOf(a).flatMap((basis, index) =>
        when(
          basis.art6 === "b" && !basis.subjectIsParty,
          ...(index === 0 ? ["basis"] : ["alsoOn", index - 1]),
        ),
      ),
  },
  {
    code: "CLB028",
    severity: "warning",
    title: { sv: "Avtal som grund för myndighetsutövning", en: "Contract as basis for authority tasks" },
    message: {
      sv: "En myndighets handläggning bygger sällan på avtal med den enskilde.",
      en: "An authority's casework rarely rests on a contract with the individual.",
    },
    fix: {
      sv: "Pröva om artikel 6.1 c eller e med lagstöd passar bättre.",
      en: "Consider Article 6(1)(c) or (e) with support in law.",
    },
    articles: ["6(1)(b)", "6(1)(e)"],
    topics: ["public-task-support"],
    find: (a) =>
      when(a.controller.kind === "public-authority" && a.task === "public-task" && restsOn(a, "b"), "basis"),
  },
  {
    code: "CLB038",
    severity: "error",
    title: { sv: "Lagen gäller inte den ansvarige", en: "The law does not bind the controller" },
    message: {
      sv: "En åberopad bestämmelse riktar sig till en annan sorts verksamhet än den personuppgiftsansvariges.",
      en: "A provision relied on addresses another kind of body than this controller.",
    },
    fix: {
      sv: "Ange den bestämmelse som binder just den här verksamheten.",
      en: "Name the provision that binds this body.",
    },
    articles: ["6(3)"],
    find: (a) =>
      citedLaw(a)
        .filter(({ ref }) => ref.binds !== undefined && !ref.binds.includes(a.controller.kind))
        .map(({ path }) => path),
  },
  {
    code: "CLB047",
    severity: "warning",
    title: { sv: "Beskrivningen gäller inte den dagen", en: "Description not valid on the day" },
    message: {
      sv: "Behandlingen är inte beskriven för den dag som kontrollen avser.",
      en: "The activity is not described for the day of the check.",
    },
    fix: { sv: "Lägg till en version som gäller dagen.", en: "Add a version that covers the day." },
    articles: ["5(2)", "30(1)"],
    find: (a, { on }) =>
      when(on < a.validFrom || (a.validUntil !== undefined && on > a.validUntil), "validFrom"),
  },
];
