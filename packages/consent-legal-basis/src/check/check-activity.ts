import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { Finding } from "./finding.ts";
import { type CheckContext, findingOf } from "./rule.ts";
import { activityRules } from "./rules.ts";
import { refuseUnknownOptions } from "../known-options.ts";

export type CheckOptions = Omit<CheckContext, "on">;

const known = ["national", "retentionRules"] as const satisfies readonly (keyof CheckOptions)[];

/**
 * May this be done, on that day? Gives every fault with its law and remedy; an empty list means that none of
 * the rules strikes, not that a court would agree.
 *
 * @param on - the day whose law decides
 * @param options - national law (`swedishLaw` of `@tillit/welfare-law`) and the retention rules that exist
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN` for an option that is none
 */
export function checkActivity(
  activity: ProcessingActivity,
  on: CalendarDate,
  options: CheckOptions = {},
): readonly Finding[] {
  refuseUnknownOptions(options, known);
  const context: CheckContext = { ...options, on };
  return activityRules
    .filter((rule) => rule.nationalOnly !== true || context.national !== undefined)
    .flatMap((rule) => rule.find(activity, context).map((path) => findingOf(rule, path, context)));
}
