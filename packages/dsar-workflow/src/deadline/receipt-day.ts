/** The day a request came in. */
import { addDays, type CalendarDate, previousWorkingDay } from "@tillit/civil-time";
import type { GradedLawRef, Localized } from "@tillit/law-reference";
import type { Channel, ControllerKind } from "../case/request.ts";

/** The day the clock starts, and why it is that one. */
export interface ReceiptDay {
  readonly day: CalendarDate;
  /** In a sentence, for the clerk who registers it. */
  readonly reason: Localized;
  /** The provision that says so; left out where the day is simply the one it came. */
  readonly law?: GradedLawRef;
}

const arrival: Localized = {
  sv: "Räknas som inkommen den dag den nådde er, oavsett när den läses.",
  en: "Counts as received on the day it reached you, whenever it is read.",
};

const byPost: Localized = {
  sv: "Kom med post eller i brevlådan: antas ha lämnats in närmast föregående arbetsdag.",
  en: "Came by post or in the letterbox: presumed to have been handed in on the working day before.",
};

/**
 * The day the clock starts. What comes by post or in the letterbox to an authority is presumed to have come in on the
 * nearest working day before it reached the right person (FL 22 §); everything else, and everything at a private
 * provider, on the day it arrived, whatever the hour and whether or not anyone has read it. A presumption: whoever
 * knows that it came another day registers that day.
 *
 * @param arrivedOn - the day it reached the controller, in Swedish time
 *
 * @example
 * receiptDay(parseDate("2027-01-11"), "letter", "public-authority").day; // "2027-01-08", the Friday before
 */
export function receiptDay(
  arrivedOn: CalendarDate,
  channel: Channel,
  controller: ControllerKind,
): ReceiptDay {
  if (controller !== "public-authority" || (channel !== "letter" && channel !== "letterbox"))
    return { day: arrivedOn, reason: arrival };
  return {
    day: previousWorkingDay(addDays(arrivedOn, -1), "statute"),
    reason: byPost,
    law: { act: "FL", sfs: "2017:900", at: "22 §", grade: "V" },
  };
}
