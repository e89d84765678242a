/** Periods as law and plans state them, written as the date part of an ISO 8601 duration. */
import { addMonthsToDayNumber } from "./arithmetic.ts";
import { type CalendarDate, fromDayNumber, toDayNumber } from "./calendar-date.ts";
import { checkAmount } from "./day-number.ts";
import { CivilTimeError } from "../errors.ts";

/** Whole numbers, each at least 0; a part that is not stated is absent. */
export type Period = {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
};

const form = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})W)?(?:(\d{1,7})D)?$/;
const parts = ["years", "months", "weeks", "days"] as const;

/**
 * Reads `P2Y`, `P6M`, `P3W`, `P10D` or several parts in that order, such as `P1Y6M`.
 *
 * @throws {@link CivilTimeError} `PERIOD_MALFORMED`
 */
export function parsePeriod(text: string): Period {
  const found = form.exec(text);
  if (found === null) {
    throw new CivilTimeError("PERIOD_MALFORMED", "a period is written like P2Y, P6M, P3W or P10D");
  }
  const period: { -readonly [part in keyof Period]: Period[part] } = {};
  parts.forEach((part, index) => {
    const digits = found[index + 1];
    if (digits !== undefined) period[part] = Number(digits);
  });
  return period;
}

/**
 * The date a period after a date ends. Years and months are added in one step, so that a missing day number is
 * met at most once; then weeks and days.
 *
 * @throws {@link CivilTimeError} `AMOUNT_NOT_WHOLE`, `DATE_OUT_OF_RANGE`
 */
export function addPeriod(date: CalendarDate, period: Period): CalendarDate {
  const { years = 0, months = 0, weeks = 0, days = 0 } = period;
  const atMonth = addMonthsToDayNumber(toDayNumber(date), checkAmount(years) * 12 + checkAmount(months));
  return fromDayNumber(atMonth + checkAmount(weeks) * 7 + checkAmount(days));
}
