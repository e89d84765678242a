/** Lines of a plan that differ in their id and days only, as one pattern of bytes. */
import { formatDay, NO_DAY } from "../day/civil-day.ts";
import type { Disposition } from "../disposition.ts";
import { lineOf, type PlanFormat } from "./plan-line.ts";
import { encodeText } from "../csv/text.ts";

/** What follows the id in a line; `duty`, `earliest` and `latest` are the places of their days, −1 for none. */
export interface Template {
  readonly bytes: Uint8Array;
  readonly duty: number;
  readonly earliest: number;
  readonly latest: number;
}

/** What stands before the id in a line. */
export function lineStart(format: PlanFormat): string {
  return format === "ndjson" ? '{"id":"' : "";
}

/** Makes the pattern from a line that was made the slow way, so that both ways cannot differ. */
export function templateOf(disposition: Disposition, format: PlanFormat): Template {
  const days = { dutyArises: "1600-01-01", earliest: "1600-01-02", latest: "1600-01-03" };
  const pattern: Record<string, unknown> = { ...disposition, id: "" };
  for (const [key, day] of Object.entries(days)) if (pattern[key] !== undefined) pattern[key] = day;
  const text = lineOf(pattern as unknown as Disposition, format).slice(lineStart(format).length);
  // Days come before everything that is free text, so the first occurrence is the right one.
  const placeOf = (key: keyof typeof days): number =>
    disposition[key] === undefined ? -1 : text.indexOf(days[key]);
  return {
    bytes: encodeText(text),
    duty: placeOf("dutyArises"),
    earliest: placeOf("earliest"),
    latest: placeOf("latest"),
  };
}

const FIRST = -25_567; // 1900-01-01
const LAST = 73_049; // 2169-12-31

/** Ten bytes for every day that patterns can take, filled when a day first comes: one array, few cache misses. */
export class DayBytes {
  private readonly bytes = new Uint8Array((LAST - FIRST + 1) * 10);

  /** Whether a day can be written into a pattern. */
  static fits(day: number): boolean {
    return day === NO_DAY || (day >= FIRST && day <= LAST);
  }

  /** Writes a day at a place of a buffer. */
  write(day: number, buffer: Uint8Array, at: number): void {
    const { bytes } = this;
    const from = (day - FIRST) * 10;
    if (bytes[from] === 0) bytes.set(encodeText(formatDay(day)), from);
    for (let byte = 0; byte < 10; byte++) buffer[at + byte] = bytes[from + byte] as number;
  }
}
