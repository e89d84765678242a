/** XML as nested values: every text and attribute is escaped, so a name cannot become markup. */
import { escaped } from "./xml-text.ts";

export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (Element | string)[];
}

function written({ name, attributes = {}, children = [] }: Element, indent: string): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  if (children.length === 0) return `${indent}<${name}${given}/>\n`;
  const [only] = children;
  if (children.length === 1 && typeof only === "string")
    return `${indent}<${name}${given}>${escaped(only)}</${name}>\n`;
  const inner = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escaped(child)}\n` : written(child, `${indent}  `),
  );
  return `${indent}<${name}${given}>\n${inner.join("")}${indent}</${name}>\n`;
}

export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}

export function element(
  name: string,
  attributes: Element["attributes"] = {},
  ...children: readonly (Element | string)[]
): Element {
  return { name, attributes, children };
}
