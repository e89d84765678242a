/** A rule set as a document for those who review it: every version in words, with source, grade and days in force. */
import type { Language, SwedishFirst } from "@tillit/law-reference";
import type { Condition, Effect, RuleSet, Term } from "../schema/rule-set.ts";
import { citationsText } from "./sentences.ts";
import { periodWords } from "./words.ts";

type Words = Readonly<Record<Language, string>>;
const pick = (language: Language, words: Words): string => words[language];
const local = (text: SwedishFirst, language: Language): string => text[language] ?? text.sv;

function field(ruleSet: RuleSet, name: string, language: Language): string {
  const found = ruleSet.vocabulary[name];
  return found === undefined ? name : local(found.title, language);
}

function atom(
  ruleSet: RuleSet,
  condition: Extract<Condition, { readonly field: string }>,
  language: Language,
): string {
  const name = field(ruleSet, condition.field, language);
  const is = pick(language, { sv: "är", en: "is" });
  if ("is" in condition) return `${name} ${is} ${String(condition.is)}`;
  if ("in" in condition)
    return `${name} ${is} ${condition.in.join(pick(language, { sv: " eller ", en: " or " }))}`;
  if ("inSet" in condition) {
    const set = ruleSet.sets[condition.inSet];
    return `${name} ${pick(language, { sv: "hör till", en: "is among" })} «${set === undefined ? condition.inSet : local(set.title, language)}»`;
  }
  if ("given" in condition)
    return `${name} ${condition.given ? pick(language, { sv: "finns", en: "is given" }) : pick(language, { sv: "finns inte", en: "is not given" })}`;
  if ("before" in condition)
    return `${name} ${pick(language, { sv: "före", en: "before" })} ${condition.before}`;
  if ("onOrAfter" in condition)
    return `${name} ${pick(language, { sv: "den dagen eller senare:", en: "on or after" })} ${condition.onOrAfter}`;
  return `${name}: ${condition.dayOfMonthIn.join(", ")}`;
}

/** A condition in words. */
export function conditionWords(ruleSet: RuleSet, condition: Condition, language: Language): string {
  if ("always" in condition) return pick(language, { sv: "alltid", en: "always" });
  if ("all" in condition)
    return condition.all
      .map((inner) => conditionWords(ruleSet, inner, language))
      .join(pick(language, { sv: " och ", en: " and " }));
  if ("any" in condition)
    return `(${condition.any.map((inner) => conditionWords(ruleSet, inner, language)).join(pick(language, { sv: ", eller ", en: ", or " }))})`;
  if ("not" in condition)
    return `${pick(language, { sv: "inte", en: "not" })} (${conditionWords(ruleSet, condition.not, language)})`;
  return atom(ruleSet, condition, language);
}

function termWords(ruleSet: RuleSet, term: Term, language: Language): string {
  const event =
    "event" in term.from
      ? field(ruleSet, term.from.event, language)
      : `«${field(ruleSet, term.from.eventIn, language)}»`;
  const period =
    typeof term.plus === "string"
      ? periodWords(term.plus, language)
      : `«${field(ruleSet, term.plus.periodIn, language)}»`;
  const roll =
    term.roll === "endOfYear"
      ? pick(language, { sv: " vid kalenderårets slut", en: " at the end of the calendar year" })
      : term.roll === "endOfMonth"
        ? pick(language, { sv: " vid månadens slut", en: " at the end of the month" })
        : "";
  return `${period} ${pick(language, { sv: "efter", en: "after" })} ${event}${roll}`;
}

/** An effect in words. */
export function effectWords(ruleSet: RuleSet, effect: Effect, language: Language): string {
  switch (effect.kind) {
    case "preserve": {
      if (effect.transferTo === undefined) return pick(language, { sv: "bevara", en: "preserve" });
      const receiver = ruleSet.receivers[effect.transferTo];
      const to = receiver === undefined ? effect.transferTo : local(receiver, language);
      const when = effect.after === undefined ? "" : `, ${termWords(ruleSet, effect.after, language)}`;
      return `${pick(language, { sv: "överlämna till", en: "hand over to" })} ${to}${when}`;
    }
    case "dispose": {
      const tail =
        effect.complete === undefined
          ? ""
          : "by" in effect.complete
            ? pick(language, {
                sv: ", klart senast kalenderåret därpå",
                en: ", done by the end of the next calendar year",
              })
            : `, ${pick(language, { sv: "klart inom", en: "done within" })} ${periodWords(effect.complete.within, language)}`;
      return `${pick(language, { sv: "gallra", en: "dispose" })} ${termWords(ruleSet, effect.after, language)}${tail}`;
    }
    case "minimum":
      return `${pick(language, { sv: "inte före", en: "not before" })} ${termWords(ruleSet, effect.until, language)}`;
    case "maximum":
      return `${pick(language, { sv: "inte längre än", en: "no longer than" })} ${termWords(ruleSet, effect.until, language)}`;
    case "ask":
      return `${pick(language, { sv: "fråga efter", en: "ask for" })} ${effect.for.map((name) => field(ruleSet, name, language)).join(", ")}`;
  }
}

/** Markdown: one section a rule, one list item a version. */
export function describeRules(ruleSet: RuleSet, language: Language): string {
  const lines = [`# ${local(ruleSet.title, language)}`, "", `${ruleSet.id}, ${ruleSet.release}`];
  for (const rule of ruleSet.rules) {
    lines.push("", `## ${local(rule.title, language)}`, "", `\`${rule.id}\``);
    if (rule.exceptTo !== undefined)
      lines.push(
        "",
        `${pick(language, { sv: "Undantag från", en: "Exception to" })} ${rule.exceptTo.map((id) => `\`${id}\``).join(", ")}.`,
      );
    lines.push("");
    for (const { inForce, cite, grade, when, effect, note, transition } of rule.versions) {
      const checked = cite.map((each) => each.checked).toSorted()[0] ?? "";
      lines.push(
        `- **${inForce.from}–${inForce.until ?? ""}** · ${citationsText(ruleSet, cite, language)} · ${pick(language, { sv: "grad", en: "grade" })} ${grade} · ${pick(language, { sv: "läst", en: "read" })} ${checked}`,
        `  - ${pick(language, { sv: "När", en: "When" })}: ${conditionWords(ruleSet, when, language)}.`,
        `  - ${pick(language, { sv: "Då", en: "Then" })}: ${effectWords(ruleSet, effect, language)}.`,
      );
      if (transition !== undefined)
        lines.push(
          `  - ${pick(language, { sv: "Övergång", en: "Transition" })}: ${citationsText(ruleSet, transition.cite, language)}${transition.selectBy === undefined ? "" : `; ${pick(language, { sv: "gäller från", en: "applies from" })} ${field(ruleSet, transition.selectBy.event, language)} ${inForce.from}`}${transition.notBefore === undefined ? "" : `; ${pick(language, { sv: "tidigast", en: "not before" })} ${transition.notBefore}`}.`,
        );
      if (note !== undefined) lines.push(`  - ${local(note, language)}`);
    }
  }
  lines.push("", `## ${pick(language, { sv: "När ingen regel svarar", en: "Where no rule answers" })}`, "");
  for (const { when, outcome, cite, grade, note } of ruleSet.otherwise) {
    const then =
      outcome === "preserve"
        ? pick(language, { sv: "bevara", en: "preserve" })
        : pick(language, { sv: "ta ställning", en: "review" });
    const why = note === undefined ? "" : ` ${local(note, language)}`;
    lines.push(
      `- ${conditionWords(ruleSet, when, language)}: ${then}. ${citationsText(ruleSet, cite, language)} · ${pick(language, { sv: "grad", en: "grade" })} ${grade}.${why}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
