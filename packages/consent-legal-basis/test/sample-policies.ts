/**
 * Privacy policies that we wrote ourselves. Each line is a sentence with the problems it carries; a line without
 * any is an innocent, often worded close to a fault.
 */
import type { ControllerKind, LintProblem } from "@tillit/consent-legal-basis";

export type SamplePolicy = {
  readonly name: string;
  readonly kind: ControllerKind;
  readonly lines: readonly (readonly [sentence: string, ...problems: LintProblem[]])[];
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
  },
  {
    name: "silence, distance and limits",
    kind: "private-provider",
    lines: [
      ["Fjärran Hem AB är personuppgiftsansvarig."],
      ["Din ansökan innebär att du lämnar ditt medgivande till registrering.", "P2"],
      ["Vi räknar med att du samtycker om du inte hör av dig.", "P2"],
      ["Tystnad räknas aldrig som samtycke."],
      ["Genom att använda webbplatsen accepterar du vår behandling.", "P2"],
      ["Svaren sparas på servrar i USA.", "P13"],
      ["Svaren sparas på servrar i USA med stöd av EU:s standardavtal."],
      ["Svaren sparas inte utanför EU."],
      ["Du får registerutdrag en gång per år.", "P11"],
      ["Du får registerutdrag så ofta du behöver, inom en månad."],
    ],
  },
  {
    name: "a board that writes as it should",
    kind: "public-authority",
    lines: [
      ["Socialnämnden i Storby kommun är personuppgiftsansvarig för den behandling som beskrivs här."],
      ["Du når nämndens dataskyddsombud på dataskyddsombud@storby.example eller 010-000 00 00."],
      ["Vi behandlar dina uppgifter för att utreda och besluta om stöd enligt socialtjänstlagen (2025:400)."],
      ["Den rättsliga grunden är myndighetsutövning enligt artikel 6.1 e och lagen (2001:454) 6 §."],
      ["Känsliga uppgifter, till exempel om hälsa, behandlar vi med stöd av artikel 9.2 h."],
      ["Vi hämtar uppgifter från Skatteverket och Försäkringskassan, och vi informerar dig när vi gör det."],
      ["Vi lämnar uppgifter till polisen när lagen kräver det."],
      ["Leverantören av vårt system är personuppgiftsbiträde åt nämnden enligt ett biträdesavtal."],
      ["Systemet driftas i Sverige och inga uppgifter lämnar EU/EES."],
      [
        "Din akt gallras fem år efter sista anteckningen i akten, men akter om placerade barn sparas för alltid.",
      ],
      ["Du har rätt att få information om dina uppgifter och få felaktiga uppgifter rättade."],
      ["Vi svarar inom en månad."],
      ["Du kan i vissa fall få uppgifter raderade eller få behandlingen begränsad."],
      [
        "Du kan inte invända mot behandling som är tillåten enligt lagen om behandling av personuppgifter inom socialtjänsten.",
      ],
      [
        "Om vi ber om ditt samtycke för att dela uppgifter med skolan gäller det sekretessen, och du kan säga nej.",
      ],
      ["Inga beslut fattas automatiskt."],
      [
        "Är du missnöjd kan du klaga hos Integritetsskyddsmyndigheten, och våra beslut kan du överklaga till förvaltningsrätten.",
      ],
      ["Du kan ringa, skriva eller besöka oss om du vill använda dina rättigheter."],
      ["För e-tjänsten behöver du BankID, men du kan också fylla i en blankett på papper."],
      ["Innan vi använder uppgifterna för ett nytt ändamål berättar vi det för dig."],
      [
        "Handlingar som kommer in till oss är allmänna handlingar och vi prövar sekretessen innan något lämnas ut.",
      ],
      ["Åtkomst loggas och kontrolleras regelbundet."],
      ["Barn och unga kan läsa en egen text på vår webbplats."],
      ["Senast uppdaterad 3 mars 2026."],
    ],
  },
  {
    name: "a provider that writes as it should",
    kind: "private-provider",
    lines: [
      ["Ljusa Hem AB (org.nr 556000-0000) är personuppgiftsansvarig."],
      ["Vi behandlar uppgifter om dig som vill bli familjehem för att kunna teckna avtal med dig."],
      [
        "Hälsouppgifter behandlar vi enligt artikel 9.2 h och vi har tystnadsplikt enligt 17 kap. 11 § socialtjänstlagen.",
      ],
      ["Ditt registerutdrag tittar vi på tillsammans med dig och lämnar tillbaka."],
      ["Vi dokumenterar vården av placerade barn eftersom 17 kap. 1 § socialtjänstlagen kräver det."],
      [
        "Journalen gallras två år efter sista anteckningen, senast året därpå, om den inte ska lämnas över till nämnden.",
      ],
      ["Vi anlitar Molnbolaget för e-post; uppgifterna finns inom EU och vi har biträdesavtal."],
      ["Vill du få vårt nyhetsbrev kryssar du i en egen ruta, och du kan avsluta via länken i varje brev."],
      ["När du lämnar ett samtycke kan du alltid återkalla det på samma sätt."],
      ["Vi lämnar uppgifter till den kommun som frågar om ett uppdrag."],
      ["Du kan begära rättelse, begränsning och i vissa fall radering."],
      ["Du kan få de uppgifter du själv har lämnat i ett format som går att läsa med dator."],
      [
        "Vi gör orosanmälan till socialnämnden eftersom vi är skyldiga till det enligt 19 kap. 1 § socialtjänstlagen.",
      ],
      ["Bokföring sparas i sju år enligt bokföringslagen."],
      ["Du kan klaga hos Integritetsskyddsmyndigheten."],
      ["Dataskyddsombud: dso@ljusahem.example"],
      ["Vi svarar på din begäran inom en månad."],
      ["Vi använder inte automatiska beslut."],
      ["Om vi vill använda uppgifter för ett nytt ändamål frågar eller informerar vi dig först."],
      ["Uppgifterna kommer från dig och från de referenser du uppger."],
      ["Det är frivilligt att söka, men utan uppgifterna kan vi inte bedöma dig."],
    ],
  },
];
