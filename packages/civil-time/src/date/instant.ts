/** From a moment to the date it is in Sweden: a letter that comes in at 23:30 in UTC came in tomorrow. */
import { type CalendarDate, parseDate } from "./calendar-date.ts";
import { CivilTimeError } from "../errors.ts";

let swedish: Intl.DateTimeFormat | undefined;

/**
 * The date in Europe/Stockholm at a moment.
 *
 * @param epochMilliseconds - milliseconds since 1970-01-01T00:00Z, as a clock gives them
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function swedishDateAt(epochMilliseconds: number): CalendarDate {
  if (!Number.isFinite(epochMilliseconds)) {
    throw new CivilTimeError("AMOUNT_NOT_WHOLE", "a moment must be a finite number of milliseconds");
  }
  swedish ??= new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Stockholm",
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const part = new Map(swedish.formatToParts(epochMilliseconds).map(({ type, value }) => [type, value]));
  return parseDate(`${(part.get("year") ?? "").padStart(4, "0")}-${part.get("month")}-${part.get("day")}`);
}
