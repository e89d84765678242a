/**
 * What a country adds to the GDPR, as data handed in by the caller: this package knows the regulation and the
 * engine, never a national statute. `@tillit/welfare-law` exports the Swedish one.
 */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { InForce } from "./in-force.ts";
import type { LawRef } from "./law-ref.ts";
import type { RightsOverride } from "../rights/override.ts";

/** What a national provision is about, so that a check can cite it without knowing the country. */
export type NationalTopic =
  | "care-processing"
  | "care-special-data"
  | "care-secrecy"
  | "care-criminal-data"
  | "criminal-data-others"
  | "national-id"
  | "compilation"
  | "monitoring-consent"
  | "access-logging"
  | "search-terms"
  | "controller-is-board"
  | "controller-is-provider"
  | "secrecy-waiver"
  | "public-task-support"
  | "record-retention-public"
  | "record-retention-private"
  | "record-handover-private"
  | "disposal-decision"
  | "concern-report"
  | "home-inquiry"
  | "documentation-duty"
  | "private-file-access"
  | "decision-appeal"
  | "professional-secrecy"
  | "child-information"
  | "document-registration"
  | "serious-incident";

/** A name that was replaced: an authority, an organisation. */
export type Renamed = {
  readonly old: string;
  readonly now: string;
  readonly since: CalendarDate;
  readonly kind: "authority" | "organisation";
};

/** An act that is gone, and what came instead. */
export type RepealedAct = {
  readonly act: string;
  readonly sfs: string;
  readonly inForce: InForce;
  readonly successor: string;
  /** Names that mean this act and no later one, so that a text may be told by them too: with genitive, any capitals. */
  readonly names?: readonly string[];
};

export type SupervisoryAuthority = {
  readonly name: Localized;
  readonly inForce: InForce;
  readonly contact: Localized;
};

export type NationalLaw = {
  readonly country: string;
  readonly topics: Readonly<Partial<Record<NationalTopic, readonly LawRef[]>>>;
  readonly rightsOverrides: readonly RightsOverride[];
  readonly supervisoryAuthorities: readonly SupervisoryAuthority[];
  readonly renamed: readonly Renamed[];
  readonly repealed: readonly RepealedAct[];
};
