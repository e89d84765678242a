/** From the OpenAPI document to TypeScript: its named shapes, and its routes as hono/client reads them, tag by tag. */

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

interface Operation {
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const words: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

function oneOf(types: readonly string[]): string {
  return types.length === 1 ? (types[0] ?? "never") : `(${types.join(" | ")})`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);
}

function objectType(schema: JsonSchema): string {
  const { properties = {}, required = [], additionalProperties: rest = false } = schema;
  const fields = Object.entries(properties).map(
    ([name, value]) => `readonly ${key(name)}${required.includes(name) ? "" : "?"}: ${typeOf(value)};`,
  );
  if (rest === false) return `{ ${fields.join(" ")} }`;
  const other = rest === true || Object.keys(rest).length === 0 ? "unknown" : typeOf(rest);
  const open = `Readonly<Record<string, ${other}>>`;
  return fields.length === 0 ? open : `({ ${fields.join(" ")} } & ${open})`;
}

/** The TypeScript type of what a schema lets through. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.allOf !== undefined) return `(${schema.allOf.map(typeOf).join(" & ")})`;
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return oneOf(either.map(typeOf));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return oneOf(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.type === "object") return objectType(schema);
  if (schema.type === "array") return `readonly ${wrapped(typeOf(schema.items ?? {}))}[]`;
  const { type = "unknown" } = schema;
  return oneOf([type].flat().map((name) => words[name] ?? "unknown"));
}

function wrapped(type: string): string {
  return type.startsWith("readonly ") ? `(${type})` : type;
}

/** What stands in an address or a query is text there, whatever it means; only choices are narrower. */
function textType(schema: JsonSchema | undefined): string {
  return schema?.enum === undefined ? "string" : typeOf(schema);
}

function inputOf({ parameters = [], requestBody }: Operation): string {
  const parts: string[] = [];
  for (const [place, name] of [
    ["path", "param"],
    ["query", "query"],
  ] as const) {
    const here = parameters.filter((one) => one.in === place);
    if (here.length === 0) continue;
    const fields = here.map(
      (one) => `${key(one.name)}${one.required === true ? "" : "?"}: ${textType(one.schema)};`,
    );
    const needed = here.some((one) => one.required === true);
    parts.push(`${name}${needed ? "" : "?"}: { ${fields.join(" ")} };`);
  }
  const body = requestBody?.content["application/json"]?.schema;
  if (body !== undefined) parts.push(`json: ${typeOf(body)};`);
  return `{ ${parts.join(" ")} }`;
}

/** One endpoint for each answer that is no refusal: refusals never come back as answers, the apps throw them. */
function endpoints(operation: Operation): string {
  const input = inputOf(operation);
  return Object.entries(operation.responses)
    .filter(([status]) => status !== "default")
    .map(([status, { content }]) => {
      const schema = content?.["application/json"]?.schema;
      const [output, format] = schema === undefined ? ["null", "body"] : [typeOf(schema), "json"];
      return `{ input: ${input}; output: ${output}; outputFormat: "${format}"; status: ${status} }`;
    })
    .join(" | ");
}

/** The whole file, not yet formatted. */
export function contractText({ components, paths }: OpenApi): string {
  const shapes = Object.entries(components.schemas)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const tags = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(paths)) {
    const byTag = new Map<string, string[]>();
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = "Other"] = operation.tags ?? [];
      byTag.set(tag, [...(byTag.get(tag) ?? []), `$${method}: ${endpoints(operation)};`]);
    }
    const address = path.replaceAll(/\{(\w+)\}/gu, ":$1");
    for (const [tag, lines] of byTag) {
      tags.set(tag, [...(tags.get(tag) ?? []), `${JSON.stringify(address)}: { ${lines.join("\n")} };`]);
    }
  }
  const routes = [...tags]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, lines]) => `${JSON.stringify(tag)}: {\n${lines.join("\n")}\n};`);
  return `/** What the API takes and gives, as types. Written from its OpenAPI document by written/write.ts; not edited by hand. */

${shapes.join("\n\n")}

/** The routes by their tag in the document, in the form that hono/client reads. */
export type Routes = {\n${routes.join("\n")}\n};
`;
}
