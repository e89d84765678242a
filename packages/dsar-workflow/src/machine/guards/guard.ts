import type { CommandOf, CommandType, Command } from "../../case/command/command.ts";
import type { Env } from "../../case/env.ts";
import type { RefusalDetail } from "../../case/refusal.ts";
import type { CaseState } from "../../case/state/state.ts";

/** Says why a command may not happen, or nothing when it may. */
export type Guard = (state: CaseState, command: Command, env: Env) => RefusalDetail | undefined;

/** A guard that only looks at the state. */
export function unless(holds: (state: CaseState) => boolean, detail: RefusalDetail): Guard {
  return (state) => (holds(state) ? undefined : detail);
}

/** A guard of one or a few commands, with the command's own fields. */
export function on<T extends CommandType>(
  types: readonly T[],
  check: (state: CaseState, command: CommandOf<T>, env: Env) => RefusalDetail | undefined,
): Guard {
  const names: readonly CommandType[] = types;
  return (state, command, env) =>
    names.includes(command.type) ? check(state, command as CommandOf<T>, env) : undefined;
}
