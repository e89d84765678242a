/** May the data go on request? Retention's answer for the record, put to the rights of the person. */
import { rightsFor, verdictOnErasure } from "@tillit/consent-legal-basis";
import { parseDate } from "@tillit/civil-time";
import type { CaseState } from "@tillit/dsar-workflow";
import { applicationActivities, profiles } from "@tillit/policy-profiles";
import { swedishLaw } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Controller, Unit } from "@tillit/record-store";
import { dispositionOnRequest } from "../retention/plan-retention.ts";
import { restrictionsOn } from "../records/restriction.ts";

export interface ErasureAnswer {
  readonly keeps: boolean;
  /** Rule and provisions that retention rests on. */
  readonly rule?: string;
  readonly law: readonly { readonly act: string; readonly at: string }[];
  readonly reasons: readonly { readonly sv: string; readonly en: string }[];
}

/** Undefined when the record is gone already. */
export async function erasureAnswer(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  controller: Controller,
  record: string,
): Promise<ErasureAnswer | undefined> {
  const row = await unit.projections.case(record);
  if (row === undefined) return undefined;
  const disposition = await dispositionOnRequest(deps, { unit, controller, row });
  const restrictions = await restrictionsOn(unit, record);
  const verdict = verdictOnErasure(disposition, { restricted: restrictions.length > 0 });
  const profile = profiles.find(({ id }) => id === controller.profileId);
  const [activity] = profile === undefined ? [] : applicationActivities(profile);
  const on = parseDate(swedishDay(deps.clock()));
  const right =
    activity &&
    rightsFor(activity, on, { national: swedishLaw, retention: verdict }).find(
      (one) => one.right === "erasure",
    );
  const { deciding } = disposition;
  return {
    keeps: right === undefined ? verdict.kind !== "must-go" : right.verdict !== "applies",
    ...(deciding === undefined ? {} : { rule: deciding.rule }),
    law: (deciding?.cite ?? []).map(({ act, at = "" }) => ({ act, at })),
    reasons: (right?.reasons ?? []).map(({ text }) => ({ sv: text.sv, en: text.en })),
  };
}

/** The items of an erasure that retention keeps: all or none, since a record's parts share its period. */
export async function keptByRetention(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  controller: Controller,
  { right, matter, items }: CaseState,
): Promise<readonly string[]> {
  if (right !== "erasure" || matter === undefined) return [];
  const answer = await erasureAnswer(deps, unit, controller, matter);
  return answer?.keeps === true ? Object.keys(items) : [];
}
