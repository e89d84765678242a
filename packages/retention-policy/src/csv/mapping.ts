/** How the columns of a CSV file become facts: a small JSON file beside the data. */
import * as z from "zod";
import { RetentionError } from "../errors.ts";
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
});

/**
 * A mapping from a JSON value.
 * @throws {RetentionError} MAPPING_MALFORMED
 */
export function parseMapping(value: unknown): CsvMapping {
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join(".").slice(0, 200);
  throw new RetentionError("MAPPING_MALFORMED", "the mapping does not follow its schema", path);
}

/** The mapping of a file whose columns are named as the facts are. */
export function mappingByName(header: readonly string[], ruleSet: RuleSet): CsvMapping {
  const values: Record<string, ColumnSource> = {};
  for (const name of header) if (ruleSet.vocabulary[name] !== undefined) values[name] = name;
  return {
    id: "id",
    values,
    ...(header.includes("unit") ? { unit: "unit" } : {}),
    ...(header.includes("subject") ? { subject: "subject" } : {}),
  };
}
