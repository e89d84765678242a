import type { DecisionOutcome, Instant } from "./event.ts";

/** How an application was decided, as retention is told it. */
export type ApplicationOutcomeFact = "undecided" | "withdrawn" | DecisionOutcome;

/** What is known of an application outside its sealed parts; codes as they were stored. */
export interface ApplicationDates {
  /** An `ApplicationStatus`, or a word that is not known here. */
  readonly status: string;
  readonly receivedAt: Instant;
  /** The last event that wrote something into it. */
  readonly lastEntry: Instant;
  readonly decidedAt?: Instant | undefined;
  /** A `DecisionOutcome` of a decided one, or a word that is not known here. */
  readonly outcome?: string | undefined;
}

/** Facts of the retention vocabulary; what is left out has not happened or is not known. */
export interface ApplicationRetentionFacts {
  readonly recordType: "application";
  readonly applicationOutcome?: ApplicationOutcomeFact;
  readonly receivedOn: string;
  readonly lastEntry?: string;
  readonly caseClosed?: string;
}

/**
 * What retention is told about an application. `dayOf` gives the calendar day (`YYYY-MM-DD`) of an instant, by the
 * holder's own calendar. An approved application has no last entry yet: the record goes on with the assignment. A status
 * or an outcome that is none of the known ones is not told, and retention then asks for it.
 *
 * @example
 * retentionFacts(
 *   { status: "decided", receivedAt: "2026-11-21T10:00:00Z", lastEntry: "2026-12-01T10:00:00Z",
 *     decidedAt: "2026-12-01T10:00:00Z", outcome: "declined" },
 *   (at) => at.slice(0, 10),
 * ); // { recordType: "application", applicationOutcome: "declined", receivedOn: "2026-11-21", … }
 */
export function retentionFacts(
  application: ApplicationDates,
  dayOf: (at: Instant) => string,
): ApplicationRetentionFacts {
  const { status, receivedAt, lastEntry, decidedAt } = application;
  const outcome = applicationOutcome(application);
  const closed = status === "withdrawn" ? lastEntry : decidedAt;
  return {
    recordType: "application",
    receivedOn: dayOf(receivedAt),
    ...(outcome === undefined ? {} : { applicationOutcome: outcome }),
    ...(outcome === "approved" ? {} : { lastEntry: dayOf(lastEntry) }),
    ...(closed === undefined ? {} : { caseClosed: dayOf(closed) }),
  };
}

/**
 * How an application was decided: `undecided`, `approved`, `declined` or `withdrawn`; undefined for a status or an outcome
 * that is none of the known ones.
 *
 * @example applicationOutcome({ status: "decided", outcome: "approved" }); // approved
 */
export function applicationOutcome({
  status,
  outcome,
}: Pick<ApplicationDates, "status" | "outcome">): ApplicationOutcomeFact | undefined {
  switch (status) {
    case "submitted":
    case "opened":
    case "assessed":
      return "undecided";
    case "withdrawn":
      return "withdrawn";
    case "decided":
      return outcome === "approved" || outcome === "declined" ? outcome : undefined;
    default:
      return undefined;
  }
}
