/** Bodies made from the API's own description: right ones, and right ones with one thing wrong in them. */
import fc from "fast-check";

/** As much of JSON Schema as the description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Schemas = Readonly<Record<string, Schema>>;

const formats: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  uuid: () => fc.uuid(),
  date: () => fc.constantFrom("2026-11-23", "0001-01-01", "9999-12-31", "2026-02-30"),
  "date-time": () => fc.constantFrom("2026-11-23T09:30:00Z", "2026-11-23T09:30:00.5+01:00"),
};

/** Names and hashes as the API gives them come often, so that a request gets past the first look. */
export type Known = (schema: Schema) => readonly unknown[];

/** Whatever fits the schema, mostly. */
export function fitting(schema: Schema, schemas: Schemas, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const within = (one: Schema): fc.Arbitrary<unknown> => fitting(one, schemas, known, depth + 1);
  if (schema.$ref !== undefined) {
    return within(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return fc.oneof(...choices.map(within));
  if (schema.allOf !== undefined) {
    return fc.tuple(...schema.allOf.map(within)).map((parts) => Object.assign({}, ...parts) as unknown);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const [type = "object"] = [schema.type ?? []].flat();
  if (type === "object") return objects(schema, within, depth);
  if (type === "array") {
    const most = depth > 6 ? (schema.minItems ?? 0) : 3;
    return fc.array(within(schema.items ?? {}), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.max(most, schema.minItems ?? 0),
    });
  }
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "integer" || type === "number") {
    const least = Math.max(schema.minimum ?? -1e9, -1e9);
    return fc.integer({ min: least, max: Math.max(least, Math.min(schema.maximum ?? 1e9, 1e9)) });
  }
  const strings = texts(schema);
  const given = known(schema);
  return given.length === 0 ? strings : fc.oneof(strings, fc.constantFrom(...given));
}

function objects(
  { properties = {}, required = [], additionalProperties }: Schema,
  within: (schema: Schema) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const named = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, within(one)]));
  const own = fc.record(named, { requiredKeys: [...required] });
  if (typeof additionalProperties !== "object" || depth > 6) return own;
  const others = fc.dictionary(fc.constantFrom("contact", "file-1", "words"), within(additionalProperties), {
    maxKeys: 2,
  });
  return fc.tuple(own, others).map(([one, more]) => Object.assign(more, one));
}

function texts({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  const formatted = format === undefined ? undefined : formats[format]?.();
  if (formatted !== undefined) return formatted;
  if (pattern !== undefined) {
    // Long repetitions say nothing more than short ones, and take long to make.
    const shorter = pattern.replaceAll(/\{(\d+),(\d+)\}/g, (_all, least: string, most: string) => {
      return `{${least},${Math.min(Number(most), Number(least) + 9)}}`;
    });
    return fc.stringMatching(new RegExp(shorter, "u"));
  }
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
}

/** One thing in it is of another kind, missing, doubled or much too large. */
export function spoilt(whole: unknown, where: number, what: unknown): unknown {
  if (Array.isArray(whole)) {
    if (whole.length === 0 || where % 5 === 0) return [...(whole as unknown[]), what];
    const at = where % whole.length;
    return whole.map((one, n) => (n === at ? spoilt(one, Math.floor(where / 3), what) : (one as unknown)));
  }
  if (typeof whole !== "object" || whole === null) return what;
  const names = Object.keys(whole);
  if (names.length === 0 || where % 7 === 0) return { ...whole, ["unheard-of"]: what };
  const name = names[where % names.length] ?? "";
  const { [name]: old, ...others } = whole as Record<string, unknown>;
  return where % 11 === 0 ? others : { ...others, [name]: spoilt(old, Math.floor(where / 3), what) };
}
