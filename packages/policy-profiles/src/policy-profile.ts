import type { CalendarDate } from "@tillit/civil-time";
import type { Contact, ControllerKind, ProcessingActivity } from "@tillit/consent-legal-basis";

/** The four assignments that an applicant can be looked at for. */
export type AcceptedAssignment = "family-home" | "emergency-home" | "contact-person" | "contact-family";

/** The published policy that a profile is read from; the text itself is not kept here. */
export type PolicySource = {
  /** Number of the document in `docs/sources.md`. */
  readonly document: string;
  readonly title: string;
  readonly publisher: string;
  /** The date that the text gives for itself, if any. */
  readonly dated?: CalendarDate;
  readonly sha256: string;
};

export type PolicyProfile = {
  readonly id: string;
  readonly name: string;
  readonly kind: ControllerKind;
  readonly place?: string;
  readonly contact: Contact;
  readonly accepts: readonly AcceptedAssignment[];
  readonly source: PolicySource;
  /** What the organisation does, on the grounds that the law gives it as we read it. */
  readonly activities: readonly ProcessingActivity[];
  /** The same where the published text states another ground, period or condition: as it states it. */
  readonly declared: readonly ProcessingActivity[];
  /** Names of the rules of the `se/socialtjanst` set that its records meet. */
  readonly retentionRules: readonly string[];
  /** What the text leaves open, with the assumption made here. */
  readonly unstated: readonly string[];
};

/** The activities that an applicant is told about before answering. */
export function applicationActivities(profile: PolicyProfile): readonly ProcessingActivity[] {
  return profile.activities.filter(({ id }) => id.endsWith("/application"));
}
