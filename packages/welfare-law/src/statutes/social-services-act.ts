/** Socialtjänstlagen (2025:400) and its predecessor. */
import { provisionsOf, type Statute } from "./statute.ts";

const board = ["public-authority"] as const;
const provider = ["private-provider"] as const;

const act2025: readonly Statute[] = provisionsOf(
  {
    act: "SoL",
    sfs: "2025:400",
    sv: "socialtjänstlagen",
    en: "the Social Services Act",
    from: "2025-07-01",
    checked: "2025-12-15",
  },
  [
    {
      at: "3 kap. 2–4 §§",
      sv: "Barn ska få information anpassad efter ålder och mognad och säga sin mening; från 15 år för barnet sin egen talan.",
      en: "Children get information fitted to age and maturity and may give their view; from 15 a child pleads its own case.",
      grade: "V",
    },
    {
      at: "14 kap. 2 §",
      sv: "Nämnden ska utan dröjsmål inleda utredning om det som kommit till dess kännedom och kan leda till åtgärd.",
      en: "The board opens an inquiry without delay into what may call for action by it.",
      grade: "V",
      binds: board,
    },
    {
      at: "14 kap. 3 §",
      sv: "Handläggning och genomförande av insatser ska dokumenteras.",
      en: "The handling of matters and the carrying out of measures are documented.",
      grade: "V",
    },
    {
      at: "14 kap. 6 §",
      sv: "Dokumentationen ska visa respekt; anser den enskilde att något är fel ska det antecknas.",
      en: "Documentation shows respect; where the person holds that something is wrong, that is noted.",
      grade: "V",
    },
    {
      at: "14 kap. 7 §",
      sv: "Handlingar förvaras så att obehöriga inte kommer åt dem.",
      en: "Documents are kept out of reach of the unauthorised.",
      grade: "V",
    },
    {
      at: "14 kap. 10 §",
      sv: "Förvaltningslagens regler om bland annat partsinsyn gäller alla nämndens ärenden om enskilda.",
      en: "The Administrative Procedure Act's rules on party insight and more apply to all matters about individuals.",
      grade: "V",
      binds: board,
    },
    {
      at: "16 kap. 1 §",
      sv: "Nämndens personakt gallras fem år efter sista anteckningen, klart senast kalenderåret därefter.",
      en: "The board's personal file is disposed of five years after the last entry, done at latest the calendar year after.",
      grade: "V",
      binds: board,
    },
    {
      at: "16 kap. 2 §",
      sv: "Handlingar om faderskap, adoption och barn som placerats i bland annat familjehem undantas från gallring av akten.",
      en: "Papers on paternity, adoption and children placed in family homes and other homes are exempt from disposal of the file.",
      grade: "V",
      binds: board,
    },
    {
      at: "16 kap. 2 a §",
      sv: "Handlingar från en utredning om ett barns behov av skydd eller stöd får inte gallras innan barnet fyllt 30 år.",
      en: "Papers of an inquiry into a child's need of protection or support may not go before the child has turned 30.",
      grade: "V",
      from: "2026-01-15",
      binds: board,
    },
    {
      at: "16 kap. 3 §",
      sv: "Godkända avtal om vårdnad, boende och umgänge gallras inte innan barnet fyllt 18 år.",
      en: "Approved agreements on custody, residence and contact are not disposed of before the child is 18.",
      grade: "V",
      binds: board,
    },
    {
      at: "16 kap. 4 §",
      sv: "Ett urval kommuner, och annars ett urval personer, undantas från gallring för forskningens behov.",
      en: "A selection of municipalities, elsewhere of persons, is exempt from disposal for research.",
      grade: "V",
      binds: board,
    },
    {
      at: "17 kap. 1 §",
      sv: "Dokumentationsreglerna gäller också enskild verksamhet som står under tillsyn.",
      en: "The documentation rules also apply to private activities under supervision.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 2 §",
      sv: "Enskild verksamhet bevarar personakten och gallrar den två år efter sista anteckningen, klart senast kalenderåret därefter.",
      en: "A private activity keeps the personal file and disposes of it two years after the last entry, done at latest the calendar year after.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 3 §",
      sv: "Den beslutande nämnden kan avtala med den enskilda verksamheten om att handlingarna lämnas över när de annars ska gallras.",
      en: "The deciding board may agree with the provider that papers are handed over when they would be disposed of.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 4 §",
      sv: "Akter om barn i vissa boenden lämnas över till den beslutande nämnden för bevarande; familjehem nämns inte.",
      en: "Files on children in certain homes are handed over to the deciding board for preservation; family homes are not named.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 5 §",
      sv: "Handlingar i forskningsurvalet lämnas över till den beslutande nämnden för bevarande.",
      en: "Papers in the research selection are handed over to the deciding board for preservation.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 6 §",
      sv: "Den akten rör får så snart som möjligt ta del av den; vägran lämnas genast över till IVO med eget yttrande.",
      en: "The person the file concerns sees it as soon as possible; a refusal goes at once to the inspectorate with an opinion.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 10 §",
      sv: "Lex Sarah-handlingar hos enskild verksamhet bevaras och gallras fem år efter sista anteckningen.",
      en: "A private activity keeps serious-incident papers and disposes of them five years after the last entry.",
      grade: "V",
      binds: provider,
    },
    {
      at: "17 kap. 11 §",
      sv: "Den som är verksam i yrkesmässig enskild verksamhet har tystnadsplikt om enskildas personliga förhållanden.",
      en: "Those active in professional private activities must keep individuals' personal circumstances secret.",
      grade: "V",
      binds: provider,
    },
    {
      at: "19 kap. 1 §",
      sv: "Vissa myndigheter och yrkesverksamma ska genast anmäla oro för ett barn till nämnden.",
      en: "Certain authorities and professionals report concern for a child to the board at once.",
      grade: "V",
      until: "2026-01-14",
    },
    {
      at: "19 kap. 1 §",
      sv: "Ny lydelse av anmälningsskyldigheten; enskild verksamhet i punkt 22.",
      en: "New wording of the duty to report; private activities in item 22.",
      grade: "V",
      from: "2026-01-15",
    },
    {
      at: "20 kap. 5 §",
      sv: "När nämnden utreder om ett barn behöver skydd får den fråga experter och höra sig för hos andra i den mån utredningen kräver det.",
      en: "In an inquiry to protect a child the board may consult experts and make the contacts needed.",
      grade: "V",
      binds: board,
    },
    {
      at: "22 kap. 2 §",
      sv: "Ett familjehem eller jourhem ska ha utretts av en socialnämnd innan ett barn placeras.",
      en: "A family home or emergency home is inquired into by a board before a child is placed.",
      grade: "V",
      binds: board,
    },
    {
      at: "26 kap. 1 §",
      sv: "Verksamhet som föreslår och stödjer familjehem och jourhem kräver tillstånd från IVO.",
      en: "Activities that propose and support family and emergency homes need a permit from the inspectorate.",
      grade: "V",
      binds: provider,
    },
    {
      at: "27 kap. 2 §",
      sv: "Missförhållanden ska rapporteras genast (lex Sarah).",
      en: "Serious incidents are reported at once.",
      grade: "V",
    },
    {
      at: "27 kap. 6 §",
      sv: "Allvarliga missförhållanden anmäls till IVO.",
      en: "Grave incidents are notified to the inspectorate.",
      grade: "V",
    },
    {
      at: "35 kap. 2 §",
      sv: "Inspektionens beslut om personakt överklagas som utlämnandebeslut, till kammarrätten.",
      en: "The inspectorate's decision on a personal file is appealed like a disclosure decision, to the administrative court of appeal.",
      grade: "V",
    },
  ],
);

const act2001: readonly Statute[] = provisionsOf(
  {
    act: "SoL",
    sfs: "2001:453",
    sv: "den upphävda socialtjänstlagen",
    en: "the repealed Social Services Act",
    from: "2002-01-01",
    until: "2025-06-30",
    checked: "2025-09-01",
  },
  [
    {
      at: "7 kap. 3 §",
      sv: "Tidigare regel om enskild verksamhets personakter: två år efter sista anteckningen.",
      en: "Former rule on private activities' personal files: two years after the last entry.",
      grade: "V",
      binds: provider,
    },
    {
      at: "11 kap. 5 §",
      sv: "Tidigare regel om dokumentation.",
      en: "Former rule on documentation.",
      grade: "V",
    },
    {
      at: "12 kap. 1 §",
      sv: "Tidigare regel om nämndens personakter: fem år efter sista anteckningen.",
      en: "Former rule on the board's personal files: five years after the last entry.",
      grade: "V",
      binds: board,
    },
  ],
);

export const socialServicesAct: readonly Statute[] = [...act2025, ...act2001];
