/** Periods of ISO 8601 in whole years, months, weeks and days, the only ones statutes use here. */
import { RetentionError } from "../errors.ts";
import { addMonths, addYears } from "./civil-day.ts";

/** A parsed period; months are added as one sum so that the end-of-month clamp acts once. */
export interface WholePeriod {
  readonly months: number;
  readonly days: number;
}

const shape = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** `P5Y`, `P18M`, `P3W`, `P10D`, or combinations; undefined for anything else. */
export function tryParseWholePeriod(text: string): WholePeriod | undefined {
  const match = shape.exec(text);
  if (match === null || text === "P") return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0));
  return {
    months: (years as number) * 12 + (months as number),
    days: (weeks as number) * 7 + (days as number),
  };
}

/**
 * A period such as `P5Y`.
 * @throws {RetentionError} PERIOD_MALFORMED
 */
export function parseWholePeriod(text: string, at?: string): WholePeriod {
  const period = tryParseWholePeriod(text);
  if (period === undefined)
    throw new RetentionError("PERIOD_MALFORMED", "a period is written as P2Y, P18M, P3W or P10D", at);
  return period;
}

/** The end day of a period, counted as lag (1930:173) 1 § counts. */
export function addWholePeriod(day: number, period: WholePeriod, leapForward: boolean): number {
  const { months, days } = period;
  const moved =
    months === 0
      ? day
      : months % 12 === 0
        ? addYears(day, months / 12, leapForward)
        : addMonths(day, months, leapForward);
  return moved + days;
}
