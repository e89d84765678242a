/** Secrecy, public records, procedure and archives. */
import { provisionsOf, type Statute } from "./statute.ts";

const authority = ["public-authority"] as const;

const secrecy: readonly Statute[] = provisionsOf(
  {
    act: "OSL",
    sfs: "2009:400",
    sv: "offentlighets- och sekretesslagen",
    en: "the Public Access to Information and Secrecy Act",
    from: "2009-06-30",
    checked: "2025-12-16",
  },
  [
    {
      at: "6 kap. 3 §",
      sv: "Den som nekas en uppgift får veta att myndighetens skriftliga beslut kan begäras.",
      en: "A person refused is told that the authority's written decision can be asked for.",
      grade: "V",
      binds: authority,
    },
    {
      at: "6 kap. 7 §",
      sv: "Beslut att inte lämna ut en handling överklagas till kammarrätten.",
      en: "A decision not to disclose is appealed to the administrative court of appeal.",
      grade: "V",
      binds: authority,
    },
    {
      at: "10 kap. 1 §",
      sv: "Den enskilde kan häva sekretessen till skydd för sig själv, helt eller delvis.",
      en: "A person can waive the secrecy that protects them, wholly or in part.",
      grade: "V",
      binds: authority,
    },
    {
      at: "10 kap. 3 §",
      sv: "En part får insyn i sitt ärende utom där sekretessen är av synnerlig vikt.",
      en: "A party sees the matter except where secrecy is of exceptional weight.",
      grade: "V",
      binds: authority,
    },
    {
      at: "12 kap. 2 §",
      sv: "Sekretess till skydd för en enskild kan hävas av den enskilde.",
      en: "Secrecy that protects an individual can be waived by that individual.",
      grade: "V",
      binds: authority,
    },
    {
      at: "12 kap. 3 §",
      sv: "Sekretess för ett barn kan gälla också mot vårdnadshavaren när barnet annars lider betydande men.",
      en: "Secrecy for a child may hold also against the guardian where the child would suffer considerable harm.",
      grade: "V",
      binds: authority,
    },
    {
      at: "21 kap. 3 §",
      sv: "Adress och andra kontaktuppgifter är hemliga för den som kan hotas.",
      en: "Address and contact details are secret for those who may be threatened.",
      grade: "V",
      binds: authority,
    },
    {
      at: "26 kap. 1 §",
      sv: "Socialtjänstens uppgifter om enskildas personliga förhållanden är hemliga om det inte står klart att de kan lämnas ut utan men.",
      en: "Personal circumstances in social services are secret unless it is clear that disclosure does no harm.",
      grade: "V",
      binds: authority,
    },
    {
      at: "26 kap. 5 §",
      sv: "Den som anmält eller lämnat uppgift om någon skyddas mot den uppgiften rör om det finns risk för våld eller annat allvarligt men.",
      en: "Whoever reported someone is protected against that person where there is a risk of violence or other serious harm.",
      grade: "V",
      binds: authority,
    },
  ],
);

const press: readonly Statute[] = provisionsOf(
  {
    act: "TF",
    sfs: "1949:105",
    sv: "tryckfrihetsförordningen",
    en: "the Freedom of the Press Act",
    from: "1950-01-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "2 kap. 15 §",
      sv: "Allmän handling lämnas ut genast eller så snart det är möjligt.",
      en: "A public record is given out at once or as soon as possible.",
      grade: "V",
      binds: authority,
    },
  ],
);

const procedure: readonly Statute[] = provisionsOf(
  {
    act: "FL",
    sfs: "2017:900",
    sv: "förvaltningslagen",
    en: "the Administrative Procedure Act",
    from: "2018-07-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "28 §",
      sv: "Beslut kan fattas automatiserat.",
      en: "Decisions may be made by automated means.",
      grade: "V",
      binds: authority,
    },
    {
      at: "32 §",
      sv: "Beslut som inte är uppenbart onödiga att motivera ska ange skäl och tillämpade bestämmelser.",
      en: "Decisions state reasons and the provisions applied, unless plainly unnecessary.",
      grade: "V",
      binds: authority,
    },
    {
      at: "44 §",
      sv: "Ett överklagande ska ha kommit in inom tre veckor från den dag parten fick del av beslutet.",
      en: "An appeal must be in within three weeks from the day the party got the decision.",
      grade: "V",
      binds: authority,
    },
  ],
);

const archives: readonly Statute[] = provisionsOf(
  {
    act: "ArkL",
    sfs: "1990:782",
    sv: "arkivlagen",
    en: "the Archives Act",
    from: "1991-07-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "10 §",
      sv: "Allmänna handlingar får gallras, men kulturarv, rättskipning, förvaltning och forskning ska tillgodoses; avvikande regler i annan lag gäller före.",
      en: "Public records may be disposed of with regard to heritage, justice, administration and research; deviating rules elsewhere prevail.",
      grade: "V",
      binds: authority,
    },
  ],
);

const registration: readonly Statute[] = provisionsOf(
  {
    act: "OSF",
    sfs: "2009:641",
    sv: "offentlighets- och sekretessförordningen",
    en: "the Public Access to Information and Secrecy Ordinance",
    from: "2009-06-30",
  },
  [
    {
      at: "2 §",
      sv: "Handlingar i socialtjänstens personakter är undantagna från kravet på registrering.",
      en: "Papers in social services' personal files are exempt from the duty to register.",
      grade: "M",
      binds: authority,
    },
  ],
);

export const secrecyAndRecords: readonly Statute[] = [
  ...secrecy,
  ...press,
  ...procedure,
  ...archives,
  ...registration,
];
