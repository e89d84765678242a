/** Times as envelopes write them: RFC 3339 in UTC with whole seconds. */
import { addYears, fromDayNumber } from "@tillit/civil-time";

const millisecondsADay = 86_400_000;

/** @param epochMilliseconds - as a clock gives them */
export function instantAt(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Midnight UTC so many years after a moment. */
export function instantYearsAfter(epochMilliseconds: number, years: number): string {
  const today = fromDayNumber(Math.floor(epochMilliseconds / millisecondsADay));
  return `${addYears(today, years)}T00:00:00Z`;
}
