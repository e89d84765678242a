/** Dataskyddslagen (2018:218) and its ordinance. Its text was not at hand; see the grades. */
import { provisionsOf, type Statute } from "./statute.ts";

const act: readonly Statute[] = provisionsOf(
  {
    act: "DSL",
    sfs: "2018:218",
    sv: "dataskyddslagen",
    en: "the Data Protection Act",
    from: "2018-05-25",
  },
  [
    {
      at: "1 kap. 6 §",
      sv: "Avvikande regler i annan lag eller förordning går före.",
      en: "Deviating rules in another act or ordinance prevail.",
      grade: "M",
    },
    {
      at: "2 kap. 1 §",
      sv: "En rättslig förpliktelse ska följa av lag eller annan författning, kollektivavtal eller beslut.",
      en: "A legal obligation follows from an act or other statute, a collective agreement or a decision.",
      grade: "S",
    },
    {
      at: "2 kap. 2 §",
      sv: "En uppgift av allmänt intresse eller myndighetsutövning ska ha stöd i författning, kollektivavtal eller beslut.",
      en: "A public task or exercise of authority has support in statute, collective agreement or decision.",
      grade: "S",
    },
    {
      at: "2 kap. 4 §",
      sv: "Barn från 13 år kan själva samtycka till tjänster på nätet; yngre genom vårdnadshavare.",
      en: "Children from 13 may consent to online services themselves; younger ones through a guardian.",
      grade: "S",
    },
    {
      at: "3 kap. 3 §",
      sv: "Myndigheter får behandla känsliga uppgifter som lämnats in eller är nödvändiga för ett ärende, med sökförbud.",
      en: "Authorities may process special data that were submitted or are necessary for a matter, with a ban on searches.",
      grade: "M",
      binds: ["public-authority"],
    },
    {
      at: "3 kap. 5 §",
      sv: "Känsliga uppgifter får behandlas för vård och social omsorg under tystnadsplikt.",
      en: "Special data may be processed for health care and social care under secrecy.",
      grade: "M",
    },
    {
      at: "3 kap. 8 §",
      sv: "Myndigheter får behandla uppgifter om lagöverträdelser.",
      en: "Authorities may process data on offences.",
      grade: "S",
      binds: ["public-authority"],
    },
    {
      at: "3 kap. 9 §",
      sv: "Andra än myndigheter får behandla uppgifter om lagöverträdelser bara med stöd i föreskrift eller beslut.",
      en: "Others than authorities may process data on offences only under a regulation or decision.",
      grade: "S",
    },
    {
      at: "3 kap. 10 §",
      sv: "Personnummer får behandlas utan samtycke bara när det är klart motiverat av ändamålet, vikten av säker identifiering eller annat beaktansvärt skäl.",
      en: "Identity numbers may be processed without consent only where clearly justified by purpose, safe identification or another weighty reason.",
      grade: "S",
    },
    {
      at: "5 kap. 1 §",
      sv: "Rätten till information och registerutdrag gäller inte det som inte får lämnas ut enligt lag.",
      en: "The rights to information and access do not cover what may not be disclosed by law.",
      grade: "S",
    },
    {
      at: "5 kap. 2 §",
      sv: "Registerutdrag omfattar inte utkast och minnesanteckningar, utom i vissa fall.",
      en: "Access does not cover drafts and working notes, save in certain cases.",
      grade: "S",
    },
    {
      at: "7 kap. 2 §",
      sv: "En myndighets beslut om en registrerads begäran får överklagas till förvaltningsrätten.",
      en: "An authority's decision on a data subject's request may be appealed to the administrative court.",
      grade: "S",
      binds: ["public-authority"],
    },
  ],
);

const ordinance: readonly Statute[] = provisionsOf(
  {
    act: "DSF",
    sfs: "2018:219",
    sv: "förordningen med kompletterande bestämmelser till dataskyddsförordningen",
    en: "the ordinance supplementing the GDPR",
    from: "2018-05-25",
  },
  [
    {
      at: "5 §",
      sv: "Uppgifter om lagöverträdelser får behandlas för rättsliga anspråk och rättsliga förpliktelser.",
      en: "Data on offences may be processed for legal claims and legal obligations.",
      grade: "S",
    },
  ],
);

export const dataProtectionAct: readonly Statute[] = [...act, ...ordinance];
