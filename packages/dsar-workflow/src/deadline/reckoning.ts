/**
 * Dates that are asked for again and again, reckoned once. A date's month and its next working day never change, so
 * keeping them changes no answer; the store is emptied when it grows past the days of some years.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  nextWorkingDay,
  type WorkingCalendar,
} from "@tillit/civil-time";

const most = 5000;

function remembered(reckon: (date: CalendarDate) => CalendarDate): (date: CalendarDate) => CalendarDate {
  const known = new Map<CalendarDate, CalendarDate>();
  return (date) => {
    let answer = known.get(date);
    if (answer === undefined) {
      answer = reckon(date);
      if (known.size >= most) known.clear();
      known.set(date, answer);
    }
    return answer;
  };
}

/** One, two and three months later. */
export const oneMonthAfter: (date: CalendarDate) => CalendarDate = remembered((date) => addMonths(date, 1));
export const twoMonthsAfter: (date: CalendarDate) => CalendarDate = remembered((date) => addMonths(date, 2));
export const threeMonthsAfter: (date: CalendarDate) => CalendarDate = remembered((date) =>
  addMonths(date, 3),
);

const workingDays: Readonly<Record<WorkingCalendar, (date: CalendarDate) => CalendarDate>> = {
  eu: remembered((date) => nextWorkingDay(date, "eu")),
  statute: remembered((date) => nextWorkingDay(date, "statute")),
};

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return workingDays[calendar](date);
}

const appealDays = 21;
const promptDays = 3;

/** Three weeks later, moved over free days and eves. */
export const appealEnd: (date: CalendarDate) => CalendarDate = remembered((date) =>
  workingDayFrom(addDays(date, appealDays), "statute"),
);

/** The third working day after. */
export const thirdWorkingDayAfter: (date: CalendarDate) => CalendarDate = remembered((date) => {
  let day = date;
  for (let n = 0; n < promptDays; n += 1) day = workingDayFrom(addDays(day, 1), "eu");
  return day;
});

/** So many days later. */
export function daysAfter(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : addDays(date, days);
}
