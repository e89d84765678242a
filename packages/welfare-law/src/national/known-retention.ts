import { type CalendarDate } from "@tillit/civil-time";
import type { KnownRetention } from "@tillit/consent-legal-basis";
import { retentionRules } from "../retention-rules.ts";

/**
 * The retention rules in force on a day as `checkActivity` takes them: name → period and the event it is counted
 * from; `undefined` where the rule keeps, hands over or takes its period from a plan.
 */
export function knownRetention(on: CalendarDate): ReadonlyMap<string, KnownRetention | undefined> {
  return new Map(
    retentionRules.rules.flatMap(({ id, versions }) => {
      // In rule sets `until` is the first day that the version is no longer in force.
      const version = versions.find(
        ({ inForce }) => inForce.from <= on && (inForce.until === undefined || on < inForce.until),
      );
      if (version === undefined) return [];
      const { effect } = version;
      const term = effect.kind === "dispose" ? effect.after : undefined;
      const known =
        term !== undefined && typeof term.plus === "string" && "event" in term.from
          ? { period: term.plus, from: term.from.event }
          : undefined;
      return [[id, known] as const];
    }),
  );
}
