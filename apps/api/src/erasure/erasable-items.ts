/** May the data go on request? Retention's answer for the record, put to the rights of the person. */
import { gdpr, rightsFor, type RetentionVerdict } from "@tillit/consent-legal-basis";
import { parseDate } from "@tillit/civil-time";
import type { CaseState } from "@tillit/dsar-workflow";
import { applicationActivities, profiles } from "@tillit/policy-profiles";
import type { Disposition } from "@tillit/retention-policy";
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

/** A period that the controller set itself under the storage limitation is no duty to keep. */
const ownLimit = "EU 2016/679";

function verdictOf({ outcome, status, deciding }: Disposition): RetentionVerdict {
  if (outcome === "dispose" && (status === "due" || status === "overdue")) return { kind: "must-go" };
  // A legal hold keeps what somebody may need to establish, exercise or defend a claim, whoever asks.
  if (status === "held") return { kind: "keep", law: [gdpr("17(3)(e)")] };
  const bound = deciding === undefined || deciding.cite.some(({ act }) => act !== ownLimit);
  // While the matter is open the data are needed for it; whoever wants them gone withdraws first.
  if (!bound && status !== "pending") return { kind: "may-go" };
  return { kind: outcome === "preserve" ? "preserve" : "keep", law: [gdpr("17(3)(b)")] };
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
  // What is restricted is stored: it goes when the restriction has been lifted.
  const verdict: RetentionVerdict =
    restrictions.length > 0 ? { kind: "keep", law: [gdpr("18(2)")] } : verdictOf(disposition);
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
