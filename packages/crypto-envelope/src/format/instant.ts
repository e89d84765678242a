import { EnvelopeError } from "../errors.ts";

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** RFC 3339 in UTC, whole seconds: `2026-11-21T18:00:00Z`. Such texts sort as times do. Throws FORMAT. */
export function instantOf(value: unknown, what: string): string {
  const found = typeof value === "string" ? shape.exec(value) : null;
  if (found === null) throw new EnvelopeError("FORMAT", `${what}: a time as 2026-11-21T18:00:00Z expected`);
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const real =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  if (!real) throw new EnvelopeError("FORMAT", `${what}: no such time`);
  return found[0];
}

/** A caller's clock reading, with or without fractions of a second, as an instant of the format. */
export function clockReading(value: unknown, what: string): string {
  const text = typeof value === "string" ? value.replace(/\.\d{1,9}Z$/, "Z") : value;
  return instantOf(text, what);
}
