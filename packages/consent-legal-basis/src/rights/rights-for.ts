/** Each right of the data subjects of an activity: applies, applies under conditions, or excluded; with reasons. */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { Art6Letter } from "../activity/basis.ts";
import { basesOf, citedLaw } from "../activity/facts.ts";
import { inForceOn } from "../law/in-force.ts";
import type { NationalLaw } from "../law/national-law.ts";
import { gdpr, type LawRef } from "../law/law-ref.ts";
import { baseMatrix, type BaseCell } from "./base-matrix.ts";
import type { RightsOverride } from "./override.ts";
import type { RetentionVerdict } from "./retention-verdict.ts";
import { type Right, rights, type Verdict } from "./right.ts";
import { refuseUnknownOptions } from "../known-options.ts";

/** Why a verdict is as it is; the law is in force on the day asked for. */
export type Reason = { readonly text: Localized; readonly law: readonly LawRef[] };

export type Applicability = {
  readonly right: Right;
  readonly verdict: Verdict;
  /** EU law first, then national overrides in their order. */
  readonly reasons: readonly Reason[];
  /** Every provision of the reasons. */
  readonly because: readonly LawRef[];
  readonly conditions: readonly Localized[];
};

export type RightsOptions = {
  readonly national?: NationalLaw;
  /** What retention says of the record in question. */
  readonly retention?: RetentionVerdict;
};

type Standing = { verdict: Verdict; reasons: Reason[]; conditions: Localized[] };

const known = ["national", "retention"] as const satisfies readonly (keyof RightsOptions)[];

/**
 * The rights that follow from an activity on a day. The base is the regulation (one cell per right and basis);
 * where an activity has several bases that differ, the right is conditional. Then the retention verdict, then
 * the national overrides in order: each can exclude, limit or add a reason, none can give back.
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN` for an option that is none
 */
export function rightsFor(
  activity: ProcessingActivity,
  on: CalendarDate,
  options: RightsOptions = {},
): readonly Applicability[] {
  refuseUnknownOptions(options, known);
  const overrides = (options.national?.rightsOverrides ?? []).toSorted((a, b) => a.order - b.order);
  return rights.map((right) => {
    const standing = baseStanding(activity, right);
    if (right === "erasure") applyRetention(standing, options.retention);
    for (const override of overrides) {
      if (override.right === right && strikes(override, activity, on, options.retention)) {
        applyOverride(standing, override);
      }
    }
    return {
      right,
      verdict: standing.verdict,
      reasons: standing.reasons,
      because: standing.reasons.flatMap(({ law }) => law),
      conditions: standing.conditions,
    };
  });
}

function baseStanding(activity: ProcessingActivity, right: Right): Standing {
  const letters = new Set<Art6Letter>(basesOf(activity).map(({ art6 }) => art6));
  const cells = new Set<BaseCell>([...letters].map((letter) => baseMatrix[right][letter]));
  const verdicts = new Set([...cells].map(({ verdict }) => verdict));
  const [only] = verdicts;
  return {
    verdict: verdicts.size === 1 && only !== undefined ? only : "conditional",
    reasons: [...cells].map(({ reason, articles }) => ({ text: reason, law: articles.map(gdpr) })),
    conditions: [...cells].flatMap(({ condition }) => (condition === undefined ? [] : [condition])),
  };
}

function applyRetention(standing: Standing, retention: RetentionVerdict | undefined): void {
  if (retention === undefined) return;
  if (retention.kind === "must-go") {
    standing.verdict = "applies";
    standing.conditions = [];
    standing.reasons.push({
      text: { sv: "Gallringstiden har gått ut.", en: "The retention period has run out." },
      law: [gdpr("17(1)(e)"), ...(retention.law ?? [])],
    });
  } else if (retention.kind === "may-go") {
    standing.verdict = "applies";
    standing.reasons.push({
      text: {
        sv: "Ingen regel kräver att uppgifterna sparas längre.",
        en: "No rule requires the data to be kept longer.",
      },
      law: [gdpr("17(1)(a)"), ...(retention.law ?? [])],
    });
  } else if (retention.kind !== "undetermined") {
    standing.verdict = "excluded";
    standing.reasons.push({
      text: { sv: "Lagen kräver att uppgifterna finns kvar.", en: "The law requires the data to be kept." },
      law: [gdpr("17(3)(b)"), ...(retention.law ?? [])],
    });
  }
}

function applyOverride(standing: Standing, override: RightsOverride): void {
  if (override.effect === "exclude") standing.verdict = "excluded";
  else if (override.effect === "limit" && standing.verdict === "applies") standing.verdict = "conditional";
  standing.reasons.push({ text: override.reason, law: override.law });
  if (override.condition !== undefined && standing.verdict !== "excluded") {
    standing.conditions.push(override.condition);
  }
}

function strikes(
  override: RightsOverride,
  activity: ProcessingActivity,
  on: CalendarDate,
  retention: RetentionVerdict | undefined,
): boolean {
  const { kinds, bases, citesAct, citesProvision, retention: states, unlessRetention } = override.when;
  if (!override.law.every((ref) => inForceOn(ref.inForce, on))) return false;
  if (kinds !== undefined && !kinds.includes(activity.controller.kind)) return false;
  if (bases !== undefined && !basesOf(activity).some(({ art6 }) => bases.includes(art6))) return false;
  if (states !== undefined && (retention === undefined || !states.includes(retention.kind))) return false;
  if (retention !== undefined && unlessRetention?.includes(retention.kind) === true) return false;
  if (citesAct === undefined) return true;
  return citedLaw(activity).some(
    ({ ref }) =>
      ref.sfs !== undefined &&
      citesAct.includes(ref.sfs) &&
      inForceOn(ref.inForce, on) &&
      (citesProvision === undefined || ref.at.startsWith(citesProvision)),
  );
}
