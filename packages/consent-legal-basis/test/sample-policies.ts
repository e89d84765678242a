/**
 * Privacy policies that we wrote ourselves. Each line is a sentence with the problems it carries; a line without
 * any is an innocent, often worded close to a fault. `lacks` = items of Art. 13/14 that the whole text leaves out.
 */
import type { ControllerKind, LintProblem } from "@tillit/consent-legal-basis";

export type SamplePolicy = {
  readonly name: string;
  readonly kind: ControllerKind;
  readonly lines: readonly (readonly [sentence: string, ...problems: LintProblem[]])[];
  readonly lacks: readonly string[];
};

/** What a complete text says, to be left alone. */
const complete = {
  controller: ["Socialnämnden i Lillby är personuppgiftsansvarig."],
  officer: ["Du når vårt dataskyddsombud på dso@lillby.example."],
  transfers: ["Uppgifterna stannar inom EU."],
  automated: ["Inga beslut fattas automatiskt."],
  complaint: ["Du kan klaga hos Integritetsskyddsmyndigheten och överklaga våra beslut."],
  newPurpose: ["Vi berättar innan vi använder uppgifterna för ett nytt ändamål."],
  rights: ["Du kan begära rättelse, och i vissa fall radering och begränsning."],
  access: ["Du har rätt att få information om dina uppgifter inom en månad."],
  required: ["Det är frivilligt att anmäla intresse; utan uppgifterna kan vi inte bedöma dig."],
  storage: [
    "Personakten gallras fem år efter sista anteckningen i akten, men handlingar om placerade barn sparas.",
  ],
  source: ["Uppgifterna kommer från dig själv och från folkbokföringen."],
  recipients: ["Uppgifterna lämnas till den nämnd som ska placera ett barn."],
  purpose: [
    "Rättslig grund är en uppgift av allmänt intresse enligt 22 kap. 2 § socialtjänstlagen (2025:400).",
  ],
  categories: ["Vi behandlar namn, adress och personnummer."],
} as const;

export const samplePolicies: readonly SamplePolicy[] = [
  {
    name: "a board that answers everything",
    kind: "public-authority",
    lines: Object.values(complete),
    lacks: [],
  },
  {
    name: "a company that takes sending for consent",
    kind: "private-provider",
    lines: [
      ["Lillby Familjehem AB är personuppgiftsansvarig."],
      ["Genom att skicka in formuläret samtycker du till att vi lagrar dina svar.", "P2"],
      ["När du kontaktar oss godkänner du vår hantering av personuppgifter.", "P2"],
      ["Du samtycker genom att kryssa i en egen ruta, och du kan låta bli."],
      ["Utan ditt samtycke kan vi tyvärr inte erbjuda något uppdrag.", "P1"],
      ["Utan ditt samtycke skickar vi inget nyhetsbrev."],
      ["Ett samtycke kan du när som helst återkalla på samma sida."],
      ["Om du återkallar fortsätter vi med stöd av en annan rättslig grund.", "P1"],
    ],
    lacks: ["dpo", "transfers", "storage", "complaint", "automated", "new-purpose"],
  },
  {
    name: "old names and old law",
    kind: "public-authority",
    lines: [
      ["Nämnden är personuppgiftsansvarig och du når dataskyddsombudet på dso@kommun.example."],
      ["Klagomål lämnas till Datainspektionen.", "P5"],
      ["Vi följer råd från SKL.", "P5"],
      ["Vi följer råd från SKR."],
      ["Vår behandling stöds av Socialtjänstlagen (2001:453).", "P6"],
      ["Vår behandling stöds av socialtjänstlagen (2025:400)."],
      ["Senast uppdaterad 3 mars 2017.", "P15", "P8"],
    ],
    lacks: [],
  },
  {
    name: "periods of a private provider",
    kind: "private-provider",
    lines: [
      ["Omsorg i Norr AB är personuppgiftsansvarig."],
      ["Din journal sparas i tio år och förstörs sedan.", "P7"],
      ["Akten gallras två år efter sista anteckningen, senast kalenderåret därefter."],
      ["Bokföringen sparas i sju år."],
      ["Journaler som ska bevaras sänds till Riksarkivet.", "P7", "P15"],
      ["När uppdraget upphör raderar vi alla dina uppgifter.", "P7"],
      ["Vi lagrar dina uppgifter så länge vi har en relation med dig.", "P7", "P8"],
      ["Rapporter om missförhållanden enligt lex Sarah sparas i fem år efter sista anteckningen."],
    ],
    lacks: [],
  },
  {
    name: "periods of a board",
    kind: "public-authority",
    lines: [
      ["Socialnämnden är personuppgiftsansvarig."],
      ["Vi sparar ditt ärende i fem år efter avslut.", "P7"],
      ["Personakten gallras fem år efter sista anteckningen i akten."],
      ["En utredning om ett barn sparas tills barnet är 30 år, inte fem år."],
      ["Gallring och vad som raderas styrs av arkivlagen.", "P7"],
      ["Vi raderar uppgifter som inte längre används i arbetet.", "P7", "P11"],
      ["Begär hos kommunen om du vill radera dina uppgifter.", "P7"],
      ["Fakturor sparas i sju år."],
    ],
    lacks: [],
  },
  {
    name: "promises",
    kind: "private-provider",
    lines: [
      ["Trygga Hem AB är personuppgiftsansvarig."],
      ["Vi garanterar full säkerhet.", "P9"],
      ["Vi kan inte garantera att ett vanligt e-postmeddelande är skyddat."],
      ["All behandling sker i enlighet med gällande rätt.", "P9"],
      ["Uppgifterna skyddas alltid.", "P9"],
      ["Du är alltid välkommen att fråga."],
      ["Vårt system är godkänt av Socialstyrelsen.", "P9", "P15"],
      ["Åtkomsten loggas och kontrolleras varje månad."],
      ["Vi har vidtagit alla tänkbara åtgärder.", "P9"],
    ],
    lacks: [],
  },
  {
    name: "processors and clouds",
    kind: "private-provider",
    lines: [
      ["Hemvård Syd AB är personuppgiftsansvarig."],
      ["Vi tecknar vid behov personuppgiftsbiträdesavtal.", "P10"],
      ["Vi har personuppgiftsbiträdesavtal med alla leverantörer."],
      ["Svaren lagras i Google Drive.", "P13"],
      ["Journalen finns i en molntjänst i Sverige."],
      ["Städfirman har tillgång till lokaler där personuppgifter finns.", "P8"],
      ["Vårt medlemsregister sköts av Webbfirman.", "P10"],
      ["Vårt medlemsregister sköts av vår personal."],
    ],
    lacks: [],
  },
  {
    name: "rights at a provider",
    kind: "private-provider",
    lines: [
      ["Stöd och Omsorg AB är personuppgiftsansvarig."],
      ["Du har rätt att få uppgifter raderade.", "P11"],
      ["Du har rätt att få uppgifter raderade i vissa fall."],
      ["Du kan invända mot all behandling.", "P11"],
      ["Du kan invända mot direktmarknadsföring."],
      ["En skriftlig och undertecknad begäran om registerutdrag krävs.", "P11"],
      ["En begäran om registerutdrag kan du göra muntligt, skriftligt eller på annat sätt."],
      ["Du får en egen inloggning till din akt.", "P11"],
      ["Vi svarar inom en månad."],
    ],
    lacks: [],
  },
  {
    name: "rights at a municipality",
    kind: "public-authority",
    lines: [
      ["Kommunens socialnämnd är personuppgiftsansvarig."],
      ["Du har alltid rätt till registerutdrag.", "P11"],
      ["Du har rätt till registerutdrag, utom för det som är hemligt, och får svar inom en månad."],
      ["Tjänsten kräver BankID.", "P11"],
      ["Tjänsten kräver BankID, men du kan också ringa eller skriva brev."],
      ["Begäran görs endast via vår e-tjänst.", "P11"],
      ["Dataskyddsombudet nås på registrator@kommun.example.", "P14"],
      ["Dataskyddsombudet nås på dataskyddsombud@kommun.example."],
    ],
    lacks: [],
  },
  {
    name: "offences and background checks",
    kind: "private-provider",
    lines: [
      ["Nya Familjehem AB är personuppgiftsansvarig."],
      ["Vi sparar ditt registerutdrag från polisen i din akt.", "P4"],
      ["Du visar upp ditt registerutdrag och vi lämnar tillbaka det."],
      ["Du kan begära ett registerutdrag om vad vi har om dig, och får svar inom en månad."],
      ["Vi gör en bakgrundskontroll av alla som söker.", "P4"],
      ["Utdrag ur belastningsregistret hämtas med stöd av lagen (2007:171)."],
    ],
    lacks: [],
  },
  {
    name: "grounds at a municipality",
    kind: "public-authority",
    lines: [
      ["Nämnden för stöd är personuppgiftsansvarig."],
      ["Vår rättsliga grund är avtal och myndighetsutövning.", "P3"],
      ["Vår rättsliga grund är myndighetsutövning, inte avtal."],
      ["Forskning och statistik sker av allmänt intresse.", "P3"],
      ["För att dela uppgifter med skolan behöver vi ditt medgivande att häva sekretessen."],
      ["Vi måste ha ditt samtycke för att registrera ärendet.", "P1"],
      ["Vi behöver inte ditt samtycke för att dokumentera."],
      ["Uppgifter lämnas aldrig ut till någon annan.", "P15"],
      ["Allmänna handlingar lämnas ut efter sekretessprövning."],
    ],
    lacks: [],
  },
  {
    name: "grounds at a company",
    kind: "private-provider",
    lines: [
      ["Konsulentstöd Öst AB är personuppgiftsansvarig."],
      ["Vi behandlar dina uppgifter eftersom vi har avtal med kommunen.", "P3"],
      ["Vi behandlar dina uppgifter för att fullgöra avtalet med dig."],
      ["Offentlighets- och sekretesslagen gäller och vi är skyldiga att följa den.", "P15"],
      ["Vi har tystnadsplikt enligt 17 kap. 11 § socialtjänstlagen."],
      ["Vi har enligt lag ett lagstadgat ansvar att utreda alla familjehem.", "P3"],
      ["Grunden är en intresseavvägning.", "P3", "P8"],
      ["Journalen bygger på ditt samtycke.", "P1", "P3"],
    ],
    lacks: [],
  },
  {
    name: "vague texts",
    kind: "private-provider",
    lines: [
      ["Varma Hem AB är personuppgiftsansvarig."],
      ["Vi samlar in namn, adress med mera.", "P8"],
      ["Vi samlar in namn, adress och telefonnummer."],
      ["Uppgifterna kan delas med utomstående.", "P8"],
      ["Uppgifterna delas med den kommun som frågar om ett uppdrag."],
      ["Uppgifter sparas inte längre än nödvändigt.", "P8"],
      ["Uppgifter sparas inte längre än nödvändigt, högst två år efter sista anteckningen."],
      ["Ibland kan vi hämta in uppgifter i vissa situationer.", "P8"],
    ],
    lacks: [],
  },
  {
    name: "who answers",
    kind: "public-authority",
    lines: [
      ["Föreningen Kommunsamverkan står bakom tjänsten.", "P12"],
      ["Leverantören är personuppgiftsbiträde på kommunens uppdrag.", "P12"],
      ["Leverantören är personuppgiftsbiträde åt socialnämnden."],
      ["Kontakta respektive kommun om du vill rätta något.", "P12"],
      ["Kontakta socialnämnden om du vill rätta något."],
    ],
    lacks: [],
  },
];
