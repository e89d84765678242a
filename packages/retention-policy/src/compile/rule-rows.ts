/** One compiled row per rule version, in an order that does not depend on the order of the file. */
import { parseDay } from "../day/civil-day.ts";
import { parseWholePeriod, type WholePeriod } from "../day/period.ts";
import { RetentionError } from "../errors.ts";
import type { Complete, Rule, RuleSet, RuleVersion, Term } from "../schema/rule-set.ts";
import { compileCondition, type Node } from "./condition.ts";
import type { Domain } from "./domain.ts";
import { compileTerm, type CompiledTerm } from "./term.ts";

/** A wait on another event of the same record. */
export interface OwnWait {
  readonly doneSlot: number;
  readonly ifGivenSlot: number;
  readonly done: string;
}

export interface RuleRow {
  /** Position among all rows of the engine; columns of rule numbers hold it plus one. */
  readonly index: number;
  readonly rule: Rule;
  readonly version: RuleVersion;
  readonly from: number;
  readonly until: number | undefined;
  readonly node: Node;
  readonly kind: RuleVersion["effect"]["kind"];
  readonly term: CompiledTerm | undefined;
  readonly transferTo: string | undefined;
  readonly complete: "none" | "endOfNextCalendarYear" | WholePeriod;
  readonly ownWaits: readonly OwnWait[];
  /** Rules whose records of the same subject go first. */
  readonly subjectWaits: readonly string[];
  readonly ask: readonly string[];
  readonly notBefore: number | undefined;
  /** Day column that picks this version instead of asOf. */
  readonly selectSlot: number;
}

function completeOf(complete: Complete | undefined): RuleRow["complete"] {
  if (complete === undefined) return "none";
  return "by" in complete ? "endOfNextCalendarYear" : parseWholePeriod(complete.within);
}

function daySlot(name: string, domain: Domain, at: string): number {
  const field = domain.dayField.get(name);
  if (field === undefined)
    throw new RetentionError("RULES_MALFORMED", "a wait or transition names a field that is no day", at);
  return field.slot;
}

function compileRow(rule: Rule, version: RuleVersion, index: number, domain: Domain, set: RuleSet): RuleRow {
  const at = `${rule.id} ${version.inForce.from}`;
  const { effect } = version;
  const term: Term | undefined =
    effect.kind === "preserve" || effect.kind === "dispose"
      ? effect.after
      : effect.kind === "ask"
        ? undefined
        : effect.until;
  const waits = effect.kind === "dispose" ? (effect.waitFor ?? []) : [];
  const transferTo = effect.kind === "preserve" ? effect.transferTo : undefined;
  if (transferTo !== undefined && set.receivers[transferTo] === undefined)
    throw new RetentionError("RULES_MALFORMED", "a receiver is not declared", at);
  const selectEvent = version.transition?.selectBy?.event;
  return {
    index,
    rule,
    version,
    from: parseDay(version.inForce.from, at),
    until: version.inForce.until === undefined ? undefined : parseDay(version.inForce.until, at),
    node: compileCondition(version.when, domain, set, at),
    kind: effect.kind,
    term: term === undefined ? undefined : compileTerm(term, domain, at),
    transferTo,
    complete: effect.kind === "dispose" ? completeOf(effect.complete) : "none",
    ownWaits: waits.flatMap((wait) =>
      "done" in wait
        ? [
            {
              doneSlot: daySlot(wait.done, domain, at),
              ifGivenSlot: daySlot(wait.ifGiven, domain, at),
              done: wait.done,
            },
          ]
        : [],
    ),
    subjectWaits: waits.flatMap((wait) => ("rule" in wait ? [wait.rule] : [])),
    ask: effect.kind === "ask" ? effect.for : [],
    notBefore:
      version.transition?.notBefore === undefined ? undefined : parseDay(version.transition.notBefore, at),
    selectSlot: selectEvent === undefined ? -1 : daySlot(selectEvent, domain, at),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @throws {RetentionError} RULES_MALFORMED, RULES_INCONSISTENT */
export function compileRows(ruleSet: RuleSet, domain: Domain): RuleRow[] {
  const ids = new Set<string>();
  const rows: RuleRow[] = [];
  for (const rule of ruleSet.rules.toSorted((a, b) => byText(a.id, b.id))) {
    if (ids.has(rule.id)) throw new RetentionError("RULES_INCONSISTENT", "two rules share an id", rule.id);
    ids.add(rule.id);
    const versions = rule.versions.toSorted((a, b) => byText(a.inForce.from, b.inForce.from));
    for (const version of versions) rows.push(compileRow(rule, version, rows.length, domain, ruleSet));
    for (let index = rows.length - versions.length + 1; index < rows.length; index++) {
      const [before, after] = [rows[index - 1] as RuleRow, rows[index] as RuleRow];
      if (before.until === undefined || before.until > after.from)
        throw new RetentionError("RULES_INCONSISTENT", "two versions of a rule overlap in time", rule.id);
    }
  }
  return rows;
}
