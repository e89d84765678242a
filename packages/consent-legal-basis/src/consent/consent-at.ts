import type { CalendarDate } from "@tillit/civil-time";
import type { RequiredGiver } from "../activity/basis.ts";
import { ConsentBasisError } from "../errors.ts";
import { type ConsentEvent, type Giver, type Instant, instantKey } from "./consent-event.ts";
import { refuseUnknownOptions } from "../known-options.ts";

export type ConsentState =
  | "unknown"
  | "requested"
  | "partial"
  | "given"
  | "refused"
  | "withdrawn"
  | "revoked"
  | "expired"
  | "invalidated";

export type ConsentStanding = {
  readonly state: ConsentState;
  /** May processing rest on it at that moment? */
  readonly usable: boolean;
  /** Why a consent that is given is still not usable. */
  readonly lacks: readonly ("explicit" | "same-notice")[];
  /** Who has given it so far, and who must still. */
  readonly givenBy: readonly Giver[];
  readonly awaiting: readonly RequiredGiver[];
  /** The event that made the state what it is. */
  readonly since?: ConsentEvent;
};

export type FoldOptions = {
  /** Only what was written down by then: the ledger as it was known. */
  readonly knownAt?: Instant;
  /** The calendar date of the moment, for validity periods; the UTC date if left out. */
  readonly on?: CalendarDate;
};

type Given = Extract<ConsentEvent, { type: "ConsentGiven" }>;

const known = ["knownAt", "on"] as const satisfies readonly (keyof FoldOptions)[];

/**
 * The consent of one person for one purpose at any moment: a fold of the events that had happened by then. The
 * order in which they are handed in does not matter, and later events never change an earlier answer.
 *
 * @throws {@link ConsentBasisError} `LEDGER_MIXED` when events of several persons or purposes are mixed,
 *   `LEDGER_MALFORMED` when a time is no moment in UTC, `OPTION_UNKNOWN`
 */
export function consentAt(
  events: readonly ConsentEvent[],
  at: Instant,
  options: FoldOptions = {},
): ConsentStanding {
  refuseUnknownOptions(options, known);
  onePersonOnePurpose(events);
  const past = happenedBy(events, at, options.knownAt);
  let standing: ConsentStanding = { state: "unknown", usable: false, lacks: [], givenBy: [], awaiting: [] };
  let parts: Given[] = [];
  for (const event of past) {
    // A period that ran out ends the consent as an event would: all must give it anew.
    standing = lapsed(standing, parts, event.at.slice(0, 10) as CalendarDate);
    if (standing.state === "expired") parts = [];
    switch (event.type) {
      case "ConsentRequested":
        // A new question does not undo an answer.
        if (standing.state !== "given" && standing.state !== "partial") standing = closed("requested", event);
        break;
      case "ConsentGiven":
        parts = renews(standing, event) ? [event] : withLatest(parts, event);
        standing = gathered(parts, event);
        break;
      case "ConsentRefused":
        parts = [];
        standing = closed("refused", event);
        break;
      case "ConsentWithdrawn":
        parts = [];
        standing = closed("withdrawn", event);
        break;
      case "ConsentRevoked":
        parts = [];
        standing = closed("revoked", event);
        break;
      case "ConsentExpired":
        parts = [];
        standing = closed("expired", event);
        break;
      case "ConsentInvalidated":
        parts = [];
        standing = closed("invalidated", event);
        break;
    }
  }
  return lapsed(standing, parts, options.on ?? (at.slice(0, 10) as CalendarDate));
}

/**
 * Did processing stand on consent at a moment, as seen from a later one? Withdrawal, revocation and expiry do not
 * reach back (Art. 7(3)); a finding that the consent was never valid does.
 */
export function stoodAt(events: readonly ConsentEvent[], at: Instant, seenFrom: Instant): boolean {
  if (!consentAt(events, at).usable) return false;
  const asked = instantKey(at);
  return !happenedBy(events, seenFrom, undefined).some(
    (event) =>
      event.type === "ConsentInvalidated" &&
      instantKey(event.at) > asked &&
      !renewedBetween(events, asked, instantKey(event.at)),
  );
}

const ends: ReadonlySet<ConsentEvent["type"]> = new Set([
  "ConsentRefused",
  "ConsentWithdrawn",
  "ConsentRevoked",
  "ConsentExpired",
]);

/** A consent begun anew in between is another consent; the finding is about that one. */
function renewedBetween(events: readonly ConsentEvent[], from: string, to: string): boolean {
  return events.some(({ type, at }) => {
    const when = instantKey(at);
    if (when <= from || when >= to) return false;
    if (type === "ConsentGiven") {
      const before = events.filter((event) => instantKey(event.at) < when);
      return consentAt(before, at).state === "expired";
    }
    return ends.has(type);
  });
}

function happenedBy(
  events: readonly ConsentEvent[],
  at: Instant,
  knownAt: Instant | undefined,
): readonly ConsentEvent[] {
  const limit = instantKey(at);
  const known = knownAt === undefined ? undefined : instantKey(knownAt);
  return events
    .filter(
      (event) =>
        instantKey(event.at) <= limit && (known === undefined || instantKey(event.recordedAt) <= known),
    )
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)));
}

/** By time, then by time of writing; what ends a consent stands after what gives it, then by id. */
function orderOf(event: ConsentEvent): string {
  const last = event.type === "ConsentGiven" || event.type === "ConsentRequested" ? 0 : 1;
  return `${instantKey(event.at)}|${instantKey(event.recordedAt)}|${last}|${event.id}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function onePersonOnePurpose(events: readonly ConsentEvent[]): void {
  const [first] = events;
  if (events.some(({ subject, purpose }) => subject !== first?.subject || purpose !== first.purpose)) {
    throw new ConsentBasisError("LEDGER_MIXED", "one person and one purpose at a time");
  }
}

function closed(state: ConsentState, since: ConsentEvent): ConsentStanding {
  return { state, usable: false, lacks: [], givenBy: [], awaiting: [], since };
}

/** A given on top of a complete one is a renewal; on top of a partial one it adds to it. */
function renews(standing: ConsentStanding, event: Given): boolean {
  return standing.state === "given" && stillNeeded(event.requires, event.givenBy).length === 0;
}

/** What each giver said last counts: a part drops out once everyone in it has given anew. */
function withLatest(parts: readonly Given[], event: Given): Given[] {
  const all = [...parts, event];
  const key = ({ role, ref }: Giver): string => `${role}|${ref}`;
  return all.filter((part, index) => {
    const later = new Set(all.slice(index + 1).flatMap(({ givenBy }) => givenBy.map(key)));
    return !part.givenBy.every((giver) => later.has(key(giver)));
  });
}

function gathered(parts: readonly Given[], since: Given): ConsentStanding {
  const givenBy = [
    ...new Map(
      parts.flatMap((part) => part.givenBy.map((giver) => [`${giver.role}|${giver.ref}`, giver])),
    ).values(),
  ];
  const awaiting = stillNeeded(
    parts.flatMap(({ requires }) => requires),
    givenBy,
  );
  const lacks: ("explicit" | "same-notice")[] = [];
  if (parts.some((part) => part.explicitRequired) && !parts.every((part) => part.explicit)) {
    lacks.push("explicit");
  }
  if (new Set(parts.map(({ notice }) => notice.sha256)).size > 1) lacks.push("same-notice");
  const state = awaiting.length > 0 ? "partial" : "given";
  return { state, usable: state === "given" && lacks.length === 0, lacks, givenBy, awaiting, since };
}

function stillNeeded(
  requires: readonly RequiredGiver[],
  givenBy: readonly Giver[],
): readonly RequiredGiver[] {
  const most = new Map<RequiredGiver["role"], number>();
  for (const { role, count } of requires) most.set(role, Math.max(count, most.get(role) ?? 0));
  return [...most].flatMap(([role, count]) => {
    const have = new Set(givenBy.filter((giver) => giver.role === role).map(({ ref }) => ref)).size;
    return have >= count ? [] : [{ role, count: count - have }];
  });
}

function lapsed(standing: ConsentStanding, parts: readonly Given[], on: CalendarDate): ConsentStanding {
  const past = parts.find(({ until }) => until !== undefined && until < on);
  return past === undefined || standing.since === undefined ? standing : closed("expired", past);
}
