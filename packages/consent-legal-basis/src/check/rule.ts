import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { NationalLaw, NationalTopic } from "../law/national-law.ts";
import { gdpr, type LawRef, lawOn } from "../law/law-ref.ts";
import type { Finding, FindingCode, Path, Severity } from "./finding.ts";

/** What a retention rule says, handed in by the caller: the period and the event it is counted from. */
export type KnownRetention = { readonly period: string; readonly from: string };

export type CheckContext = {
  readonly on: CalendarDate;
  readonly national?: NationalLaw;
  /** The rules that exist; left out = the name is not looked up. `undefined` period = kept or handed over. */
  readonly retentionRules?: ReadonlyMap<string, KnownRetention | undefined>;
};

/** One check: text and law as data, and a function that gives the places where it strikes. */
export type Rule = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly title: Localized;
  readonly message: Localized;
  readonly fix: Localized;
  /** Articles of the GDPR, "6(1)(f)". */
  readonly articles: readonly string[];
  readonly topics?: readonly NationalTopic[];
  /** True when the rule exists only where a national law is given. */
  readonly nationalOnly?: boolean;
  readonly find: (activity: ProcessingActivity, context: CheckContext) => readonly Path[];
};

/** The law of a rule on the day: GDPR articles first, then what the national law says on its topics. */
export function lawOfRule(
  rule: Pick<Rule, "articles" | "topics">,
  on: CalendarDate,
  national: NationalLaw | undefined,
): readonly LawRef[] {
  const refs = rule.topics?.flatMap((topic) => national?.topics[topic] ?? []) ?? [];
  return [...lawOn(rule.articles.map(gdpr), on), ...lawOn(refs, on)];
}

export function findingOf(rule: Rule, path: Path, context: CheckContext): Finding {
  return {
    code: rule.code,
    severity: rule.severity,
    path,
    message: rule.message,
    law: lawOfRule(rule, context.on, context.national),
    fix: rule.fix,
  };
}

/** One path when the condition holds, none otherwise. */
export function when(condition: boolean, ...path: Path): readonly Path[] {
  return condition ? [path] : [];
}
