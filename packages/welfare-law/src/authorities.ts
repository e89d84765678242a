/** Authorities by their names of the day: one register for letters, answers, notices and the linter of texts. */
import type { Grade, Language, Localized } from "@tillit/law-reference";
import { type CalendarDate, compareDates, parseDate } from "@tillit/civil-time";
import register from "../rules/se/authorities.json" with { type: "json" };

/** The authorities and organisations of the register. */
export type AuthorityId = "data-protection" | "care-inspectorate" | "municipalities-and-regions";

/** How an authority is reached. */
export interface AuthorityContact {
  readonly address?: string;
  readonly email?: string;
  readonly phone?: Localized;
  readonly web?: string;
}

/** A name that an authority has, had or may come to have, and its days. */
export interface AuthorityName {
  readonly name: Localized;
  readonly short?: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** `proposed`: announced and not seen adopted; never used as a name. */
  readonly status: "in-force" | "proposed";
  readonly grade: Grade;
  readonly contact: AuthorityContact;
}

/** An authority or organisation with its names, the oldest first. */
export interface Authority {
  readonly id: AuthorityId;
  readonly kind: "authority" | "organisation";
  readonly task: Localized;
  readonly names: readonly AuthorityName[];
}

type Written = Omit<AuthorityName, "from" | "until"> & { readonly from: string; readonly until?: string };

function dated({ from, until, ...rest }: Written): AuthorityName {
  return { ...rest, from: parseDate(from), ...(until === undefined ? {} : { until: parseDate(until) }) };
}

/** The register, from `rules/se/authorities.json`. */
export const authorities: readonly Authority[] = register.authorities.map(({ id, kind, task, names }) => ({
  id: id as AuthorityId,
  kind: kind as Authority["kind"],
  task,
  names: names.map((one) => dated(one as Written)),
}));

function namesOf(id: AuthorityId): readonly AuthorityName[] {
  return authorities.find((one) => one.id === id)?.names ?? [];
}

/**
 * The authority by its name on a day; undefined for days before the register knows one.
 *
 * @example
 * authorityOn("data-protection", parseDate("2026-12-01"))?.name.sv; // "Integritetsskyddsmyndigheten"
 */
export function authorityOn(id: AuthorityId, on: CalendarDate): AuthorityName | undefined {
  return namesOf(id).find(
    ({ status, from, until }) =>
      status === "in-force" &&
      compareDates(from, on) <= 0 &&
      (until === undefined || compareDates(on, until) <= 0),
  );
}

/**
 * The name and contact as a letter says them.
 *
 * @throws RangeError for a day on which the register knows no name
 * @example
 * letterName("data-protection", parseDate("2026-12-01"), "sv");
 * // { name: "Integritetsskyddsmyndigheten (IMY)", contact: "Box 8114, 104 20 Stockholm, imy.se" }
 */
export function letterName(
  id: AuthorityId,
  on: CalendarDate,
  language: Language,
): { readonly name: string; readonly contact: string } {
  const found = authorityOn(id, on);
  if (found === undefined) throw new RangeError("the register knows no name of that authority on that day");
  const { name, short, contact } = found;
  // In English the Swedish name stands in brackets already; the short one takes its place.
  const full = name[language].replace(/ \([^)]*\)$/, short === undefined ? "$&" : "");
  return {
    name: short === undefined ? full : `${full} (${short})`,
    contact: [contact.address, contact.web].filter((way) => way !== undefined).join(", "),
  };
}

/**
 * The authority that supervises data protection on a day.
 *
 * @throws RangeError for a day before 2018-05-25
 */
export function supervisorOf(on: CalendarDate): AuthorityName {
  const found = authorityOn("data-protection", on);
  if (found === undefined) throw new RangeError("the register knows no name of that authority on that day");
  return found;
}

/** Names that are announced and not adopted, from a day on: nothing uses them. */
export function upcomingNames(on: CalendarDate): readonly {
  readonly id: AuthorityId;
  readonly name: string;
  readonly from: CalendarDate;
  readonly grade: Grade;
}[] {
  return authorities.flatMap(({ id, names }) =>
    names
      .filter(({ status, from }) => status === "proposed" && compareDates(from, on) > 0)
      .map(({ name, from, grade }) => ({ id, name: name.sv, from, grade })),
  );
}
