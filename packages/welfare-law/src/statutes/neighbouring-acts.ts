/** Acts beside the social services: selection ordinance, bookkeeping, health care, compulsory care, family law. */
import { provisionsOf, type Statute } from "./statute.ts";

const selection: readonly Statute[] = provisionsOf(
  {
    act: "SoF",
    sfs: "2025:468",
    sv: "socialtjänstförordningen",
    en: "the Social Services Ordinance",
    from: "2025-07-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "3 kap. 3 §",
      sv: "Inför placering i familjehem eller jourhem hämtar nämnden uppgifter ur belastnings- och misstankeregistren.",
      en: "Before a placement in a family or emergency home the board gets data from the registers of offences and suspicions.",
      grade: "V",
      binds: ["public-authority"],
    },
    {
      at: "13 kap. 1 §",
      sv: "Urvalet för forskning: hela kommuner i tre län och Göteborg, annars personer födda den 5, 15 och 25.",
      en: "The research selection: whole municipalities in three counties and Gothenburg, elsewhere persons born on the 5th, 15th and 25th.",
      grade: "V",
    },
  ],
);

const bookkeeping: readonly Statute[] = provisionsOf(
  {
    act: "BFL",
    sfs: "1999:1078",
    sv: "bokföringslagen",
    en: "the Bookkeeping Act",
    from: "2000-01-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "7 kap. 2 §",
      sv: "Räkenskapsinformation bevaras till och med det sjunde året efter det kalenderår då räkenskapsåret avslutades.",
      en: "Accounting records are kept through the seventh year after the calendar year in which the financial year ended.",
      grade: "V",
    },
  ],
);

const health: readonly Statute[] = [
  ...provisionsOf(
    {
      act: "PDL",
      sfs: "2008:355",
      sv: "patientdatalagen",
      en: "the Patient Data Act",
      from: "2008-07-01",
      checked: "2025-09-01",
    },
    [
      {
        at: "3 kap. 17 §",
        sv: "Journalhandling bevaras minst tio år efter sista anteckningen.",
        en: "A health record is kept at least ten years after the last entry.",
        grade: "V",
      },
    ],
  ),
  ...provisionsOf(
    {
      act: "PSL",
      sfs: "2010:659",
      sv: "patientsäkerhetslagen",
      en: "the Patient Safety Act",
      from: "2011-01-01",
      checked: "2025-09-01",
    },
    [
      {
        at: "6 kap. 12 §",
        sv: "Personal i enskild hälso- och sjukvård har tystnadsplikt.",
        en: "Staff in private health care have a duty of secrecy.",
        grade: "V",
        binds: ["private-provider"],
      },
    ],
  ),
];

const compulsoryCare: readonly Statute[] = provisionsOf(
  {
    act: "LVU",
    sfs: "1990:52",
    sv: "lagen med särskilda bestämmelser om vård av unga",
    en: "the Care of Young Persons Act",
    from: "1990-07-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "36 §",
      sv: "Den som fyllt 15 år för sin egen talan.",
      en: "Those who have turned 15 plead their own case.",
      grade: "V",
    },
  ],
);

const family: readonly Statute[] = provisionsOf(
  {
    act: "FB",
    sfs: "1949:381",
    sv: "föräldrabalken",
    en: "the Children and Parents Code",
    from: "1950-01-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "6 kap. 11 §",
      sv: "Vårdnadshavaren bestämmer i barnets personliga angelägenheter i takt med barnets ålder och mognad.",
      en: "The guardian decides in the child's personal matters in step with age and maturity.",
      grade: "V",
    },
    {
      at: "6 kap. 13 §",
      sv: "Två vårdnadshavare beslutar tillsammans.",
      en: "Two guardians decide together.",
      grade: "V",
    },
  ],
);

const tax: readonly Statute[] = provisionsOf(
  {
    act: "SFL",
    sfs: "2011:1244",
    sv: "skatteförfarandelagen",
    en: "the Tax Procedures Act",
    from: "2012-01-01",
  },
  [
    {
      at: "15 kap.",
      sv: "Den som betalar ersättning lämnar kontrolluppgift till Skatteverket.",
      en: "Whoever pays remuneration reports it to the Tax Agency.",
      grade: "M",
    },
  ],
);

export const neighbouringActs: readonly Statute[] = [
  ...selection,
  ...bookkeeping,
  ...health,
  ...compulsoryCare,
  ...family,
  ...tax,
];
