/** Lag (2001:454) and förordning (2001:637): personal data in the social services. */
import { provisionsOf, type Statute } from "./statute.ts";

const act: readonly Statute[] = provisionsOf(
  {
    act: "SoLPuL",
    sfs: "2001:454",
    sv: "lagen om behandling av personuppgifter inom socialtjänsten",
    en: "the Act on Processing of Personal Data in Social Services",
    from: "2001-10-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "2 §",
      sv: "Socialtjänst är bland annat verksamhet enligt socialtjänstlagen, LVU och LVM, även enskild verksamhet.",
      en: "Social services include activities under the Social Services Act and the compulsory care acts, private ones too.",
      grade: "V",
    },
    {
      at: "6 §",
      sv: "Personuppgifter får behandlas när det är nödvändigt för arbetsuppgifter i socialtjänsten. Den registrerade har inte rätt att motsätta sig sådan behandling (tredje stycket).",
      en: "Personal data may be processed where necessary for work in social services. The data subject may not object to such processing (third paragraph).",
      grade: "V",
    },
    {
      at: "7 §",
      sv: "Personnummer, känsliga uppgifter och uppgifter om lagöverträdelser får behandlas om de lämnats i ett ärende eller är nödvändiga; känsliga uppgifter bara under tystnadsplikt.",
      en: "Identity numbers, special category data and data on offences may be processed if given in a matter or necessary; special data only under secrecy.",
      grade: "V",
    },
    {
      at: "7 a §",
      sv: "Sammanställningar får inte innehålla känsliga eller ömtåliga uppgifter annat än i uppräknade fall.",
      en: "Compilations may not hold sensitive or delicate data except in listed cases.",
      grade: "V",
    },
    {
      at: "9 §",
      sv: "Digital teknik för tillsyn av en person kräver samtycke från personen och från närstående i samma bostad.",
      en: "Digital technology that watches over a person needs consent from the person and from relatives in the same home.",
      grade: "V",
      from: "2025-07-01",
    },
    {
      at: "10 §",
      sv: "Åtkomst styrs av behov, dokumenteras och kontrolleras systematiskt.",
      en: "Access follows need, is documented and systematically checked.",
      grade: "V",
    },
  ],
);

const ordinance: readonly Statute[] = provisionsOf(
  {
    act: "SoLPuF",
    sfs: "2001:637",
    sv: "förordningen om behandling av personuppgifter inom socialtjänsten",
    en: "the Ordinance on Processing of Personal Data in Social Services",
    from: "2001-10-01",
    checked: "2025-09-01",
  },
  [
    {
      at: "11 §",
      sv: "En kommunal myndighet, nämnden, är personuppgiftsansvarig för sin behandling.",
      en: "A municipal authority, the board, is controller of its own processing.",
      grade: "V",
      binds: ["public-authority"],
    },
    {
      at: "12 §",
      sv: "En kommunal myndighet får behandla uppgifter för elva ändamål, bland annat ärenden om insatser och orosanmälningar.",
      en: "A municipal authority may process data for eleven purposes, among them measures and reports of concern.",
      grade: "V",
      binds: ["public-authority"],
    },
    {
      at: "15 §",
      sv: "Som sökbegrepp används bara namn, personnummer, samordningsnummer och ärendenummer.",
      en: "Search terms are only name, identity number, coordination number and case number.",
      grade: "V",
      binds: ["public-authority"],
    },
    {
      at: "17 §",
      sv: "Den som ansvarar för privat verksamhet är personuppgiftsansvarig.",
      en: "Whoever is responsible for a private activity is its controller.",
      grade: "V",
      binds: ["private-provider"],
    },
    {
      at: "18 §",
      sv: "Privat verksamhet får behandla uppgifter för dokumentation av vård och omsorg, kvalitet, administration och uppföljning.",
      en: "A private activity may process data to document care, for quality, administration and follow-up.",
      grade: "V",
      binds: ["private-provider"],
    },
    {
      at: "20–21 §§",
      sv: "Samma sökbegränsning för privat verksamhet; ingen samkörning mellan enheter.",
      en: "The same limit on searches for private activities; no matching between units.",
      grade: "V",
      binds: ["private-provider"],
    },
  ],
);

export const careDataAct: readonly Statute[] = [...act, ...ordinance];
