import { swedishDateAt, type CalendarDate } from "@tillit/civil-time";

/** The only way the API learns what time it is; tests pass their own. */
export type Clock = () => Date;

/** RFC 3339 in UTC with whole seconds, the one notation of time in events and answers. */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The calendar day in Sweden, whatever zone the process runs in: periods and deadlines count these days. */
export function swedishDay(at: Date): CalendarDate {
  return swedishDateAt(at.getTime());
}

export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
