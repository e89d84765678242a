/** The day a request came in. */
import { addDays, type CalendarDate, previousWorkingDay } from "@tillit/civil-time";
import type { Channel, ControllerKind } from "../case/request.ts";

/**
 * The day the clock starts. What comes by post or in the letterbox to an authority counts as come in on the nearest
 * working day before (FL 22 §); everything else, and everything at a private provider, on the day it arrived,
 * whatever the hour and whether or not anyone has read it.
 *
 * @param arrivedOn - the day it reached the controller, in Swedish time
 */
export function receiptDay(
  arrivedOn: CalendarDate,
  channel: Channel,
  controller: ControllerKind,
): CalendarDate {
  const byPost = channel === "letter" || channel === "letterbox";
  if (controller !== "public-authority" || !byPost) return arrivedOn;
  return previousWorkingDay(addDays(arrivedOn, -1), "statute");
}
