/** Compiles a rule set once; the engine then answers without reading it again. */
import type { Language } from "@tillit/law-reference";
import { clearColumns, type Columns, makeColumns, pushFacts } from "../bulk/columns.ts";
import { evaluateColumns } from "../bulk/evaluate.ts";
import type { Evaluation } from "../bulk/evaluation.ts";
import { dispositionsOf, type Rejected, streamDispositions, type StreamOptions } from "../bulk/stream.ts";
import { waitingDisposition } from "../bulk/waiting-disposition.ts";
import { NO_DAY, parseDay } from "../day/civil-day.ts";
import { decideFacts, decidingOf, dispositionOfRow, versionAt } from "../decide/decide.ts";
import { type EngineState, makeState } from "../decide/engine-state.ts";
import { type Timeline, timelineOf } from "../decide/timeline.ts";
import type { Disposition } from "../disposition.ts";
import { RetentionError } from "../errors.ts";
import { type Explanation, explainFacts } from "../explain/explain.ts";
import { sentencesOf } from "../explain/sentences.ts";
import type { Facts } from "../facts.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";
import { parseRuleSet } from "../schema/parse-rule-set.ts";
import type { RuleSet } from "../schema/rule-set.ts";

const streamOptions: ReadonlySet<string> = new Set<keyof StreamOptions>(["asOf"]);
const evaluateOptions: ReadonlySet<string> = new Set(["asOf", "reuse"]);

/** Answers questions about records under one rule set. Pure: the day asked about is always an argument. */
export interface Engine {
  readonly ruleSet: RuleSet;
  /** What retention says about a record on a day (YYYY-MM-DD). */
  decide(facts: Facts, asOf: string): Disposition;
  /** The same with every rule's verdict, citation and arithmetic. */
  explain(facts: Facts, asOf: string): Explanation;
  /** All answers the record will get, as segments of days. */
  timeline(facts: Facts): Timeline;
  /** Empty columns for `evaluate`, with room for a number of rows; they grow. */
  columns(capacity: number): Columns;
  /** Appends a record without parts to columns. */
  push(columns: Columns, facts: Facts): void;
  /** All rows of columns on a day, in columns; `reuse` gives the room of an evaluation no longer needed. */
  evaluate(columns: Columns, options: { readonly asOf: string; readonly reuse?: Evaluation }): Evaluation;
  /** All rows of columns as dispositions, in order; `ids` has one id a row. */
  dispositions(columns: Columns, ids: readonly string[], asOf: string): Disposition[];
  /** Those rows that wait for others of their subject, as dispositions by row; `idOf` gives the id of a row. */
  waiting(columns: Columns, idOf: (row: number) => string, asOf: string): ReadonlyMap<number, Disposition>;
  /** One row of columns as a disposition; waits between records are not looked at. */
  disposition(columns: Columns, row: number, id: string, asOf: string): Disposition;
  /** Whether a row has an event that its rule may have to wait for. */
  mayWait(columns: Columns, row: number): boolean;
  /** Position of the version of a numbered rule that was in force on a day number, 0 where it is the same one. */
  versionAt(number: number, day: number): number;
  /** Records in, dispositions out, in bounded memory; sort by subject where rules wait. */
  stream(
    source: AsyncIterable<Facts | readonly Facts[]> | Iterable<Facts | readonly Facts[]>,
    options: StreamOptions,
  ): AsyncGenerator<Disposition | Rejected>;
  /** The rule (or entry of `otherwise`) and version that a number in the `rule` column stands for. */
  ruleRef(number: number): { readonly rule: string; readonly version: string } | undefined;
  /** Sentences, in Swedish or English, that give a disposition and its reasons with citations; `full` adds every rule looked at. */
  sentences(explanation: Explanation, language: Language, full?: boolean): string[];
}

/**
 * Compiles a rule set given as data.
 * @throws {RetentionError} RULES_MALFORMED, RULES_TOO_LARGE, RULES_INCONSISTENT, DAY_MALFORMED, PERIOD_MALFORMED
 */
export function compile(ruleSet: RuleSet): Engine {
  const state: EngineState = makeState(parseRuleSet(ruleSet));
  const one: Columns = makeColumns(state.domain, 1);
  const waitSlots = [...new Set(state.rows.flatMap((row) => row.ownWaits.map((wait) => wait.ifGivenSlot)))];
  const own = (columns: Columns): Columns => {
    if (columns.domain !== state.domain)
      throw new RetentionError("COLUMNS_MISMATCH", "columns belong to the engine that made them");
    return columns;
  };
  const on = (asOf: string): number => parseDay(asOf, "asOf");
  return {
    ruleSet: state.ruleSet,
    decide: (facts, asOf) => decideFacts(state, one, facts, on(asOf)),
    explain: (facts, asOf) => explainFacts(state, one, facts, on(asOf), asOf),
    timeline: (facts) => {
      clearColumns(one);
      return timelineOf(state, one, facts);
    },
    columns: (capacity) => makeColumns(state.domain, Math.max(1, capacity)),
    push: (columns, facts) => pushFacts(own(columns), facts),
    evaluate: (columns, options) => {
      refuseUnknownKeys(options, evaluateOptions);
      return evaluateColumns(state, own(columns), on(options.asOf), options.reuse);
    },
    dispositions: (columns, ids, asOf) => dispositionsOf(state, own(columns), ids, on(asOf)),
    waiting: (columns, idOf, asOf) => waitingDisposition(state, own(columns), on(asOf), idOf),
    disposition: (columns, row, id, asOf) => dispositionOfRow(state, own(columns), row, id, on(asOf)),
    mayWait: (columns, row) => waitSlots.some((slot) => columns.days[slot]?.[row] !== NO_DAY),
    versionAt: (number, day) => versionAt(state, number, day),
    stream: (source, options) => {
      refuseUnknownKeys(options, streamOptions);
      return streamDispositions(state, source, on(options.asOf));
    },
    ruleRef: (number) => {
      const found = decidingOf(state, number, NO_DAY);
      return found === undefined ? undefined : { rule: found.rule, version: found.version };
    },
    sentences: (explanation, language, full) => sentencesOf(state.ruleSet, explanation, language, full),
  };
}
