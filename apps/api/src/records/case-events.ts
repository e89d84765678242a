/** The log of one application, as `application-case` speaks it and as the store keeps it. */
import {
  decide,
  evolve,
  initialState,
  type ApplicationCommand,
  type ApplicationEvent,
  type ApplicationState,
} from "@tillit/application-case";
import type { Unit } from "@tillit/record-store";
import { act } from "../kernel/act.ts";
import { asSpoken, type Story } from "../kernel/story.ts";
import type { ByEid, Numbered } from "./events.ts";

export const applications: Story<
  "application",
  ApplicationCommand,
  ApplicationState,
  ApplicationEvent,
  undefined
> = { kind: "application", initial: initialState, decide, evolve, ...asSpoken("at") };

/**
 * Decides a command on the current state and appends what follows, in the caller's transaction.
 *
 * @throws Problem STATE_CONFLICT with the refusal as reason
 */
export async function actOnApplication(
  unit: Unit,
  id: string,
  command: ApplicationCommand,
  { by, also = {} }: { readonly by: string; readonly also?: Numbered | ByEid },
): Promise<void> {
  const { at } = command;
  await act(unit, applications, id, { commands: [command], context: undefined, at, by, also });
}
