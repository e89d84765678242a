import { guards } from "../machine/guards/guards.ts";
import { allowedCommands, rowFor } from "../machine/lookup.ts";
import { regimes } from "../regime/regimes.ts";
import type { Command, CommandOf } from "./command/command.ts";
import { emit } from "./event/emit.ts";
import type { Env } from "./env.ts";
import type { Outcome, RefusalDetail } from "./refusal.ts";
import type { DsarState } from "./state/state.ts";
import { faultIn } from "./command/well-formed.ts";

/**
 * What follows from a command in a state: the events that happen, or a refusal with its reason, the law it rests on
 * and the commands that have a way from here. Pure: the moment and all that others know come in `env`.
 *
 * The rules are the rows of {@link transitions}: phase, regime, right, kind of controller, role, then guards in
 * order. A refusal is an answer, never an exception.
 */
export function decide(command: Command, state: DsarState, env: Env): Outcome {
  const refuse = (detail: RefusalDetail): Outcome => ({
    ...detail,
    ok: false,
    command: command.type,
    phase: state.phase,
    allowed: allowedCommands(state),
  });

  if (env.expectedVersion !== undefined && env.expectedVersion !== state.version) {
    return refuse({ reason: "DSAR_VERSION_CONFLICT" });
  }
  const row = rowFor(command.type, state);
  if (row === undefined) return refuse({ reason: refusedFor(command, state) });
  if (!row.roles.includes(command.actor.role))
    return refuse({ reason: "DSAR_ROLE_NOT_ALLOWED", needs: row.roles });
  const fault = faultIn(command);
  if (fault !== undefined) return refuse(fault);
  const first = command.type === "ReceiveRequest" ? command.receivedOn : env.today;
  const since = state.phase === "none" ? first : state.asOf;
  if (env.today < since) return refuse({ reason: "DSAR_DATE_WRONG", lastDay: env.today });
  if (state.phase === "none") {
    if (command.type === "ReceiveRequest" && !lawBinds(command)) {
      return refuse({ reason: "DSAR_REGIME_NOT_HERE", law: regimes[command.regime].law });
    }
    return { ok: true, events: [emit(row.event, undefined, command, env)] };
  }
  for (const guard of row.guards) {
    const detail = guards[guard](state, command, env);
    if (detail !== undefined) return refuse(detail);
  }
  return { ok: true, events: [emit(row.event, state, command, env)] };
}

/** Public records are an authority's, the case file a provider's, and outside the GDPR there is access alone. */
function lawBinds({ regime, controller, right }: CommandOf<"ReceiveRequest">): boolean {
  return regimes[regime].controllers.includes(controller) && (regime === "gdpr" || right === "access");
}

/** An appeal where there is none has a better answer than "not now". */
function refusedFor({ type }: Command, state: DsarState): "DSAR_NOT_APPEALABLE" | "DSAR_ILLEGAL_TRANSITION" {
  const appeals = type === "ReceiveAppeal" || type === "ForwardToCourt";
  return appeals && state.phase !== "none" && state.controller === "private-provider"
    ? "DSAR_NOT_APPEALABLE"
    : "DSAR_ILLEGAL_TRANSITION";
}
