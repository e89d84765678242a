import { type CalendarDate, parseDate, swedishDateAt, toDayNumber } from "@tillit/civil-time";
import { AccessReviewError } from "./errors.ts";

const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?Z$/;
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

interface Moment {
  /** The day in UTC. */
  readonly day: CalendarDate;
  /** The hour in UTC. */
  readonly hour: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** @throws {@link AccessReviewError} `INPUT_MALFORMED` for what is no moment in UTC (RFC 3339) */
function momentOf(text: string): Moment {
  const [, date = "", hours, minutes, seconds] = form.exec(text) ?? [];
  if (date === "")
    throw new AccessReviewError("INPUT_MALFORMED", "a time is a moment in UTC, as RFC 3339 writes it");
  const on = parseDate(date);
  const passed = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second;
  return { day: on, hour: Number(hours), at: toDayNumber(on) * day + passed };
}

/** The day in Sweden of a moment in UTC. */
export function swedishDayOf(text: string): CalendarDate {
  return swedishDateAt(momentOf(text).at);
}

/** The hour of the clock in Sweden, of a moment in UTC. */
export function swedishHour(text: string): number {
  const moment = momentOf(text);
  // Half past ten in the evening in UTC is past midnight only in summer time.
  const lateEvening = toDayNumber(moment.day) * day + 22 * hour + 30 * minute;
  return (moment.hour + (swedishDateAt(lateEvening) === moment.day ? 1 : 2)) % 24;
}
