/**
 * The dates alone, without words: GDPR art. 12(3) counted by Regulation 1182/71 art. 3. The day of receipt is not
 * counted and its number is kept; where the month lacks that number, its last day; a period that ends on a Saturday,
 * Sunday or public holiday ends on the next working day. Eves are working days here.
 */
import { addDays, addMonths, addYears, type CalendarDate } from "@tillit/civil-time";
import { appealLastDay } from "./appeal.ts";
import type { Clock } from "./clock.ts";
import { countedPauses, daysOf, type Standstill } from "./pauses.ts";
import { daysAfter, oneMonthAfter, threeMonthsAfter, twoMonthsAfter, workingDayFrom } from "./reckoning.ts";

/** Every date of a clock. Keys that do not apply are absent. */
export type DeadlineDates = {
  /** The last lawful day of the first month, pauses and free days counted. Absent where the law says "promptly". */
  readonly lastDay?: CalendarDate;
  /** The last day on which a notice of extension is in time. */
  readonly extensionNoticeBy?: CalendarDate;
  /** The last lawful day when extended: the earlier of the two readings of "two further months". */
  readonly extendedLastDay?: CalendarDate;
  /** The last day for an appeal, once a decision has been served by an authority. */
  readonly appealLastDay?: CalendarDate;
  /** The day to work towards: identity pauses only, never moved over a free day. */
  readonly planBy: CalendarDate;
  /** The last day the law allows as things stand. Absent where the law says "promptly". */
  readonly legalLatest?: CalendarDate;
};

/** The steps between, for the trace. */
export type Counted = {
  readonly dates: DeadlineDates;
  readonly month: CalendarDate;
  readonly paused: readonly Standstill[];
  readonly firstReading: CalendarDate;
  readonly secondReading: CalendarDate;
};

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/** Counts a GDPR clock. */
export function countMonths(clock: Clock): Counted {
  const { receivedOn, pauses = [], extended = false, servedOn, controller = "public-authority" } = clock;
  const month = oneMonthAfter(receivedOn);
  const paused = countedPauses(pauses, receivedOn, month);
  const days = daysOf(paused);
  const lastDay = workingDayFrom(daysAfter(month, days), "eu");
  const firstReading = threeMonthsAfter(receivedOn);
  const secondReading = twoMonthsAfter(month);
  const end = extended ? earlier(firstReading, secondReading) : month;
  const latest = extended ? workingDayFrom(daysAfter(end, days), "eu") : lastDay;
  const scope = pauses.some(({ because }) => because === "scope");
  const identityOnly = scope
    ? countedPauses(
        pauses.filter(({ because }) => because !== "scope"),
        receivedOn,
        month,
      )
    : paused;
  const dates: DeadlineDates = {
    lastDay,
    extensionNoticeBy: lastDay,
    ...(extended ? { extendedLastDay: latest } : {}),
    ...(servedOn !== undefined && controller === "public-authority"
      ? { appealLastDay: appealLastDay(servedOn) }
      : {}),
    planBy: daysAfter(end, daysOf(identityOnly)),
    legalLatest: latest,
  };
  return { dates, month, paused, firstReading, secondReading };
}

/**
 * Counts a clock of a law that says "at once" or "promptly": no last day, but a day to work towards.
 *
 * @returns `planBy`: the next working day by lag (1930:173) after receipt, our house rule
 */
export function countPromptly(clock: Clock): DeadlineDates {
  const { receivedOn, servedOn, controller = "public-authority" } = clock;
  return {
    ...(servedOn !== undefined && controller === "public-authority"
      ? { appealLastDay: appealLastDay(servedOn) }
      : {}),
    planBy: workingDayFrom(addDays(receivedOn, 1), "statute"),
  };
}

/** The dates of any clock. */
export function datesOf(clock: Clock): DeadlineDates {
  return (clock.regime ?? "gdpr") === "gdpr" ? countMonths(clock).dates : countPromptly(clock);
}

/** When a party may press a slow authority for a decision: six months after the matter began (FL 12 §). */
export function slowMatterFrom(receivedOn: CalendarDate): CalendarDate {
  return addMonths(receivedOn, 6);
}

/** One year after a running text was written, its exception from art. 15 ends (dataskyddslagen 5 kap. 2 §). */
export function draftExceptionEnds(writtenOn: CalendarDate): CalendarDate {
  return addYears(writtenOn, 1);
}
