/** Pauses of the clock as events open, end and drop them. */
import type { Pause, PauseReason } from "../../deadline/clock.ts";
import type { Fresh } from "./draft-state.ts";
import type { CalendarDate } from "../request.ts";

export function openPause(
  next: Fresh,
  { on, pauses }: { on: CalendarDate; pauses: boolean },
  because: PauseReason,
): void {
  if (pauses) next.pauses = [...next.pauses, { from: on, because }];
}

export function endPause(next: Fresh, because: PauseReason, to: CalendarDate): void {
  next.pauses = next.pauses.map((pause): Pause =>
    pause.to === undefined && pause.because === because ? { from: pause.from, because, to } : pause,
  );
}

export function dropPause(next: Fresh, because: PauseReason): void {
  next.pauses = next.pauses.filter((pause) => pause.to !== undefined || pause.because !== because);
}

export function dropOpenPauses(next: Fresh): void {
  next.pauses = next.pauses.filter((pause) => pause.to !== undefined);
}
