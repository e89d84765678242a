/** Explanations as sentences, rendered from codes; the names of acts, fields and receivers come with the rules. */
import type { Language } from "@tillit/law-reference";
import type { Atom } from "../compile/condition.ts";
import type { Disposition } from "../disposition.ts";
import type { FactValue } from "../facts.ts";
import type { Citation, RuleSet } from "../schema/rule-set.ts";
import type { Explanation } from "./explain.ts";
import type { Step } from "./steps.ts";
import { periodWords, say, verdictPhrase } from "./words.ts";

/** "16 kap. 1 § SoL (2025:400)": a citation as it is written in running text. */
export function citationText(ruleSet: RuleSet, cite: Citation, language: Language): string {
  const name = ruleSet.acts[cite.act];
  const act = name === undefined ? cite.act : (name[language] ?? name.sv);
  return cite.at === undefined ? act : `${cite.at} ${act}`;
}

export function citationsText(ruleSet: RuleSet, cites: readonly Citation[], language: Language): string {
  return cites.map((cite) => citationText(ruleSet, cite, language)).join("; ");
}

function fieldTitle(ruleSet: RuleSet, name: string, language: Language): string {
  const title = ruleSet.vocabulary[name]?.title;
  return title === undefined ? name : (title[language] ?? title.sv);
}

function ruleTitle(ruleSet: RuleSet, id: string, language: Language): string {
  const title = ruleSet.rules.find((rule) => rule.id === id)?.title;
  return title === undefined ? id : (title[language] ?? title.sv);
}

const listed = (names: readonly string[]): string => names.join(", ");

function headline(
  ruleSet: RuleSet,
  disposition: Disposition,
  steps: readonly Step[],
  language: Language,
): string {
  const { earliest, latest, dutyArises, outcome, reason, status } = disposition;
  const receiver = ruleSet.receivers[disposition.transferTo ?? ""];
  const to = receiver?.[language] ?? receiver?.sv ?? "";
  const events = steps.filter((step) => step.bound?.state === "ahead").map((step) => step.bound?.event ?? "");
  const waitsFor = [...new Set(events)].map((event) => fieldTitle(ruleSet, event, language));
  switch (outcome) {
    case "undetermined": {
      const names = (disposition.missing ?? []).map((name) => fieldTitle(ruleSet, name, language));
      return say("undetermined", language, listed(names));
    }
    case "partial":
      return say("partial", language);
    case "review":
      return say("review", language);
    case "conflict":
      if (reason === "TWO_RECEIVERS") return say("conflictReceivers", language);
      return reason === "HELD_PAST_LATEST"
        ? say("conflictHold", language, latest ?? "")
        : say("conflictWindow", language, earliest ?? "", latest ?? "");
    case "preserve":
      if (earliest !== undefined && status === "running") return say("preserveUntil", language, earliest);
      return status === "pending" ? say("pending", language, listed(waitsFor)) : say("preserve", language);
    default:
  }
  // A hold hides that the time has not begun; what has no day yet has not begun, whatever holds it.
  if (earliest === undefined && latest === undefined && (status === "pending" || waitsFor.length > 0))
    return say("pending", language, listed(waitsFor));
  if (outcome === "transfer")
    return earliest === undefined
      ? say("transfer", language, to)
      : say("transferFrom", language, to, earliest, dutyArises ?? "");
  if (earliest === undefined) return say("disposeBy", language, latest ?? "");
  return latest === undefined
    ? say("disposeFrom", language, earliest)
    : say("disposeWindow", language, earliest, latest, dutyArises ?? "");
}

function arithmetic(
  ruleSet: RuleSet,
  step: Step,
  values: Readonly<Record<string, FactValue>>,
  language: Language,
): string[] {
  const { bound } = step;
  if (bound?.start === undefined || bound.end === undefined) return [];
  const field = /^\{(.+)\}$/.exec(bound.plus)?.[1];
  const period = field === undefined ? bound.plus : String(values[field] ?? "");
  const key = bound.rolled === undefined ? "counted" : "countedRolled";
  return [
    say(
      key,
      language,
      fieldTitle(ruleSet, bound.event, language),
      bound.start,
      periodWords(period, language),
      bound.end,
      bound.rolled ?? "",
    ),
  ];
}

function plain(value: string | number | boolean, language: Language): string {
  return typeof value === "boolean" ? say(value ? "yes" : "no", language) : String(value);
}

function value(got: FactValue | undefined, language: Language): string {
  if (got === undefined) return say("notGiven", language);
  if (got === null) return say("notKnown", language);
  return typeof got === "object" ? listed(got) : plain(got, language);
}

/** What a rule requires of a fact. */
function wanted(ruleSet: RuleSet, { code, want }: Atom, language: Language): string {
  if (typeof want === "object") return want.map((each) => plain(each, language)).join(say("or", language));
  if (code === "IN_SET") {
    const title = ruleSet.sets[String(want)]?.title;
    return say("among", language, title?.[language] ?? title?.sv ?? String(want));
  }
  if (code === "BEFORE") return say("before", language, String(want));
  if (code === "ON_OR_AFTER") return say("onOrAfter", language, String(want));
  return code === "GIVEN" ? say(want === true ? "given" : "notGiven", language) : plain(want, language);
}

function because(ruleSet: RuleSet, atom: Atom, explanation: Explanation, language: Language): string {
  const { unit, values } = explanation.facts;
  const got = atom.field === "unit" ? unit : values[atom.field];
  const title = fieldTitle(ruleSet, atom.field, language);
  if (atom.code === "GIVEN" && got !== null)
    return say(atom.want === true ? "isNotGiven" : "isGiven", language, title);
  return say("wanted", language, title, wanted(ruleSet, atom, language), value(got, language));
}

function stepSentence(ruleSet: RuleSet, step: Step, explanation: Explanation, language: Language): string {
  const title = ruleTitle(ruleSet, step.rule, language);
  const cites = citationsText(ruleSet, step.cite, language);
  const reasons = step.because.map((atom) => because(ruleSet, atom, explanation, language));
  const third = step.verdict === "excepted" ? ruleTitle(ruleSet, step.by ?? "", language) : reasons.join(" ");
  return say(verdictPhrase[step.verdict], language, title, cites, third).trim();
}

/** The answer, its reasons and its sources; with `full`, every rule that was looked at. */
export function sentencesOf(
  ruleSet: RuleSet,
  explanation: Explanation,
  language: Language,
  full = false,
): string[] {
  const { disposition, steps, facts } = explanation;
  const { deciding, heldBy, waitsFor } = disposition;
  const lines = [headline(ruleSet, disposition, steps, language)];
  if (heldBy !== undefined) lines.push(say("held", language, listed(heldBy)));
  if (waitsFor !== undefined)
    lines.push(say("waits", language, listed(waitsFor.map((name) => fieldTitle(ruleSet, name, language)))));
  if (deciding !== undefined && explanation.parts === undefined) {
    const title = ruleTitle(ruleSet, deciding.rule, language);
    const cites = citationsText(ruleSet, deciding.cite, language);
    lines.push(title === deciding.rule ? `${cites}.` : say("decidedBy", language, title, cites));
    if (deciding.atDuty !== undefined)
      lines.push(say("atDuty", language, citationsText(ruleSet, deciding.atDuty.cite, language)));
    if (deciding.note !== undefined) {
      const note =
        ruleSet.rules
          .find((rule) => rule.id === deciding.rule)
          ?.versions.find((version) => version.inForce.from === deciding.version)?.note ??
        ruleSet.otherwise.find((entry) => entry.id === deciding.rule)?.note;
      lines.push(note?.[language] ?? deciding.note);
    }
    if (deciding.grade === "I") lines.push(say("interpretation", language));
  }
  for (const step of steps)
    if (step.verdict === "applies") lines.push(...arithmetic(ruleSet, step, facts.values, language));
  if (full) for (const step of steps) lines.push(stepSentence(ruleSet, step, explanation, language));
  for (const part of explanation.parts ?? [])
    for (const line of sentencesOf(ruleSet, part, language, full))
      lines.push(say("part", language, part.facts.id, line));
  // Two rules may count the same days: said once.
  return [...new Set(lines)];
}
