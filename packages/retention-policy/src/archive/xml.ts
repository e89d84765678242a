/** XML as nested values: every text and attribute is escaped, so a name cannot become markup. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (Element | string)[];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Characters that XML 1.0 cannot hold, or should not, are left out: controls, half characters, two that are none. */
const impossible = /[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu;

function escaped(text: string): string {
  return text.replaceAll(impossible, "").replaceAll(/[&<>"\t\n\r]/g, (one) => entities[one] ?? "");
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
