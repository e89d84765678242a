/** A retention rule as a person reads it: its title and the provision it rests on, in both languages. */
import type { Language } from "@tillit/law-reference";
import { citationText } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";

export type InWords = Readonly<Record<Language, string>>;

/**
 * `se/sol/provider/agreement` or, with the day from which a version is in force, `se/sol/provider/agreement@2025-07-01`.
 * A rule that the rules of today do not know any more keeps its id.
 */
export function ruleInWords(reference: string): InWords {
  const [id = reference, from] = reference.split("@");
  const rule = retentionRules.rules.find((one) => one.id === id);
  if (rule === undefined) return { sv: id, en: id };
  const version = rule.versions.find(({ inForce }) => inForce.from === from) ?? rule.versions.at(-1);
  const said = (language: Language): string => {
    const cites = (version?.cite ?? []).map((cite) => citationText(retentionRules, cite, language));
    return [rule.title[language] ?? rule.title.sv, ...cites].join(", ");
  };
  return { sv: said("sv"), en: said("en") };
}
