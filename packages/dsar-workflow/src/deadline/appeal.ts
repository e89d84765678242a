/** The time to appeal, and the time after which a complainant may press the supervisory authority. */
import { addMonths, type CalendarDate, nextWorkingDay } from "@tillit/civil-time";
import { appealEnd } from "./reckoning.ts";

const complaintMonths = 3;

/**
 * The last day an appeal may reach the authority: three weeks from the day the person got the decision (FL 44 §),
 * moved over Saturdays, Sundays, public holidays and the three eves by lag (1930:173) 2 §.
 */
export function appealLastDay(servedOn: CalendarDate): CalendarDate {
  return appealEnd(servedOn);
}

/**
 * From when a complainant may ask the Swedish Authority for Privacy Protection (IMY) whether it will act: three
 * months after the complaint (proposed in prop. 2024/25:88; its adoption is not verified here).
 *
 * @returns `from`: the day itself; `useFrom`: the first working day on or after it
 */
export function complaintRemedy(filedOn: CalendarDate): {
  readonly from: CalendarDate;
  readonly useFrom: CalendarDate;
} {
  const from = addMonths(filedOn, complaintMonths);
  return { from, useFrom: nextWorkingDay(from, "statute") };
}
