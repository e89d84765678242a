import type { Art6 } from "../../activity/basis.ts";
import { listWords } from "../../law/localized.ts";
import type { NoticeLevel } from "../notice-document.ts";
import type { NoticeTexts } from "./notice-texts.ts";

const tools = {
  adequacy: "EU-kommissionen har beslutat att landet skyddar personuppgifter tillräckligt",
  scc: "EU:s standardavtal skyddar uppgifterna",
  bcr: "företagsgruppens bindande regler skyddar uppgifterna",
  art49: "ett särskilt undantag i artikel 49 används",
} as const;

function basis(ground: Art6, level: NoticeLevel): string {
  const easy = level === "easy-read";
  switch (ground.art6) {
    case "a":
      return easy ? "du har sagt ja" : "ditt samtycke";
    case "b":
      if (easy) return "det behövs för avtalet med dig";
      return ground.contract === "performance"
        ? "avtalet med dig"
        : "åtgärder som du har bett om före ett avtal";
    case "c":
      return easy ? "lagen säger att vi måste" : "en skyldighet enligt lag";
    case "d":
      return easy ? "det skyddar någons liv" : "skydd av någons liv";
    case "e":
      return easy
        ? "det är vårt uppdrag enligt lag"
        : "en uppgift av allmänt intresse eller myndighetsutövning";
    case "f":
      return easy ? "vi har ett viktigt skäl" : "en intresseavvägning";
  }
}

export const noticeSv: NoticeTexts = {
  title: (name, level) =>
    level === "easy-read"
      ? `Dina uppgifter hos ${name} – lättläst`
      : `Så använder ${name} dina personuppgifter`,
  headings: {
    controller: "Vem som ansvarar",
    dpo: "Dataskyddsombud",
    purposes: "Vad vi använder uppgifterna till, och med vilken rätt",
    interest: "Vårt berättigade intresse",
    categories: "Vilka uppgifter vi har",
    recipients: "Vem som får uppgifterna",
    transfers: "Utanför EU och EES",
    storage: "Hur länge vi sparar uppgifterna",
    rights: "Dina rättigheter",
    withdraw: "Om du har samtyckt",
    complaint: "Om du inte är nöjd",
    requirement: "Måste du lämna uppgifterna?",
    source: "Varifrån uppgifterna kommer",
    automated: "Automatiska beslut",
    "new-purpose": "Nya ändamål",
  },
  easyHeadings: {
    controller: "Vem har ansvaret?",
    dpo: "Vem kan du fråga?",
    purposes: "Varför behöver vi dina uppgifter?",
    interest: "Vad är vårt skäl?",
    categories: "Vad vet vi om dig?",
    recipients: "Vem får se uppgifterna?",
    transfers: "Skickas uppgifterna långt bort?",
    storage: "Hur länge finns uppgifterna kvar?",
    rights: "Vad kan du göra?",
    withdraw: "Kan du ändra dig?",
    complaint: "Var kan du klaga?",
    requirement: "Måste du svara?",
    source: "Vem har berättat för oss?",
    automated: "Bestämmer en dator?",
    "new-purpose": "Om något ändras",
  },
  controller: ({ name, contact, representative }, level) => {
    const easy = level === "easy-read";
    const who = easy ? `${name} har ansvaret för dina uppgifter.` : `${name} är personuppgiftsansvarig.`;
    const where = contact === "" ? "" : easy ? ` Du kan nå oss: ${contact}.` : ` Du når oss här: ${contact}.`;
    const deputy = representative === undefined ? "" : ` Företrädare: ${representative}.`;
    return who + where + deputy;
  },
  dpo: ({ contact }, level) =>
    level === "easy-read"
      ? `Vårt dataskyddsombud ser till att vi följer lagen. Du kan fråga ombudet: ${contact}.`
      : `Du når vårt dataskyddsombud här: ${contact}.`,
  basis,
  special: ({ law }, level) =>
    level === "easy-read"
      ? `Vissa uppgifter är extra känsliga. Vi får ha dem enligt ${law}.`
      : `Känsliga uppgifter behandlar vi med stöd av ${law}.`,
  criminal: ({ law }, level) =>
    level === "easy-read"
      ? `Vi får se uppgifter om brott enligt ${law}.`
      : `Uppgifter om lagöverträdelser behandlar vi med stöd av ${law}.`,
  nationalId: ({ law }, level) =>
    level === "easy-read"
      ? `Vi använder ditt personnummer för att veta att det är du. Det får vi enligt ${law}.`
      : `Personnummer använder vi för säker identifiering, med stöd av ${law}.`,
  purpose: ({ purpose, basis: ground, law }, level) => {
    const support = law === "" ? "" : ` (${law})`;
    if (level === "easy-read") return `${purpose} Vi får göra det för att ${ground}${support}.`;
    return `${purpose} Rättslig grund: ${ground}${support}.`;
  },
  data: ({ categories }, level) =>
    level === "easy-read" ? `Vi har de här uppgifterna: ${categories}.` : `Uppgifter: ${categories}.`,
  interest: ({ interest }, level) =>
    level === "easy-read" ? `Vårt skäl är: ${interest}.` : `Vårt berättigade intresse: ${interest}.`,
  recipients: ({ names }, level) => {
    if (names.length === 0) {
      return level === "easy-read"
        ? "Bara vi ser uppgifterna."
        : "Vi lämnar inte ut uppgifterna till någon annan.";
    }
    const all = listWords(names, "sv");
    return level === "easy-read"
      ? `De här får se uppgifter om dig: ${all}.`
      : `Uppgifterna kan lämnas till ${all}.`;
  },
  noTransfer: (_, level) =>
    level === "easy-read"
      ? "Uppgifterna stannar i Europa."
      : "Uppgifterna förs inte till något land utanför EU och EES.",
  transfer: ({ country, tool, copyFrom }, level) => {
    const copy = copyFrom === undefined ? "" : ` Kopia av skyddet får du här: ${copyFrom}.`;
    if (level === "easy-read")
      return `Uppgifter skickas till ${country}. Det är tillåtet: ${tools[tool]}.${copy}`;
    return `Uppgifter förs till ${country}; ${tools[tool]}.${copy}`;
  },
  storage: ({ retention }) => retention,
  rightsIntro: ({ answersWithin }, level) => {
    const time = answersWithin === undefined ? "" : ` Du får svar ${answersWithin}.`;
    if (level === "easy-read") return `Du kan be oss om något av det här. Det kostar inget.${time}`;
    if (level === "short") return `Du har rättigheter som är gratis att använda.${time}`;
    return `Det är gratis att använda dina rättigheter och du kan göra det på vilket sätt du vill, även muntligt.${time}`;
  },
  rightNames: {
    inform: "Få information",
    access: "Få veta vad vi har om dig",
    rectification: "Få fel rättade",
    erasure: "Få uppgifter raderade",
    restriction: "Få användningen begränsad",
    notification: "Få veta vem som har fått besked om en ändring",
    portability: "Flytta dina uppgifter",
    object: "Invända mot användningen",
    "object-marketing": "Säga nej till reklam",
    "not-automated": "Slippa automatiska beslut",
    withdraw: "Återkalla samtycke",
    complain: "Klaga",
  },
  easyRights: {
    access: {
      applies: "Du får se vad vi har skrivit om dig.",
      conditional:
        "Du får se vad vi har skrivit om dig. Vissa saker är hemliga, till exempel om andra personer.",
      excluded: "Du kan inte få se uppgifterna här.",
    },
    rectification: {
      applies: "Är något fel? Då rättar vi det.",
      conditional: "Är något fel? Då rättar vi det, om vi kan.",
      excluded: "Vi kan inte ändra uppgifterna här.",
    },
    erasure: {
      applies: "Du kan be oss ta bort uppgifterna.",
      conditional: "Du kan be oss ta bort uppgifterna. Ibland måste vi ha dem kvar.",
      excluded: "Vi kan inte ta bort uppgifterna när du ber om det. Lagen bestämmer när de ska bort.",
    },
    restriction: {
      applies: "Du kan be oss vänta med att använda uppgifterna medan vi reder ut något.",
      conditional: "Du kan ibland be oss vänta med att använda uppgifterna.",
      excluded: "Du kan inte be oss vänta här.",
    },
    portability: {
      applies: "Du kan få uppgifter som du själv har lämnat, och ta dem med dig.",
      conditional: "Ibland kan du få uppgifter som du själv har lämnat, och ta dem med dig.",
      excluded: "Det går bara när du har sagt ja eller har ett avtal med oss.",
    },
    "not-automated": {
      applies: "En dator får inte ensam bestämma något viktigt om dig.",
      conditional: "En dator får bara ibland bestämma något viktigt om dig.",
      excluded: "En dator får bestämma här.",
    },
  },
  excluded: (reason, level) =>
    level === "easy-read" ? `Gäller inte här. ${reason}` : `Gäller inte här: ${reason}`,
  objection: ({ open, reason }, level) => {
    if (!open) {
      return level === "easy-read"
        ? `Du kan inte säga nej till den här användningen. ${reason}`
        : `Rätten att invända gäller inte den här behandlingen: ${reason}`;
    }
    return level === "easy-read"
      ? "Du kan säga nej till att vi använder dina uppgifter. Berätta varför, så prövar vi det."
      : "Du har rätt att invända mot behandlingen av skäl som rör just din situation. Då slutar vi, om vi inte kan visa tvingande skäl.";
  },
  easyLeave: "Vi gör det här bara om du säger ja. Du kan ändra dig och behöver inte säga varför.",
  withdraw: ({ channels }, level) => {
    const where = channels.length === 0 ? "" : ` Gör så här: ${listWords(channels, "sv")}.`;
    return level === "easy-read"
      ? `Har du sagt ja kan du ändra dig när du vill.${where}`
      : `Du kan när som helst återkalla ditt samtycke. Det som har gjorts dessförinnan förblir tillåtet.${where}`;
  },
  complaint: ({ authority, contact }, level) => {
    const where = contact === undefined ? authority : `${authority}: ${contact}`;
    return level === "easy-read"
      ? `Tycker du att vi gör fel? Då kan du klaga hos ${where}.`
      : `Du kan klaga hos ${where}. Du kan också vända dig till domstol.`;
  },
  requirement: ({ kind, consequence }, level) => {
    const easy = level === "easy-read";
    const what = {
      statutory: easy ? "Lagen säger att uppgifterna behövs." : "Uppgifterna krävs enligt lag.",
      contractual: easy ? "Uppgifterna behövs för ett avtal." : "Uppgifterna behövs för ett avtal.",
      voluntary: easy ? "Du väljer själv." : "Det är frivilligt att lämna uppgifterna.",
    }[kind];
    return `${what} ${consequence}`;
  },
  source: ({ names, open }, level) => {
    const publicly = open.length === 0 ? "" : ` Allmänt tillgängliga källor: ${listWords(open, "sv")}.`;
    return level === "easy-read"
      ? `Vi har fått uppgifter från ${listWords(names, "sv")}.${publicly}`
      : `Uppgifterna kommer från ${listWords(names, "sv")}.${publicly}`;
  },
  noAutomated: (_, level) =>
    level === "easy-read"
      ? "Nej. En människa bestämmer."
      : "Inga beslut fattas enbart automatiskt och ingen profilering sker.",
  automated: ({ logic, consequences }, level) =>
    level === "easy-read"
      ? `En dator gör en del. ${logic} ${consequences} Du kan be att en människa prövar.`
      : `Beslut kan fattas automatiskt. ${logic} ${consequences} Du kan få beslutet prövat av en människa, säga vad du tycker och bestrida det.`,
  newPurpose: (_, level) =>
    level === "easy-read"
      ? "Vill vi använda uppgifterna till något nytt berättar vi det först."
      : "Innan vi använder uppgifterna för ett nytt ändamål får du information om det.",
  extraConsent: ({ kind, detail }, level) => {
    if (kind === "secrecy-waiver") {
      return level === "easy-read"
        ? `Vi lämnar uppgifter till ${detail} bara om du säger ja.`
        : `Uppgifter lämnas till ${detail} först när du har medgett att sekretessen hävs. Det är inte den rättsliga grunden.`;
    }
    return level === "easy-read"
      ? `Du måste säga ja innan vi gör det här, enligt ${detail}.`
      : `Lagen kräver dessutom ditt samtycke som villkor: ${detail}. Det är inte den rättsliga grunden.`;
  },
  notStated: "Inte angivet.",
};
