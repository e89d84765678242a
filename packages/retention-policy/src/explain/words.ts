/** The words of explanations, in Swedish and English; everything that depends on law comes from the rule set. */
import type { Language } from "@tillit/law-reference";
import { tryParseWholePeriod } from "../day/period.ts";
import type { Outcome, Status } from "../disposition.ts";
import type { Verdict } from "./steps.ts";

/** A phrase in both languages; `{0}`, `{1}` … are filled in. */
type Phrase = Readonly<Record<Language, string>>;

/** Names of the phrases. */
export type PhraseKey =
  | "disposeWindow"
  | "disposeFrom"
  | "disposeBy"
  | "pending"
  | "transferFrom"
  | "transfer"
  | "preserve"
  | "preserveUntil"
  | "partial"
  | "review"
  | "conflictWindow"
  | "conflictReceivers"
  | "conflictHold"
  | "undetermined"
  | "held"
  | "waits"
  | "decidedBy"
  | "atDuty"
  | "interpretation"
  | "counted"
  | "countedRolled"
  | "stepNoMatch"
  | "stepExcepted"
  | "stepUnknown"
  | "stepNotInForce"
  | "stepApplies"
  | "wanted"
  | "notKnown"
  | "notGiven"
  | "given"
  | "isNotGiven"
  | "isGiven"
  | "yes"
  | "no"
  | "or"
  | "before"
  | "onOrAfter"
  | "among"
  | "part";

const phrases: Readonly<Record<PhraseKey, Phrase>> = {
  disposeWindow: {
    sv: "Gallras tidigast {0} och senast {1}; skyldigheten inträder {2}.",
    en: "To be disposed of no earlier than {0} and no later than {1}; the duty arises on {2}.",
  },
  disposeFrom: {
    sv: "Får gallras från och med {0}; ingen sista dag är bestämd.",
    en: "May be disposed of from {0}; no last day is set.",
  },
  disposeBy: { sv: "Ska vara gallrad senast {0}.", en: "Must be disposed of by {0}." },
  pending: {
    sv: "Tiden har inte börjat löpa. Den börjar när det här har hänt: {0}.",
    en: "Time has not started to run. It starts when this has happened: {0}.",
  },
  transferFrom: {
    sv: "Överlämnas till {0} från och med {1}; skyldigheten inträder {2}.",
    en: "To be handed over to {0} from {1}; the duty arises on {2}.",
  },
  transfer: { sv: "Överlämnas till {0}.", en: "To be handed over to {0}." },
  preserve: { sv: "Bevaras.", en: "Preserved." },
  preserveUntil: {
    sv: "Bevaras till och med dagen före {0}; därefter avgörs vad som gäller.",
    en: "Kept until the day before {0}; what follows is decided then.",
  },
  partial: {
    sv: "Delarna går skilda vägar; se varje del.",
    en: "The parts go different ways; see each part.",
  },
  review: {
    sv: "Ingen regel bestämmer; en människa behöver ta ställning.",
    en: "No rule decides; a person has to.",
  },
  conflictWindow: {
    sv: "Reglerna går inte ihop: tidigast {0} men senast {1}. En människa måste besluta.",
    en: "The rules contradict each other: no earlier than {0} but no later than {1}. A person must decide.",
  },
  conflictReceivers: {
    sv: "Reglerna pekar ut två mottagare. En människa måste besluta.",
    en: "The rules name two receivers. A person must decide.",
  },
  conflictHold: {
    sv: "Spärren har passerat sista dagen {0}. En människa måste besluta; fristen förlängs aldrig av sig själv.",
    en: "The hold has outlived the last day, {0}. A person must decide; nothing extends the time by itself.",
  },
  undetermined: { sv: "Kan inte avgöras: {0} saknas.", en: "Cannot be determined: {0} missing." },
  held: { sv: "Spärrad: {0}.", en: "Held: {0}." },
  waits: { sv: "Väntar på: {0}.", en: "Waits for: {0}." },
  decidedBy: { sv: "Avgörande regel: {0}, {1}.", en: "Deciding rule: {0}, {1}." },
  atDuty: { sv: "När skyldigheten inträdde gällde {0}.", en: "When the duty arose, {0} was in force." },
  interpretation: {
    sv: "Regeln bygger på tolkning (grad I): låt en jurist bekräfta.",
    en: "The rule rests on interpretation (grade I): have a lawyer confirm it.",
  },
  counted: { sv: "{0}: {1} + {2} = {3}.", en: "{0}: {1} + {2} = {3}." },
  countedRolled: {
    sv: "{0}: {1}, räknat från {4}, + {2} = {3}.",
    en: "{0}: {1}, counted from {4}, + {2} = {3}.",
  },
  stepNoMatch: { sv: "Gäller inte: {0} ({1}). {2}", en: "Does not apply: {0} ({1}). {2}" },
  stepExcepted: { sv: "Viker för {2}: {0} ({1}).", en: "Gives way to {2}: {0} ({1})." },
  stepUnknown: { sv: "Kan inte bedömas: {0} ({1}). {2}", en: "Cannot be judged: {0} ({1}). {2}" },
  stepNotInForce: { sv: "Inte i kraft: {0} ({1}).", en: "Not in force: {0} ({1})." },
  stepApplies: { sv: "Gäller: {0} ({1}).", en: "Applies: {0} ({1})." },
  wanted: { sv: "{0} är {2}, regeln kräver {1}.", en: "{0} is {2}, the rule requires {1}." },
  notKnown: { sv: "okänt", en: "not known" },
  notGiven: { sv: "inte angivet", en: "not given" },
  given: { sv: "angivet", en: "given" },
  isNotGiven: { sv: "{0} är inte angivet.", en: "{0} is not given." },
  isGiven: { sv: "{0} är angivet.", en: "{0} is given." },
  yes: { sv: "ja", en: "yes" },
  no: { sv: "nej", en: "no" },
  or: { sv: " eller ", en: " or " },
  before: { sv: "en dag före {0}", en: "a day before {0}" },
  onOrAfter: { sv: "{0} eller en senare dag", en: "{0} or a later day" },
  among: { sv: "något ur «{0}»", en: "one of «{0}»" },
  part: { sv: "Del {0}: {1}", en: "Part {0}: {1}" },
};

/** An outcome in a word. */
export const outcomeWords: Readonly<Record<Outcome, Readonly<Record<Language, string>>>> = {
  preserve: { sv: "bevara", en: "preserve" },
  transfer: { sv: "överlämna", en: "transfer" },
  dispose: { sv: "gallra", en: "dispose" },
  partial: { sv: "delvis", en: "partial" },
  review: { sv: "ta ställning", en: "review" },
  conflict: { sv: "konflikt", en: "conflict" },
  undetermined: { sv: "obestämt", en: "undetermined" },
};

/** A status in a word. */
export const statusWords: Readonly<Record<Status, Readonly<Record<Language, string>>>> = {
  pending: { sv: "avvaktar", en: "pending" },
  running: { sv: "löper", en: "running" },
  held: { sv: "spärrad", en: "held" },
  due: { sv: "mogen", en: "due" },
  overdue: { sv: "försenad", en: "overdue" },
  settled: { sv: "avgjord", en: "settled" },
};

export const verdictPhrase: Readonly<Record<Verdict, PhraseKey>> = {
  applies: "stepApplies",
  excepted: "stepExcepted",
  "no-match": "stepNoMatch",
  "not-in-force": "stepNotInForce",
  unknown: "stepUnknown",
};

/** Fills the places of a phrase. */
export function say(key: PhraseKey, language: Language, ...parts: readonly string[]): string {
  return phrases[key][language].replaceAll(/\{(\d)\}/g, (_, digit: string) => parts[Number(digit)] ?? "");
}

/** "5 år", "18 months": a period in words. */
export function periodWords(period: string, language: Language): string {
  const parsed = tryParseWholePeriod(period);
  if (parsed === undefined) return period;
  const years = Math.floor(parsed.months / 12);
  const parts: [number, string, string, string][] = [
    [years, "år", "year", "years"],
    [parsed.months % 12, parsed.months % 12 === 1 ? "månad" : "månader", "month", "months"],
    [parsed.days, parsed.days === 1 ? "dag" : "dagar", "day", "days"],
  ];
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, sv, one, many]) => `${count} ${language === "sv" ? sv : count === 1 ? one : many}`);
  return words.length === 0
    ? language === "sv"
      ? "0 dagar"
      : "0 days"
    : words.join(language === "sv" ? " och " : " and ");
}
