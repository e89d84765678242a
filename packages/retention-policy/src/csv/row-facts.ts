/** A CSV row as a record, for the paths that need the values themselves: explanations, lists, comparisons. */
import type { Facts, FactValue, Unit } from "../facts.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { ColumnSource, CsvMapping } from "./mapping.ts";

function typed(kind: string | undefined, text: string): FactValue {
  if (kind === "boolean") return text === "true";
  return kind === "integer" ? Number(text) : text;
}

/** The facts of a row whose cells have been found readable. `cell` gives the text of a named column. */
export function factsOfRow(mapping: CsvMapping, ruleSet: RuleSet, cell: (column: string) => string): Facts {
  const valueOf = (name: string, source: ColumnSource): FactValue | undefined => {
    if (typeof source === "object" && "value" in source) return source.value;
    const text = cell(typeof source === "string" ? source : source.column);
    if (text === "") return undefined;
    const words = typeof source === "string" ? undefined : source.values;
    const translated = words !== undefined && Object.hasOwn(words, text);
    const word = translated
      ? (words[text] as FactValue)
      : (mapping.unknown ?? []).includes(text)
        ? null
        : text;
    if (word === null) return null;
    const kind = ruleSet.vocabulary[name]?.type.kind;
    const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(String(word));
    if (mapping.dates === "YYYYMMDD" && compact !== null && (kind === "day" || kind === "event"))
      return `${compact[1]}-${compact[2]}-${compact[3]}`;
    return typed(kind, String(word));
  };
  const values: Record<string, FactValue> = {};
  for (const [name, source] of Object.entries(mapping.values)) {
    const value = valueOf(name, source);
    if (value !== undefined) values[name] = value;
  }
  const subject = mapping.subject === undefined ? "" : cell(mapping.subject);
  return {
    id: cell(mapping.id),
    unit: (valueOf("unit", mapping.unit ?? { value: "file" }) ?? "file") as Unit,
    ...(subject === "" ? {} : { subject }),
    values,
  };
}
