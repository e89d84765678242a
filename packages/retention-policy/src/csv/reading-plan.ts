/** Which column of a CSV file becomes which fact, once its header is known. */
import type { Columns } from "../bulk/columns.ts";
import { RetentionError } from "../errors.ts";
import { unknownKey } from "../name/known-keys.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type CellReader, readCell, readerOf } from "./cell-reader.ts";
import { type UnusedColumn, unusedColumns, wantedNames } from "./header.ts";
import { type ColumnSource, type CsvMapping, mappedColumns, mappingByName } from "./mapping.ts";
import { encodeText, type Encoding } from "./text.ts";

/** `readers[n]` reads the field `places[n]` of a row. */
export interface ReadingPlan {
  /** For each column the name by which the mapping knows it. */
  readonly header: readonly (string | undefined)[];
  readonly unused: readonly UnusedColumn[];
  readonly mapping: CsvMapping;
  readonly idColumn: number;
  readonly subjectColumn: number;
  readonly unitColumn: number;
  readonly fields: number;
  readonly places: Int32Array;
  readonly readers: readonly CellReader[];
  /** Facts that have one value in all rows. */
  readonly fixed: readonly { readonly reader: CellReader; readonly bytes: Uint8Array }[];
}

function unknownFact(name: string, { values }: CsvMapping, { domain }: Columns): RetentionError {
  const number = Object.keys(values).indexOf(name) + 1;
  return unknownKey(name, number, "", [...domain.given.keys()], "MAPPING_MALFORMED");
}

/** @throws {RetentionError} CSV_HEADER, MAPPING_MALFORMED */
export function readingPlan(
  names: readonly string[],
  columns: Columns,
  ruleSet: RuleSet,
  given: CsvMapping | undefined,
  encoding: Encoding,
): ReadingPlan {
  const known = ["id", "unit", "subject", ...Object.keys(ruleSet.vocabulary)];
  const header = wantedNames(names, given === undefined ? known : mappedColumns(given));
  const mapping = given ?? mappingByName(header, ruleSet);
  const taken = new Set(["id", "unit", ...(mapping.subject === undefined ? [] : ["subject"])]);
  const unread = known.filter((name) => !taken.has(name) && !Object.hasOwn(mapping.values, name));
  const columnOf = (name: string): number => {
    const index = header.indexOf(name);
    if (index < 0)
      throw new RetentionError("CSV_HEADER", "a mapped column is not in the header", name.slice(0, 60));
    return index;
  };
  const cells: { readonly place: number; readonly reader: CellReader }[] = [];
  const fixed: ReadingPlan["fixed"][number][] = [];
  const add = (name: string, source: ColumnSource): number => {
    const isFixed = typeof source === "object" && "value" in source;
    const reader = readerOf(columns, name, {
      encoding: isFixed ? "utf-8" : encoding,
      unknown: new Set(mapping.unknown ?? []),
      compactDates: mapping.dates === "YYYYMMDD",
      words: typeof source === "object" && "column" in source ? source.values : undefined,
    });
    if (!isFixed) {
      const place = columnOf(typeof source === "string" ? source : source.column);
      cells.push({ place, reader });
      return place;
    }
    const bytes = encodeText(String(source.value));
    if (!readCell(reader, columns, bytes, 0, bytes.length, 0))
      throw new RetentionError("MAPPING_MALFORMED", "a fixed value is no value of its fact", name);
    fixed.push({ reader, bytes });
    return -1;
  };
  const unitColumn = add("unit", mapping.unit ?? { value: "file" });
  for (const [name, source] of Object.entries(mapping.values)) {
    if (!columns.domain.given.has(name)) throw unknownFact(name, mapping, columns);
    add(name, source);
  }
  return {
    header,
    unused: unusedColumns(names, header, unread),
    mapping,
    idColumn: columnOf(mapping.id),
    subjectColumn: mapping.subject === undefined ? -1 : columnOf(mapping.subject),
    unitColumn,
    fields: header.length,
    places: Int32Array.from(cells, ({ place }) => place),
    readers: cells.map(({ reader }) => reader),
    fixed,
  };
}
