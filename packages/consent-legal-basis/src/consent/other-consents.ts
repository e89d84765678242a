/**
 * Consents that are no ground of Art. 6, as records of their own: a waiver of the secrecy that protects the
 * person, and a condition that a statute sets. They have their own events, so that neither can be handed to
 * {@link consentAt}, and a consent can be handed to neither.
 */
import type { Localized } from "@tillit/law-reference";
import type { LawRef } from "../law/law-ref.ts";
import { type Giver, type Instant, instantKey, type SubjectRef } from "./consent-event.ts";

type Common = {
  readonly id: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly subject: SubjectRef;
  readonly law: LawRef;
};

export type SecrecyWaiverEvent = Common &
  (
    | {
        readonly type: "SecrecyWaived";
        readonly releasedTo: Localized;
        /** What the waiver covers; left out = wholly. */
        readonly scope?: Localized;
        /** A reservation on the receiver's use. */
        readonly reservation?: Localized;
        readonly by: readonly Giver[];
      }
    | { readonly type: "SecrecyWaiverWithdrawn"; readonly by: Giver }
  );

export type StatutoryConsentEvent = Common &
  (
    | { readonly type: "StatutoryConsentGiven"; readonly measure: Localized; readonly by: Giver }
    | { readonly type: "StatutoryConsentWithdrawn"; readonly by: Giver }
  );

export type WaiverStanding = {
  readonly waived: boolean;
  readonly since?: Extract<SecrecyWaiverEvent, { type: "SecrecyWaived" }>;
};

/** Is secrecy waived at that moment? A withdrawal stops later disclosures; earlier ones stay as they were. */
export function waiverAt(events: readonly SecrecyWaiverEvent[], at: Instant): WaiverStanding {
  const last = inOrder(events, at).at(-1);
  return last?.type === "SecrecyWaived" ? { waived: true, since: last } : { waived: false };
}

export type StatutoryStanding = {
  readonly met: boolean;
  /** Roles that have not consented, or have withdrawn. */
  readonly awaiting: readonly Giver["role"][];
};

/** Is the statute's condition met at that moment? Each required role must have consented and not withdrawn. */
export function statutoryConsentAt(
  events: readonly StatutoryConsentEvent[],
  from: readonly Giver["role"][],
  at: Instant,
): StatutoryStanding {
  const standing = new Map<string, { role: Giver["role"]; given: boolean }>();
  for (const event of inOrder(events, at)) {
    const { role, ref } = event.by;
    standing.set(`${role}|${ref}`, { role, given: event.type === "StatutoryConsentGiven" });
  }
  const people = [...standing.values()];
  const awaiting = from.filter((role) => {
    const own = people.filter((person) => person.role === role);
    return own.length === 0 || own.some(({ given }) => !given);
  });
  return { met: awaiting.length === 0, awaiting };
}

function inOrder<E extends Common>(events: readonly E[], at: Instant): readonly E[] {
  const limit = instantKey(at);
  const keyed = events.map((event) => ({
    event,
    key: `${instantKey(event.at)}|${instantKey(event.recordedAt)}|${event.id}`,
  }));
  return keyed
    .filter(({ event }) => instantKey(event.at) <= limit)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ event }) => event);
}
