/** None, one or many, in words. */
function few(count: number, none: string, one: string, many: string): string {
  if (count === 0) return none;
  return count === 1 ? one : `${count} ${many}`;
}

const sv = {
  title: "Spärrar",
  lead: "En spärr håller kvar det som annars skulle gallras. Den flyttar ingen sista dag: den som står längre än så blir en fråga för människor.",
  empty: "Det finns inga spärrar.",
  ground: "Grund",
  scope: "Gäller",
  placed: "Satt",
  by: "Av",
  state: "Läge",
  stands: "står kvar",
  released: (day: string) => `hävd ${day}`,
  release: "Häv",
  releaseOf: (ground: string) => `Häv spärren: ${ground}`,
  sure: (records: number) =>
    `Spärren håller kvar ${few(records, "inget ärende", "ett ärende", "ärenden")}. Det som bara den höll kvar kan sedan gallras när tiden är inne. Vill du häva den?`,
  readReason: "Läs skälet",
  yes: "Ja, häv spärren",
  no: "Nej, låt den stå",
  done: "Spärren är hävd.",
  placeTitle: "Sätt en spärr",
  scopes: {
    record: "ett ärende eller en begäran",
    assignment: "alla ärenden av ett slag",
    unit: "en enhet",
    controller: "alla ärenden",
  },
  record: "Ärende",
  choose: "Välj ett ärende eller en begäran",
  assignment: "Uppdrag",
  unit: "Enhet",
  unitHint: "Enhetens beteckning med små bokstäver, siffror och bindestreck, till exempel norra.",
  reason: "Skäl",
  reasonHint: "Krypteras i din webbläsare till organisationens nyckel.",
  needReason: "Skriv varför spärren sätts.",
  needTarget: "Välj eller skriv vad spärren gäller.",
  check: "Se vad den stoppar",
  checked: (due: number, lists: number, more: boolean) =>
    `Den stoppar ${few(due, "inget ärende", "ett ärende", "ärenden")} som ska gallras nu och ${few(lists, "ingen gallringslista", "en gallringslista", "gallringslistor")}.${more ? " Det som ska gallras är fler ärenden än vad som gicks igenom: också andra kan stoppas." : ""}`,
  place: "Sätt spärren",
  placedNow: "Spärren är satt.",
  working: "Arbetar …",
  grounds: {
    supervision: "tillsyn av IVO",
    appeal: "överklagande eller mål i domstol",
    damages: "skadeståndsanspråk",
    research: "beslutad forskning",
    investigation: "pågående utredning",
  },
};

const en: typeof sv = {
  title: "Holds",
  lead: "A hold keeps what would otherwise be disposed of. It moves no last day: one that outlives it becomes a question for people.",
  empty: "There are no holds.",
  ground: "Ground",
  scope: "For",
  placed: "Placed",
  by: "By",
  state: "State",
  stands: "stands",
  released: (day: string) => `released ${day}`,
  release: "Release",
  releaseOf: (ground: string) => `Release the hold: ${ground}`,
  sure: (records: number) =>
    `The hold keeps ${few(records, "no case", "one case", "cases")}. What only this hold kept may then be disposed of when its time has come. Do you want to release it?`,
  readReason: "Read the reason",
  yes: "Yes, release the hold",
  no: "No, let it stand",
  done: "The hold is released.",
  placeTitle: "Place a hold",
  scopes: {
    record: "one case or request",
    assignment: "all cases of a kind",
    unit: "a unit",
    controller: "all cases",
  },
  record: "Case",
  choose: "Choose a case or a request",
  assignment: "Assignment",
  unit: "Unit",
  unitHint: "The unit's name in lower case, digits and hyphens, such as norra.",
  reason: "Reason",
  reasonHint: "Encrypted in your browser to the organisation's key.",
  needReason: "Write why the hold is placed.",
  needTarget: "Choose or write what the hold is for.",
  check: "See what it stops",
  checked: (due: number, lists: number, more: boolean) =>
    `It stops ${few(due, "no case", "one case", "cases")} due now and ${few(lists, "no disposal list", "one disposal list", "disposal lists")}.${more ? " More cases are due than were looked through: others may be stopped too." : ""}`,
  place: "Place the hold",
  placedNow: "The hold is placed.",
  working: "Working …",
  grounds: {
    supervision: "supervision by IVO",
    appeal: "an appeal or a case in court",
    damages: "a claim for damages",
    research: "research that has been decided on",
    investigation: "an ongoing investigation",
  },
};

export const holdTexts = { sv, en };
