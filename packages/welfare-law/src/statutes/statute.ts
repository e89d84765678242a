/**
 * The register of provisions that Tillit leans on: one entry per provision and wording, in our own words, with
 * the days it is in force and how well it was checked. Written for a jurist to read; `docs/statutes.md` is the
 * same as a table.
 */
import type { Grade, Localized } from "@tillit/law-reference";
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import type { ControllerKind, InForce, LawRef } from "@tillit/consent-legal-basis";

export type Statute = {
  /** "SoL 2025:400 16 kap. 1 §"; with two wordings, the later has its first day after it. */
  readonly id: string;
  readonly act: string;
  readonly sfs: string;
  readonly name: Localized;
  readonly at: string;
  /** What the provision says, in our own words. */
  readonly content: Localized;
  readonly inForce: InForce;
  readonly grade: Grade;
  /** The consolidation day of the text that was read; absent where none was. */
  readonly checked?: CalendarDate;
  /** Whom the provision addresses, where that matters; left out = everyone. */
  readonly binds?: readonly ControllerKind[];
};

export type Act = {
  readonly act: string;
  readonly sfs: string;
  readonly sv: string;
  readonly en: string;
  readonly from: string;
  readonly until?: string;
  readonly checked?: string;
};

export type Provision = {
  readonly at: string;
  readonly sv: string;
  readonly en: string;
  readonly grade: Grade;
  readonly from?: string;
  readonly until?: string;
  readonly binds?: readonly ControllerKind[];
};

/** The provisions of one act; what a provision does not say about itself it takes from the act. */
export function provisionsOf(act: Act, provisions: readonly Provision[]): readonly Statute[] {
  return provisions.map((provision) => {
    const until = provision.until ?? act.until;
    return {
      id: [
        act.act,
        act.sfs,
        provision.at,
        ...(provision.from === undefined ? [] : [`(${provision.from})`]),
      ].join(" "),
      act: act.act,
      sfs: act.sfs,
      name: { sv: act.sv, en: act.en },
      at: provision.at,
      content: { sv: provision.sv, en: provision.en },
      inForce: {
        from: parseDate(provision.from ?? act.from),
        ...(until === undefined ? {} : { until: parseDate(until) }),
      },
      grade: provision.grade,
      ...(act.checked === undefined || provision.grade === "M" ? {} : { checked: parseDate(act.checked) }),
      ...(provision.binds === undefined ? {} : { binds: provision.binds }),
    };
  });
}

/** The provision as a reference that a check, a right or a notice can cite. */
export function lawRefOf(statute: Statute): LawRef {
  const { act, sfs, at, inForce, name, binds } = statute;
  return { act, sfs, at, inForce, name, ...(binds === undefined ? {} : { binds }) };
}
