import { unexpected } from "../errors.ts";
import type { Reader } from "./json.ts";

const shape = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** RFC 3339 in UTC, whole seconds: `2026-11-21T18:00:00Z`. Such texts sort as times do. Throws FORMAT. */
export const instantOf: Reader<string> = (value, what) => {
  const found = typeof value === "string" ? shape.exec(value) : null;
  const [text, year, month, day] = found ?? [];
  if (text === undefined || Number(day) > daysIn(Number(year), Number(month)))
    throw unexpected(what, "a time as 2026-11-21T18:00:00Z");
  return text;
};

/** A caller's clock reading, with or without fractions of a second, as an instant of the format. */
export function clockReading(value: unknown, what: string): string {
  const text = typeof value === "string" ? value.replace(/\.\d{1,9}Z$/, "Z") : value;
  return instantOf(text, what);
}
