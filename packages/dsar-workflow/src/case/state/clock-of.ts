import type { CalendarDate } from "@tillit/civil-time";
import type { Clock } from "../../deadline/clock.ts";
import { datesOf, type DeadlineDates } from "../../deadline/dates.ts";
import { type Deadline, deadline } from "../../deadline/deadline.ts";
import { thirdWorkingDayAfter } from "../../deadline/reckoning.ts";
import type { CaseState } from "./state.ts";

/** The clock of a case. */
export function clockOf(state: CaseState): Clock {
  const { receivedOn, controller, regime, pauses, extended, servedOn } = state;
  return {
    receivedOn,
    controller,
    regime,
    pauses,
    extended,
    ...(servedOn === undefined ? {} : { servedOn }),
  };
}

/** The deadline of a case as it stands. */
export function deadlineOf(state: CaseState): Deadline {
  return deadline(clockOf(state));
}

/**
 * The last day on which a question still stops the clock: the third working day after receipt. "Without undue
 * delay" has no number in law; this one is our house rule.
 */
export function askedAtOnceUntil(receivedOn: CalendarDate): CalendarDate {
  return thirdWorkingDayAfter(receivedOn);
}

/** The dates of a case as it stands, without their trace. */
export function datesOfCase(state: CaseState): DeadlineDates {
  return datesOf(clockOf(state));
}
