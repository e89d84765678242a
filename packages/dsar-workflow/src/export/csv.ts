import type { GivenItem } from "./given.ts";

// A cell that a spreadsheet would take for a formula is quoted with an apostrophe.
function cell(value: string | number | boolean): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row a field: item, field, value (RFC 4180). Items without fields give their text. */
export function toCsv(items: readonly GivenItem[]): string {
  const rows = items.flatMap(({ id, fields, text }): string[] => {
    const values: readonly (readonly [string, string | number | boolean])[] =
      fields === undefined ? [["text", text ?? ""]] : Object.entries(fields);
    return values.map(([name, value]) => [id, name, value].map((part) => cell(part)).join(","));
  });
  return ["item,field,value", ...rows, ""].join("\r\n");
}
