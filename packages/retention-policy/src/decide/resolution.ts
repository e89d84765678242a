/** What a record resolves to before holds and status. */
import type { OwnWait } from "../compile/rule-rows.ts";
import { NO_DAY } from "../day/civil-day.ts";
import * as code from "./codes.ts";

/** What one row resolves to before holds; one object is reused for every row. */
export interface Resolution {
  outcome: number;
  reason: number;
  /** The trigger lies ahead. */
  pending: boolean;
  /** Day column that is not known and matters, −1 if none; −2 where the record names no event. */
  unknownSlot: number;
  duty: number;
  earliest: number;
  latest: number;
  /** Rule row index + 1, or number of rows + otherwise index + 1. */
  ref: number;
  against: number;
  receiver: string | undefined;
  waiting: OwnWait | undefined;
}

export function emptyResolution(): Resolution {
  return {
    outcome: code.UNDETERMINED,
    reason: code.R_FACT_MISSING,
    pending: false,
    unknownSlot: -1,
    duty: NO_DAY,
    earliest: NO_DAY,
    latest: NO_DAY,
    ref: 0,
    against: 0,
    receiver: undefined,
    waiting: undefined,
  };
}
