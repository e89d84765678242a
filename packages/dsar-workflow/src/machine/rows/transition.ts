/** The shape of one row of the machine. */
import type { Role } from "../../case/actor.ts";
import type { CommandType } from "../../case/command/command.ts";
import type { EventType } from "../../case/event/event.ts";
import type { ControllerKind, Regime, Right } from "../../case/request.ts";
import type { Phase } from "../../case/state/state.ts";
import type { GuardId } from "../guards/guard-id.ts";

/** Which of several rows of the same command holds, judged on the state before the event. */
export type Branch =
  | "identified-with-items"
  | "identified-without-items"
  | "not-identified"
  | "ivo-releases"
  | "ivo-releases-nothing"
  | "guardian-acts"
  | "no-guardian-acts";

/** One row: in these phases, this command of these roles gives this event and leads there, if the guards let it. */
export type Transition = {
  readonly command: CommandType;
  readonly event: EventType;
  readonly from: readonly Phase[];
  /** `same`: the phase does not change. */
  readonly to: Phase | "same";
  readonly branch?: Branch;
  readonly roles: readonly Role[];
  readonly guards: readonly GuardId[];
  /** Absent: all. */
  readonly regimes?: readonly Regime[];
  readonly controllers?: readonly ControllerKind[];
  readonly rights?: readonly Right[];
  readonly law: string;
};
