/** The facts a deadline is counted from. */
import { type CalendarDate, isCalendarDate } from "@tillit/civil-time";
import type { ControllerKind, Regime } from "../case/request.ts";
import { DsarError } from "../errors.ts";
import { refuseUnknownKeys } from "../known-keys.ts";

/** Why the clock stood still: identity or authority in doubt (GDPR art. 12(6)), or recital 63's question what the person means. */
export type PauseReason = "identity" | "scope";

/**
 * Time during which the clock stood still, from the day we asked to the day the answer sufficed. Without `to` the
 * answer has not come, and the pause moves nothing yet.
 */
export type Pause = {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly because?: PauseReason;
};

/** The clock of one request. Only `receivedOn` is needed. */
export type Clock = {
  readonly receivedOn: CalendarDate;
  /** Whose answer it is; decides the remedy. Default `public-authority`. */
  readonly controller?: ControllerKind;
  /** Default `gdpr`. */
  readonly regime?: Regime;
  readonly pauses?: readonly Pause[];
  /** Two further months taken by a notice in time (GDPR art. 12(3)). */
  readonly extended?: boolean;
  /** The day the person got the decision. */
  readonly servedOn?: CalendarDate;
};

const clockKeys = [
  "receivedOn",
  "controller",
  "regime",
  "pauses",
  "extended",
  "servedOn",
] as const satisfies readonly (keyof Clock)[];
const pauseKeys = ["from", "to", "because"] as const satisfies readonly (keyof Pause)[];
const regimes = [
  "gdpr",
  "public-records",
  "party-insight",
  "private-file",
] as const satisfies readonly Regime[];
const controllers = ["public-authority", "private-provider"] as const satisfies readonly ControllerKind[];

/**
 * Is it a clock that can be counted?
 *
 * @throws {@link DsarError} `CLOCK_MALFORMED` for a date that does not exist, a pause that ends before it begins, or a
 *   regime or controller that is none; `KEY_UNKNOWN`
 */
export function checkClock(clock: Clock): Clock {
  refuseUnknownKeys(clock, clockKeys, "a clock");
  for (const pause of clock.pauses ?? []) refuseUnknownKeys(pause, pauseKeys, "a pause");
  const { regime = "gdpr", controller = "public-authority" } = clock;
  if (!regimes.includes(regime) || !controllers.includes(controller))
    throw new DsarError("CLOCK_MALFORMED", "a clock's regime and controller are among those there are");
  const dates = [clock.receivedOn, ...(clock.servedOn === undefined ? [] : [clock.servedOn])];
  for (const { from, to } of clock.pauses ?? []) {
    dates.push(from, ...(to === undefined ? [] : [to]));
    if (to !== undefined && to < from)
      throw new DsarError("CLOCK_MALFORMED", "a pause ends on or after its first day");
  }
  if (!dates.every((date) => isCalendarDate(date))) {
    throw new DsarError("CLOCK_MALFORMED", "a clock's dates are written YYYY-MM-DD and exist");
  }
  return clock;
}
