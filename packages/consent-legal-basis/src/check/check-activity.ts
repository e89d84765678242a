import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { Finding } from "./finding.ts";
import { type CheckContext, findingOf } from "./rule.ts";
import { activityRules } from "./rules.ts";

export type CheckOptions = Omit<CheckContext, "on">;

/**
 * May this be done, on that day? Gives every fault with its law and remedy; an empty list means that none of
 * the rules strikes, not that a court would agree.
 *
 * @param on - the day whose law decides
 * @param options - national law (`swedishLaw` of `@tillit/welfare-law`) and the retention rules that exist
 */
export function checkActivity(
  activity: ProcessingActivity,
  on: CalendarDate,
  options: CheckOptions = {},
): readonly Finding[] {
  const context: CheckContext = { ...options, on };
  return activityRules
    .filter((rule) => rule.nationalOnly !== true || context.national !== undefined)
    .flatMap((rule) => rule.find(activity, context).map((path) => findingOf(rule, path, context)));
}
