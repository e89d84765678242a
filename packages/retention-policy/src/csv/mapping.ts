/** How the columns of a CSV file become facts: a small JSON file beside the data. */
import * as z from "zod";
import { schemaRefusal } from "../schema/schema-refusal.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** A field's source: a column by name, with its words translated, or one value for all rows. */
export type ColumnSource =
  | string
  | {
      readonly column: string;
      readonly values?: Readonly<Record<string, string | number | boolean | null>> | undefined;
    }
  | { readonly value: string | number | boolean };

export interface CsvMapping {
  readonly id: string;
  readonly unit?: ColumnSource | undefined;
  readonly subject?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: "utf-8" | "windows-1252" | undefined;
  readonly dates?: "YYYY-MM-DD" | "YYYYMMDD" | undefined;
  /** Words that mean "asked for, not known". */
  readonly unknown?: readonly string[] | undefined;
  readonly values: Readonly<Record<string, ColumnSource>>;
  /** Columns that are known and knowingly not used. */
  readonly ignore?: readonly string[] | undefined;
}

const word = z.string().min(1).max(200);
const sourceSchema: z.ZodType<ColumnSource> = z.union([
  word,
  z.strictObject({
    column: word,
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
]);

const mappingSchema: z.ZodType<CsvMapping> = z.strictObject({
  id: word,
  unit: sourceSchema.optional(),
  subject: word.optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(["utf-8", "windows-1252"]).optional(),
  dates: z.enum(["YYYY-MM-DD", "YYYYMMDD"]).optional(),
  unknown: z.array(word).optional(),
  values: z.record(word, sourceSchema),
  ignore: z.array(word).max(1024).optional(),
});

/**
 * A mapping from a JSON value.
 * @throws {RetentionError} MAPPING_MALFORMED
 */
export function parseMapping(value: unknown): CsvMapping {
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw schemaRefusal(
    "MAPPING_MALFORMED",
    "the mapping does not follow its schema",
    parsed.error,
    mappingSchema,
  );
}

/** The names of the columns that a mapping reads or sets aside. */
export function mappedColumns({ id, subject, unit, values, ignore = [] }: CsvMapping): string[] {
  const sources = [...(unit === undefined ? [] : [unit]), ...Object.values(values)];
  const read = sources.flatMap((source) =>
    typeof source === "string" ? [source] : "column" in source ? [source.column] : [],
  );
  return [id, ...(subject === undefined ? [] : [subject]), ...read, ...ignore];
}

/** The mapping of a file whose columns are named as the facts are; `found` says which of these it has. */
export function mappingByName(found: readonly (string | undefined)[], ruleSet: RuleSet): CsvMapping {
  const values: Record<string, ColumnSource> = {};
  for (const name of found)
    if (name !== undefined && Object.hasOwn(ruleSet.vocabulary, name)) values[name] = name;
  return {
    id: "id",
    values,
    ...(found.includes("unit") ? { unit: "unit" } : {}),
    ...(found.includes("subject") ? { subject: "subject" } : {}),
  };
}
