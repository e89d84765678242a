/**
 * The universe of facts, compiled: every value of an enumerated field falls in one class, and two values that no
 * rule tells apart share a class. Class 0 is "not known", class 1 "none", the rest are the values' classes.
 */
import { RetentionError } from "../errors.ts";
import type { Condition, Field, RuleSet } from "../schema/rule-set.ts";

export const CLASS_UNKNOWN = 0;
export const CLASS_NONE = 1;

/** A field with finitely many classes. `value` is one member of each class, for witnesses. */
export interface ClassField {
  readonly name: string;
  readonly slot: number;
  readonly field: Field;
  readonly classOf: ReadonlyMap<string | number | boolean, number>;
  readonly value: readonly (string | number | boolean | undefined)[];
  readonly absent: number;
  /** Column of interned values, for periods and event names. */
  readonly aux: number;
}

/** A field that holds a day. `earliest` is a second column where some rule asks for the first occurrence. */
export interface DayField {
  readonly name: string;
  readonly slot: number;
  readonly event: boolean;
}

export interface Domain {
  readonly classes: readonly ClassField[];
  readonly days: readonly DayField[];
  readonly classField: ReadonlyMap<string, ClassField>;
  readonly dayField: ReadonlyMap<string, DayField>;
  /** What a record's values may name: every field but the unit, which stands beside them. */
  readonly given: ReadonlyMap<string, ClassField | DayField>;
  readonly auxCount: number;
}

const unitField: Field = {
  title: { sv: "Enhet", en: "Unit" },
  type: { kind: "enum", values: ["file", "document", "section", "register"] },
};

/** Visits every condition of a rule set, outermost first. */
export function eachCondition(condition: Condition, visit: (condition: Condition) => void): void {
  visit(condition);
  if ("all" in condition) for (const inner of condition.all) eachCondition(inner, visit);
  else if ("any" in condition) for (const inner of condition.any) eachCondition(inner, visit);
  else if ("not" in condition) eachCondition(condition.not, visit);
}

/** All conditions of a rule set, those of `otherwise` included. */
export function conditionsOf(ruleSet: RuleSet): Condition[] {
  return [
    ...ruleSet.rules.flatMap((rule) => rule.versions.map((version) => version.when)),
    ...ruleSet.otherwise.map((entry) => entry.when),
  ];
}

/** The values an atom on an enumerated field accepts. */
export function acceptedBy(condition: Condition, ruleSet: RuleSet): ReadonlySet<unknown> | undefined {
  if ("is" in condition) return new Set([condition.is]);
  if ("in" in condition) return new Set(condition.in);
  if ("inSet" in condition) return new Set(ruleSet.sets[condition.inSet]?.values ?? []);
  if ("dayOfMonthIn" in condition) return new Set(condition.dayOfMonthIn);
  return undefined;
}

function valuesOf(field: Field): (string | number | boolean)[] {
  const { type } = field;
  if (type.kind === "enum") return [...type.values];
  if (type.kind === "boolean") return [false, true];
  if (type.kind === "integer")
    return Array.from({ length: Math.max(0, type.max - type.min + 1) }, (_, index) => type.min + index);
  return [];
}

/** The atoms of all rule sets, by field. */
function atomsByField(ruleSets: readonly RuleSet[]): Map<string, ReadonlySet<unknown>[]> {
  const atoms = new Map<string, ReadonlySet<unknown>[]>();
  for (const ruleSet of ruleSets)
    for (const root of conditionsOf(ruleSet))
      eachCondition(root, (condition) => {
        if (!("field" in condition)) return;
        const accepted = acceptedBy(condition, ruleSet);
        if (accepted !== undefined)
          atoms.set(condition.field, [...(atoms.get(condition.field) ?? []), accepted]);
      });
  return atoms;
}

/** The fields of several vocabularies; an enumerated field has the values of all of them. */
function joinVocabularies(ruleSets: readonly RuleSet[]): Record<string, Field> {
  const joined: Record<string, Field> = {};
  for (const ruleSet of ruleSets)
    for (const [name, field] of Object.entries(ruleSet.vocabulary)) {
      const before = joined[name];
      if (before !== undefined && before.type.kind !== field.type.kind)
        throw new RetentionError("RULES_INCONSISTENT", "two rule sets give a field two types", name);
      joined[name] =
        before?.type.kind === "enum" && field.type.kind === "enum"
          ? {
              ...field,
              type: { ...field.type, values: [...new Set([...before.type.values, ...field.type.values])] },
            }
          : (before ?? field);
    }
  return joined;
}

/** Classes by signature: which of the field's atoms, over all rule sets that share the domain, accept the value. */
export function compileDomain(ruleSets: readonly RuleSet[]): Domain {
  const atoms = atomsByField(ruleSets);
  const vocabulary = joinVocabularies(ruleSets);
  const classes: ClassField[] = [];
  const days: DayField[] = [];
  let auxCount = 0;
  if ("unit" in vocabulary)
    throw new RetentionError("RULES_MALFORMED", "unit is a field of every record", "vocabulary.unit");
  for (const [name, field] of Object.entries({ unit: unitField, ...vocabulary })) {
    const { type } = field;
    if (type.kind === "day" || type.kind === "event") {
      days.push({ name, slot: days.length, event: type.kind === "event" });
      continue;
    }
    const open = type.kind === "period" || type.kind === "eventName" || type.kind === "text";
    const signatures = new Map<string, number>();
    const classOf = new Map<string | number | boolean, number>();
    const value: (string | number | boolean | undefined)[] = [undefined, undefined];
    for (const candidate of valuesOf(field)) {
      const signature = (atoms.get(name) ?? []).map((set) => (set.has(candidate) ? "1" : "0")).join("");
      let index = signatures.get(signature);
      if (index === undefined) {
        index = value.push(candidate) - 1;
        signatures.set(signature, index);
      }
      classOf.set(candidate, index);
    }
    if (open) value.push(undefined);
    classes.push({
      name,
      slot: classes.length,
      field,
      classOf,
      value,
      absent: type.absent === "none" ? CLASS_NONE : CLASS_UNKNOWN,
      aux: type.kind === "period" || type.kind === "eventName" ? auxCount++ : -1,
    });
  }
  return {
    classes,
    days,
    classField: new Map(classes.map((field) => [field.name, field])),
    dayField: new Map(days.map((field) => [field.name, field])),
    given: new Map(
      [...classes.filter(({ name }) => name !== "unit"), ...days].map((field) => [field.name, field]),
    ),
    auxCount,
  };
}
