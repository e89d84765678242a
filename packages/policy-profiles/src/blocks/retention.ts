import type { Localized } from "@tillit/law-reference";

/** Retention in words, for the notice, with the name of the rule that computes the dates. */

type Retention = { readonly retentionRule: string; readonly retention: Localized };

export const boardFile: Retention = {
  retentionRule: "se/sol/board/case-file",
  retention: {
    sv: "Personakten gallras fem år efter sista anteckningen, senast kalenderåret därefter. Handlingar om barn som har placerats sparas för alltid, och en utredning om ett barns behov av skydd sparas minst tills barnet är 30 år. Vissa akter sparas för forskning",
    en: "The personal file is disposed of five years after the last entry, at latest the calendar year after. Papers on children who were placed are kept for good, and an inquiry into a child's need of protection at least until the child is 30. Some files are kept for research",
  },
};

export const providerFile: Retention = {
  retentionRule: "se/sol/provider/case-file",
  retention: {
    sv: "Akten sparas i två år efter sista anteckningen och gallras senast kalenderåret därefter. I vissa fall lämnas den i stället över till den nämnd som beslutade om insatsen",
    en: "The file is kept for two years after the last entry and disposed of at latest the calendar year after. In some cases it is handed over to the board that decided on the measure instead",
  },
};

export const boardApplication: Retention = {
  retentionRule: "se/plan/board",
  retention: {
    sv: "En intresseanmälan som inte leder till ett uppdrag gallras enligt nämndens gallringsbeslut. Leder den till ett uppdrag sparas den minst tills uppdraget har upphört",
    en: "An application that leads to no assignment is disposed of under the board's disposal decision. One that leads to an assignment is kept at least until the assignment has ended",
  },
};

export const providerApplication: Retention = {
  retentionRule: "se/plan/provider",
  retention: {
    sv: "Ansökan sparas medan den prövas och under uppdraget, och tas bort enligt vår gallringsplan när den inte leder till uppdrag eller uppdraget har upphört",
    en: "The application is kept while it is assessed and during the assignment, and removed under our disposal plan when it leads to none or the assignment has ended",
  },
};

export const incidentFile: Retention = {
  retentionRule: "se/sol/provider/lex-sarah",
  retention: {
    sv: "Handlingarna sparas i fem år efter sista anteckningen",
    en: "The papers are kept for five years after the last entry",
  },
};

export const bookkeepingFile: Retention = {
  retentionRule: "se/bfl/accounts",
  retention: {
    sv: "Räkenskaper sparas till och med det sjunde året efter det kalenderår då räkenskapsåret avslutades",
    en: "Accounts are kept through the seventh year after the calendar year in which the financial year ended",
  },
};

export const messageFile: Retention = {
  retentionRule: "se/plan/provider",
  retention: {
    sv: "Meddelandet tas bort enligt vår gallringsplan när frågan är besvarad",
    en: "The message is removed under our disposal plan once the question is answered",
  },
};
