/**
 * Reads a Swedish privacy policy as a careful colleague would: sentence by sentence, with word lists and rules
 * as data. No model, no network; the same text gives the same findings.
 */
import { lawOfRule } from "../check/rule.ts";
import type { ControllerKind } from "../law/law-ref.ts";
import { clausesOf } from "./clauses.ts";
import { datedFindings } from "./dated.ts";
import { lintFixes } from "./fixes.ts";
import { type LintFinding, type LintOptions, place } from "./lint-finding.ts";
import type { LintRule } from "./lint-rule.ts";
import { lintRules } from "./lint-rules.ts";
import { missingAnswers } from "./missing-answers.ts";
import { staleNames } from "./stale-names.ts";
import { organisationKind } from "./organisation-kind.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { refuseUnknownOptions } from "../known-options.ts";

export type LintReport = {
  readonly kind: ControllerKind;
  readonly sentences: number;
  readonly findings: readonly LintFinding[];
};

const known = ["on", "national", "kind"] as const satisfies readonly (keyof LintOptions)[];

/**
 * The findings of a policy text in the order of their places, then what the whole text lacks.
 *
 * @param text - plain text; headings and list marks as they come
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN` for an option that is none
 */
export function lint(text: string, options: LintOptions): LintReport {
  refuseUnknownOptions(options, known);
  const sentences = sentencesOf(text);
  const kind = options.kind ?? organisationKind(sentences);
  const setting: Setting = { text: text.toLowerCase(), sentences, kind, options };
  const found = [
    ...lintRules.flatMap((rule) => strikes(rule, setting)),
    ...staleNames(sentences, options),
    ...datedFindings(sentences, options),
  ];
  const placed = found.toSorted((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
  return {
    kind,
    sentences: sentences.filter(({ heading }) => !heading).length,
    findings: [...placed, ...missingAnswers(sentences)],
  };
}

type Setting = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly kind: ControllerKind;
  readonly options: LintOptions;
};

function strikes(rule: LintRule, { text, sentences, kind, options }: Setting): readonly LintFinding[] {
  if (rule.kind !== undefined && rule.kind !== kind) return [];
  if (rule.textHas !== undefined && !matches(rule.textHas, text)) return [];
  if (rule.textLacks !== undefined && matches(rule.textLacks, text)) return [];
  const found: LintFinding[] = [];
  const seen = new Set<string>();
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.heading) continue;
    const next = sentences[index + 1];
    if (rule.unlessNext !== undefined && next !== undefined && matches(rule.unlessNext, next.text)) continue;
    const span = spanIn(rule, sentence.text);
    if (span === undefined) continue;
    if (rule.first === "text" && found.length > 0) break;
    const key = span.wording.toLowerCase();
    if (rule.first === "wording" && seen.has(key)) continue;
    seen.add(key);
    found.push(findingAt(rule, sentence, span, options));
  }
  return found;
}

type Span = { readonly from: number; readonly to: number; readonly wording: string };

/** The smallest stretch of the sentence (or of one clause) that shows a match of every list. */
function spanIn(rule: LintRule, sentence: string): Span | undefined {
  if (rule.none?.some((list) => matches(list, sentence)) === true) return undefined;
  const parts = rule.clause === true ? clausesOf(sentence) : [{ start: 0, end: sentence.length }];
  for (const { start, end } of parts) {
    const part = sentence.slice(start, end);
    const hits = rule.all.map((list) => firstIn(list, part));
    if (hits.some((hit) => hit === undefined)) continue;
    const places = hits.flatMap((hit) =>
      hit === undefined ? [] : [{ from: start + hit.index, to: start + hit.index + hit[0].length }],
    );
    const from = Math.min(...places.map((place) => place.from));
    const to = Math.max(...places.map((place) => place.to));
    return { from, to, wording: hits[0]?.[0] ?? "" };
  }
  return undefined;
}

/** The first match; the lists are global, and a copy by matchAll would compile each of them anew. */
function firstIn(list: RegExp, text: string): RegExpExecArray | undefined {
  list.lastIndex = 0;
  return list.exec(text) ?? undefined;
}

function matches(list: RegExp, text: string): boolean {
  return text.search(list) >= 0;
}

function findingAt(rule: LintRule, sentence: Sentence, span: Span, options: LintOptions): LintFinding {
  return {
    ...place(sentence, span),
    code: rule.code,
    severity: rule.severity,
    problems: rule.problems,
    confidence: rule.confidence,
    message: rule.message,
    law: lawOfRule(rule, options.on, options.national),
    fix: lintFixes[rule.problems[0] ?? "P8"],
  };
}
