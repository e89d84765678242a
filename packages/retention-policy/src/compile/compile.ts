/** Compiles a rule set once; the engine then answers without reading it again. */
import { clearColumns, type Columns, makeColumns } from "../bulk/columns.ts";
import { parseDay } from "../day/civil-day.ts";
import { decideFacts } from "../decide/decide.ts";
import { type EngineState, makeState } from "../decide/engine-state.ts";
import { type Timeline, timelineOf } from "../decide/timeline.ts";
import type { Disposition } from "../disposition.ts";
import { type Explanation, explainFacts } from "../explain/explain.ts";
import { type Language, sentencesOf } from "../explain/sentences.ts";
import type { Facts } from "../facts.ts";
import { parseRuleSet } from "../schema/parse-rule-set.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** Answers questions about records under one rule set. Pure: the day asked about is always an argument. */
export interface Engine {
  readonly ruleSet: RuleSet;
  /** What retention says about a record on a day (YYYY-MM-DD). */
  decide(facts: Facts, asOf: string): Disposition;
  /** The same with every rule's verdict, citation and arithmetic. */
  explain(facts: Facts, asOf: string): Explanation;
  /** All answers the record will get, as segments of days. */
  timeline(facts: Facts): Timeline;
  /** Sentences, in Swedish or English, that give a disposition and its reasons with citations. */
  sentences(explanation: Explanation, language: Language): string[];
}

/**
 * Compiles a rule set given as data.
 * @throws {RetentionError} RULES_MALFORMED, RULES_TOO_LARGE, RULES_INCONSISTENT, DAY_MALFORMED, PERIOD_MALFORMED
 */
export function compile(ruleSet: RuleSet): Engine {
  const state: EngineState = makeState(parseRuleSet(ruleSet));
  const one: Columns = makeColumns(state.domain, 1);
  const on = (asOf: string): number => parseDay(asOf, "asOf");
  return {
    ruleSet: state.ruleSet,
    decide: (facts, asOf) => decideFacts(state, one, facts, on(asOf)),
    explain: (facts, asOf) => explainFacts(state, one, facts, on(asOf), asOf),
    timeline: (facts) => {
      clearColumns(one);
      return timelineOf(state, one, facts);
    },
    sentences: (explanation, language) => sentencesOf(state.ruleSet, explanation, language),
  };
}
