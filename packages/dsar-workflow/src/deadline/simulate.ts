/** What would the dates be, if. */
import type { CalendarDate } from "@tillit/civil-time";
import type { Clock, PauseReason } from "./clock.ts";
import { type Deadline, deadline } from "./deadline.ts";

/** One thing that might happen to a clock. */
export type WhatIf =
  | { readonly kind: "receive"; readonly on: CalendarDate }
  | { readonly kind: "extend" }
  | {
      readonly kind: "pause";
      readonly from: CalendarDate;
      readonly to?: CalendarDate;
      readonly because?: PauseReason;
    }
  | { readonly kind: "serve"; readonly on: CalendarDate };

function changed(clock: Clock, what: WhatIf): Clock {
  switch (what.kind) {
    case "receive":
      return { ...clock, receivedOn: what.on };
    case "extend":
      return { ...clock, extended: true };
    case "pause": {
      const { from, to, because } = what;
      const pause = {
        from,
        ...(to === undefined ? {} : { to }),
        ...(because === undefined ? {} : { because }),
      };
      return { ...clock, pauses: [...(clock.pauses ?? []), pause] };
    }
    case "serve":
      return { ...clock, servedOn: what.on };
  }
}

/**
 * The deadlines after each of some changes, one on top of the other: the first of the answer is the clock as it is,
 * then one more for each change.
 *
 * @throws {@link DsarError} `CLOCK_MALFORMED`
 */
export function simulate(clock: Clock, changes: readonly WhatIf[]): readonly Deadline[] {
  const answers = [deadline(clock)];
  let current = clock;
  for (const change of changes) {
    current = changed(current, change);
    answers.push(deadline(current));
  }
  return answers;
}
